#include "core/network/words_match.h"

#include <algorithm>

#include "core/people/letters.h"

namespace goodturn::network {
namespace {

std::string plain(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return people::folded_word(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

/// The words, folded, sorted, each once, without empty ones.
std::vector<std::string> set_of(std::span<const std::string> words) {
  std::vector<std::string> set;
  for (const std::string& word : words) set.push_back(plain(word));
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  if (!set.empty() && set.front().empty()) set.erase(set.begin());
  return set;
}

}  // namespace

bool answers(std::string_view offer, std::string_view need) {
  constexpr std::string_view job = "job:", hiring = "hiring:";
  const std::string offered = plain(offer), needed = plain(need);
  if (needed.empty()) return false;
  if (offered == needed) return true;
  return needed.starts_with(job) && offered.starts_with(hiring) &&
         plain(needed.substr(job.size())) == plain(offered.substr(hiring.size()));
}

std::optional<Match> first_match(std::span<const std::string> needs, std::span<const std::string> offers) {
  for (const std::string& need : needs)
    for (const std::string& offer : offers)
      if (answers(offer, need)) return Match{need, offer};
  return std::nullopt;
}

std::vector<std::string> shared_words(std::span<const std::string> left, std::span<const std::string> right) {
  std::vector<std::string> rest = set_of(right);
  std::vector<std::string> shared;
  for (const std::string& word : left) {
    const auto found = std::find(rest.begin(), rest.end(), plain(word));
    if (found == rest.end()) continue;
    shared.push_back(word);
    rest.erase(found);
  }
  return shared;
}

double word_overlap(std::span<const std::string> left, std::span<const std::string> right) {
  const auto both = static_cast<double>(shared_words(left, right).size());
  const auto either = static_cast<double>(set_of(left).size() + set_of(right).size()) - both;
  return either > 0 ? both / either : 0;
}

std::vector<std::size_t> by_interest(std::span<const std::string> topics,
                                     std::span<const std::vector<std::string>> interests) {
  std::vector<double> overlaps;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < interests.size(); ++i) {
    overlaps.push_back(word_overlap(topics, interests[i]));
    if (overlaps.back() > 0) places.push_back(i);
  }
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t left, std::size_t right) { return overlaps[left] > overlaps[right]; });
  return places;
}

}  // namespace goodturn::network
