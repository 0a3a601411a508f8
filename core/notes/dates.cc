#include "core/notes/dates.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace goodturn::notes {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<Day> real_day(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() && year >= 1900 ? std::optional(Day(date)) : std::nullopt;
}

/// 3.11.2026: at most two digits, two and four.
std::optional<FoundDay> dotted_day(std::string_view text) {
  const std::size_t day = digits_at(text, 0);
  if (day == 0 || day > 2 || day >= text.size() || text[day] != '.') return std::nullopt;
  const std::size_t month_at = day + 1, month = digits_at(text, month_at);
  if (month == 0 || month > 2 || month_at + month >= text.size() || text[month_at + month] != '.')
    return std::nullopt;
  const std::size_t year_at = month_at + month + 1;
  if (digits_at(text, year_at) != 4) return std::nullopt;
  const auto found = real_day(number(text.substr(year_at, 4)), number(text.substr(month_at, month)),
                              number(text.substr(0, day)));
  return found ? std::optional(FoundDay{*found, 0, year_at + 4}) : std::nullopt;
}

/// " 14:25", "T14:25:00.5+01:00": where the time of day ends.
std::size_t behind_time(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != ' ' && text[at] != 'T')) return at;
  std::size_t end = at + 1;
  if (digits_at(text, end) != 2 || end + 2 >= text.size() || text[end + 2] != ':' ||
      digits_at(text, end + 3) != 2)
    return at;
  end += 5;
  const auto is_rest = [](char c) { return is_digit(c) || c == ':' || c == '.' || c == '+' || c == 'Z'; };
  while (end < text.size() && is_rest(text[end]) &&
         (is_digit(text[end]) || end + 1 == text.size() || is_digit(text[end + 1]) || text[end] == 'Z'))
    ++end;
  return end;
}

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || (!is_digit(text[at]) && (static_cast<unsigned char>(text[at] | 0x20) < 'a' ||
                                                       static_cast<unsigned char>(text[at] | 0x20) > 'z'));
}

}  // namespace

std::optional<FoundDay> day_at_begin(std::string_view text) {
  constexpr std::size_t iso = 10;
  std::optional<FoundDay> found;
  if (text.size() >= iso && text[4] == '-')
    if (const auto day = parse_day(text.substr(0, iso))) found = FoundDay{*day, 0, iso};
  if (!found) found = dotted_day(text);
  if (!found) return std::nullopt;
  found->end = behind_time(text, found->end);
  return ends_word(text, found->end) ? found : std::nullopt;
}

std::optional<FoundDay> day_within(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && !ends_word(text, at - 1))) continue;
    if (auto found = day_at_begin(text.substr(at))) return FoundDay{found->day, at, at + found->end};
    at += digits_at(text, at) - 1;
  }
  return std::nullopt;
}

std::optional<FoundDay> day_of_name(std::string_view stem) {
  constexpr std::size_t iso = 10;
  if (stem.size() >= iso && stem[4] == '-' && (stem.size() == iso || !is_digit(stem[iso])))
    if (const auto day = parse_day(stem.substr(0, iso))) return FoundDay{*day, 0, iso};
  const std::size_t digits = digits_at(stem, 0);
  if (digits != 8 && digits != 12 && digits != 14) return std::nullopt;
  const auto day = real_day(number(stem.substr(0, 4)), number(stem.substr(4, 2)), number(stem.substr(6, 2)));
  return day ? std::optional(FoundDay{*day, 0, digits}) : std::nullopt;
}

}  // namespace goodturn::notes
