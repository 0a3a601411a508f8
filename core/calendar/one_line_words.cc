#include "core/calendar/one_line_words.h"

#include <algorithm>

namespace goodturn::calendar {
namespace {

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Entry>
const Entry* entry_of(std::span<const Entry> entries, std::string_view word) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.word == word; });
  return found == entries.end() ? nullptr : &*found;
}

/// 0 is Sunday; full names and their first letters.
std::optional<unsigned> weekday_of(const LineTable& table, std::string_view word) {
  for (unsigned i = 0; i < table.weekdays.size(); ++i)
    if (word == table.weekdays[i] || word == table.weekdays[i].substr(0, table.weekday_letters)) return i;
  return std::nullopt;
}

std::span<const LineWords> languages() {
  static const LineWords all[] = {LineWords(english_table()), LineWords(german_table())};
  return all;
}

}  // namespace

std::optional<LineVerb> verb_of(std::string_view word) {
  for (const LineWords& words : languages())
    if (const auto verb = words.verb(word)) return verb;
  return std::nullopt;
}

std::optional<Day> plain_day(std::string_view word, Day today) {
  for (const LineWords& words : languages())
    if (const auto day = words.plain_day(word, today)) return day;
  return std::nullopt;
}

std::optional<LineVerb> LineWords::verb(std::string_view word) const {
  const LineTable::Verb* entry = entry_of(table_.verbs, word);
  return entry ? std::optional(LineVerb{entry->kind, entry->gives, entry->particle, this}) : std::nullopt;
}

std::optional<GiveWord> LineWords::give(std::string_view word) const {
  const LineTable::Give* entry = entry_of(table_.gives, word);
  return entry ? std::optional(entry->give) : std::nullopt;
}

std::optional<AskWord> LineWords::ask(std::string_view word) const {
  const LineTable::Ask* entry = entry_of(table_.asks, word);
  return entry ? std::optional(entry->ask) : std::nullopt;
}

std::optional<Joint> LineWords::joint(std::string_view word) const {
  const LineTable::Join* entry = entry_of(table_.joints, word);
  return entry ? std::optional(entry->joint) : std::nullopt;
}

std::string_view LineWords::word_for(Joint joint) const {
  const auto found = std::find_if(table_.joints.begin(), table_.joints.end(),
                                  [&](const LineTable::Join& entry) { return entry.joint == joint; });
  return found == table_.joints.end() ? std::string_view() : found->word;
}

std::optional<int> LineWords::size(std::string_view word) const {
  if (is_one_of(word, table_.small_sizes)) return 1;
  return is_one_of(word, table_.big_sizes) ? std::optional(3) : std::nullopt;
}

bool LineWords::is_article(std::string_view word) const { return is_one_of(word, table_.articles); }

bool LineWords::is_small(std::string_view word) const {
  return is_one_of(word, table_.small_words) || joint(word) || is_article(word) ||
         is_one_of(word, table_.weekdays) || entry_of(table_.day_words, word) != nullptr;
}

std::optional<Day> LineWords::plain_day(std::string_view word, Day today) const {
  if (const LineTable::DayWord* named = entry_of(table_.day_words, word))
    return today + std::chrono::days(named->days);
  // Without the hyphens it might be any number.
  return word.find('-') == std::string_view::npos ? std::nullopt : parse_day(word);
}

std::optional<int> LineWords::number(std::string_view word) const {
  if (is_one_of(word, table_.ones)) return 1;
  for (std::size_t i = 0; i < table_.numbers.size(); ++i)
    if (word == table_.numbers[i]) return static_cast<int>(i) + 2;
  if (word.empty() || word.size() > 3 || word.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int value = 0;
  for (const char digit : word) value = value * 10 + (digit - '0');
  return value > 0 ? std::optional(value) : std::nullopt;
}

std::optional<unsigned> LineWords::month(std::string_view word) const {
  if (word.size() < 3) return std::nullopt;
  for (unsigned i = 0; i < table_.months.size(); ++i)
    if (table_.months[i].starts_with(word)) return i + 1;
  return std::nullopt;
}

std::optional<unsigned> LineWords::weekday(std::string_view word) const { return weekday_of(table_, word); }

bool LineWords::is_in(std::span<const std::string_view> LineTable::*words, std::string_view word) const {
  return is_one_of(word, table_.*words);
}

std::optional<Day> LineWords::weekday_near(std::string_view word, Day today, Toward toward) const {
  const auto wanted = weekday_of(table_, word);
  if (!wanted) return std::nullopt;
  const std::chrono::weekday day(*wanted), now(today);
  const std::chrono::days ahead = day - now, behind = now - day;
  constexpr std::chrono::days week(7);
  if (toward == Toward::future) return today + (ahead.count() == 0 ? week : ahead);
  return today - (behind.count() == 0 ? week : behind);
}

bool is_name_title(std::string_view word) {
  constexpr std::string_view titles[] = {"dr", "prof", "mr", "mrs", "ms"};
  return is_one_of(word, titles);
}

bool is_name_particle(std::string_view word) {
  constexpr std::string_view particles[] = {"van", "von", "de", "der", "den", "del", "della",
                                            "di",  "da",  "la", "le",  "bin", "al",  "ter"};
  return is_one_of(word, particles);
}

}  // namespace goodturn::calendar
