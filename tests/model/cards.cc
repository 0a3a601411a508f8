#include "tests/model/cards.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace goodturn::model {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\r\n"), text.size());
    const bool fold = text.front() == ' ' && !lines.empty();
    if (fold)
      lines.back() += text.substr(1, end - 1);
    else
      lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return lines;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\r\n";
  return text;
}

bool is(const std::string& line, std::string_view name) {
  return line.starts_with(name) && line.size() > name.size() &&
         (line[name.size()] == ':' || line[name.size()] == ';');
}

auto find(std::vector<std::string>& lines, std::string_view name) {
  return std::find_if(lines.begin(), lines.end(), [&](const std::string& line) { return is(line, name); });
}

void set(std::vector<std::string>& lines, const std::string& name, const std::string& value) {
  const auto found = find(lines, name);
  if (found != lines.end())
    *found = name + ":" + value;
  else
    lines.insert(lines.end() - 1, name + ":" + value);
}

void remove(std::vector<std::string>& lines, const char* name) {
  if (const auto found = find(lines, name); found != lines.end()) lines.erase(found);
}

std::string value(const FreshValue& fresh) { return "v" + std::to_string(fresh()); }

void add_to_list(std::vector<std::string>& lines, const std::string& name, const std::string& one) {
  const auto found = find(lines, name);
  if (found != lines.end())
    *found += "," + one;
  else
    lines.insert(lines.end() - 1, name + ":" + one);
}

void remove_tag(std::vector<std::string>& lines) {
  const auto found = find(lines, "CATEGORIES");
  if (found == lines.end()) return;
  const auto comma = found->rfind(',');
  if (comma == std::string::npos)
    lines.erase(found);
  else
    found->resize(comma);
}

/// The second part of ORG; the first one stays.
void set_unit(std::vector<std::string>& lines, const std::string& unit) {
  const auto found = find(lines, "ORG");
  if (found == lines.end()) return set(lines, "ORG", unit + ";" + "Unit");
  const auto part = found->find(';', 4);
  *found = found->substr(0, part == std::string::npos ? found->size() : part) + ";" + unit;
}

/// What properties of one use are called in a card and in an item of a calendar.
struct Words {
  const char* name;
  const char* title;
  const char* many;  ///< may stand several times
  const char* note;
  const char* stamp;
  const char* filled;  ///< what a server may add
};
constexpr Words card_words{"FN", "TITLE", "TEL", "NOTE", "REV", "ROLE:filled"};
constexpr Words calendar_words{"SUMMARY",     "LOCATION",      "COMMENT",
                               "DESCRIPTION", "LAST-MODIFIED", "URL:filled"};

using Lines = std::vector<std::string>;

bool is_calendar(const Lines& lines) { return !lines.empty() && lines.front() == "BEGIN:VCALENDAR"; }
const Words& words_of(const Lines& lines) { return is_calendar(lines) ? calendar_words : card_words; }

/// Where values stand: a card as a whole; of a calendar its events, tasks and journal entries. First and one
/// past the last line of each.
std::vector<std::pair<std::size_t, std::size_t>> parts_of(const Lines& lines) {
  if (!is_calendar(lines)) return {{0, lines.size()}};
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  for (std::size_t at = 1; at + 1 < lines.size(); ++at) {
    if (lines[at].starts_with("BEGIN:")) parts.emplace_back(at, 0);
    if (lines[at].starts_with("END:")) parts.back().second = at + 1;
  }
  return parts;
}

auto at(Lines& lines, std::size_t number) { return lines.begin() + static_cast<std::ptrdiff_t>(number); }

/// Puts what `change` makes of a part in its place.
template <class Part, class Change>
void change_part(Lines& lines, const Part& part, const Change& change) {
  Lines inner(at(lines, part.first), at(lines, part.second));
  change(inner);
  lines.erase(at(lines, part.first), at(lines, part.second));
  lines.insert(at(lines, part.first), inner.begin(), inner.end());
}

/// Does `change` to every part of a text, with the words of its kind.
template <class Change>
std::string in_each_part(const std::string& text, const Change& change) {
  Lines lines = lines_of(text);
  const Words& words = words_of(lines);
  const auto parts = parts_of(lines);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    change_part(lines, *part, [&](Lines& inner) { change(inner, words); });
  return text_of(lines);
}

void drop(Lines& lines, const char* name) {
  std::erase_if(lines, [&](const std::string& line) { return is(line, name); });
}

void stamp(Lines& lines, const Words& words) {
  drop(lines, words.stamp);
  lines.insert(lines.end() - 1, std::string(words.stamp) + ":20261118T100000Z");
}

void fill(Lines& lines, const Words& words) {
  if (std::find(lines.begin(), lines.end(), words.filled) == lines.end())
    lines.insert(lines.end() - 1, words.filled);
}

void shorten(Lines& lines, const Words& words) {
  const std::string name = words.note;
  for (std::string& line : lines)
    if (is(line, name)) line.resize(name.size() + 1);
}

void add_parameters(Lines& lines, const Words& words) {
  const std::string name = words.many;
  const bool card = name == card_words.many;
  for (std::string& line : lines)
    if (is(line, name)) line = (card ? "tel;TYPE=VOICE" : "comment;LANGUAGE=en") + line.substr(name.size());
}

std::string folded(const std::string& text) {
  auto lines = lines_of(text);
  for (std::string& line : lines)
    if (line.size() > 12) line.insert(10, "\r\n ");
  return text_of(lines);
}

/// An occurrence of its own is added, or the last one goes again.
void change_occurrences(Lines& lines, Chance& chance, const FreshValue& fresh) {
  const auto parts = parts_of(lines);
  const std::string when = "2026120" + std::to_string(1 + chance.below(3)) + "T100000Z";
  const std::string day = "RECURRENCE-ID:" + when;
  if (parts.size() > 1 &&
      (chance.below(3) == 0 || std::find(lines.begin(), lines.end(), day) != lines.end())) {
    lines.erase(at(lines, parts.back().first), at(lines, parts.back().second));
    return;
  }
  const auto uid = find(lines, "UID");
  const Lines added = {
      "BEGIN:VEVENT", *uid, "DTSTAMP:20261101T100000Z", day, "DTSTART:" + when, "SUMMARY:" + value(fresh),
      "END:VEVENT"};
  lines.insert(lines.end() - 1, added.begin(), added.end());
}

void edit(Lines& lines, const Words& words, std::uint32_t choice, Chance& chance, const FreshValue& fresh) {
  switch (choice) {
    case 0:
      return set(lines, words.name, value(fresh));
    case 1:
      return set(lines, words.title, value(fresh));
    case 2:
      lines.insert(lines.end() - 1, std::string(words.many) + ":" + value(fresh));
      return;
    case 3:
      return remove(lines, words.many);
    case 4:
    case 5:
      return add_to_list(lines, "CATEGORIES", value(fresh));
    case 6:
      return remove_tag(lines);
    case 7:
      if (chance.below(3) == 0) return remove(lines, words.note);
      return set(lines, words.note, value(fresh));
    default:
      if (&words == &card_words) return set_unit(lines, value(fresh));
      // A journal entry has none (RFC 5545 §3.6.3): of several vobject, and so Radicale, keeps one.
      return add_to_list(lines, lines.front() == "BEGIN:VJOURNAL" ? "CATEGORIES" : "RESOURCES", value(fresh));
  }
}

}  // namespace

std::string new_card(const std::string& uid, const FreshValue& fresh) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + uid + "\r\nFN:" + value(fresh) +
         "\r\nCATEGORIES:" + value(fresh) + "\r\nEND:VCARD\r\n";
}

std::string new_calendar_item(const std::string& uid, int kind, const FreshValue& fresh) {
  static constexpr const char* names[calendar_kinds] = {"VEVENT", "VTODO", "VJOURNAL"};
  const std::string name = names[kind];
  const std::string series =
      name == "VEVENT" ? "DTSTART:20261201T100000Z\r\nRRULE:FREQ=DAILY;COUNT=5\r\n" : "";
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//model//EN\r\nBEGIN:" + name +
         "\r\nUID:" + uid + "\r\nDTSTAMP:20261101T100000Z\r\n" + series + "SUMMARY:" + value(fresh) +
         "\r\nCATEGORIES:" + value(fresh) + "\r\nEND:" + name + "\r\nEND:VCALENDAR\r\n";
}

std::string edited(const std::string& text, Chance& chance, const FreshValue& fresh) {
  constexpr std::uint32_t last_choice = 8;
  auto lines = lines_of(text);
  const std::uint32_t choice = chance.below(last_choice + 1);
  const auto parts = parts_of(lines);
  if (choice == last_choice && lines[parts.front().first] == "BEGIN:VEVENT") {
    change_occurrences(lines, chance, fresh);
    return text_of(lines);
  }
  const auto& part = parts.size() == 1 ? parts.front() : parts[chance.below(parts.size())];
  change_part(lines, part, [&](Lines& inner) { edit(inner, words_of(lines), choice, chance, fresh); });
  return text_of(lines);
}

std::set<int> values_in(std::string_view text) {
  std::set<int> values;
  std::string joined;
  for (std::size_t at = text.find("\r\n "); at != std::string_view::npos; at = text.find("\r\n ")) {
    joined += text.substr(0, at);
    text.remove_prefix(at + 3);
  }
  joined += text;
  for (std::size_t at = 0; at < joined.size(); ++at) {
    const bool starts = at == 0 || joined[at - 1] == ':' || joined[at - 1] == ',' || joined[at - 1] == ';' ||
                        joined[at - 1] == ' ';
    if (!starts || joined[at] != 'v') continue;
    int number = 0;
    std::size_t digit = at + 1;
    for (; digit < joined.size() && std::isdigit(static_cast<unsigned char>(joined[digit])) != 0; ++digit)
      number = number * 10 + (joined[digit] - '0');
    if (digit > at + 1) values.insert(number);
  }
  return values;
}

std::string uid_in(const std::string& text) {
  const auto start = text.find("UID:");
  if (start == std::string::npos) return "";
  return text.substr(start + 4, text.find("\r\n", start) - start - 4);
}

const char* name_of_server(int kind) {
  static constexpr const char* names[rewriting_servers] = {
      "faithful",    "stamps what it stores", "sorts lines",      "folds lines",    "fills fields",
      "drops notes", "drops organisations",   "cuts notes short", "adds parameters"};
  return names[kind];
}

std::string rewritten(int kind, const std::string& text) {
  switch (kind) {
    case 1:
      return in_each_part(text, stamp);
    case 2:
      return in_each_part(text, [](Lines& lines, const Words& words) {
        // A card's VERSION stays where RFC 6350 wants it.
        std::sort(lines.begin() + (&words == &card_words ? 2 : 1), lines.end() - 1);
      });
    case 3:
      return folded(text);
    case 4:
      return in_each_part(text, fill);
    case 5:
      return in_each_part(text, [](Lines& lines, const Words& words) { drop(lines, words.note); });
    case 6:
      return in_each_part(text, [](Lines& lines, const Words& words) {
        drop(lines, &words == &card_words ? "ORG" : "RESOURCES");
      });
    case 7:
      return in_each_part(text, shorten);
    case 8:
      return in_each_part(text, add_parameters);
    default:
      return text;
  }
}

}  // namespace goodturn::model
