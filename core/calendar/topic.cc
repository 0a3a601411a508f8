#include "core/calendar/topic.h"

#include <algorithm>
#include <vector>

#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

constexpr std::string_view joints[] = {"about",
                                       "on",
                                       "for",
                                       "with",
                                       "of",
                                       "to",
                                       "re",
                                       "regarding",
                                       "\xC3\xBC"
                                       "ber",
                                       "wegen",
                                       "um",
                                       "zu",
                                       "zum",
                                       "zur",
                                       "mit",
                                       "beim",
                                       "f\xC3\xBCr"};

constexpr std::string_view readings[] = {"article",
                                         "articles",
                                         "paper",
                                         "papers",
                                         "book",
                                         "books",
                                         "link",
                                         "links",
                                         "piece",
                                         "post",
                                         "essay",
                                         "report",
                                         "study",
                                         "podcast",
                                         "video",
                                         "guide",
                                         "newsletter",
                                         "blog",
                                         "talk",
                                         "slides",
                                         "course",
                                         "artikel",
                                         "aufsatz",
                                         "buch",
                                         "b\xC3\xBC"
                                         "cher",
                                         "beitrag",
                                         "bericht",
                                         "studie",
                                         "vortrag",
                                         "folien",
                                         "kurs",
                                         "leitfaden"};

/// Also marks that stand alone, as a dash.
bool is_joint(std::string_view word) {
  if (word.find_first_not_of(",;:-") == word.npos) return true;
  return std::find(std::begin(joints), std::end(joints), word) != std::end(joints);
}

std::vector<std::string_view> words_in(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  std::vector<std::string_view> words;
  for (auto at = text.find_first_not_of(blank); at != text.npos; at = text.find_first_not_of(blank, at)) {
    const auto end = std::min(text.find_first_of(blank, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool is_tag(std::string_view word) { return word.size() > 1 && word.front() == '#'; }

std::string joined(const std::vector<std::string_view>& words, std::string_view between) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : between).append(word);
  return text;
}

}  // namespace

std::string without_joints(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (!is_joint(rest.substr(0, end))) break;
    rest.remove_prefix(std::min(rest.find_first_not_of(' ', end), rest.size()));
  }
  return std::string(rest);
}

bool names_reading(std::string_view text) {
  constexpr std::string_view marks = ".,;:!?\"'()";
  if (text.find("http://") != text.npos || text.find("https://") != text.npos) return true;
  const std::vector<std::string_view> words = words_in(text);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    while (!word.empty() && marks.find(word.back()) != marks.npos) word.remove_suffix(1);
    while (!word.empty() && marks.find(word.front()) != marks.npos) word.remove_prefix(1);
    return std::find(std::begin(readings), std::end(readings), lower_word(word)) != std::end(readings);
  });
}

std::string topic_of(std::string_view text) {
  std::vector<std::string_view> words = words_in(text), tags;
  for (; !words.empty() && is_tag(words.back()); words.pop_back()) tags.push_back(words.back().substr(1));
  const std::string topic = without_joints(joined(words, " "));
  std::reverse(tags.begin(), tags.end());
  return topic.empty() ? joined(tags, ", ") : topic;
}

}  // namespace goodturn::calendar
