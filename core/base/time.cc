#include "core/base/time.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace goodturn {
namespace {

using namespace std::chrono;

/// With as many leading zeros as fill `width`.
void append(std::string& text, int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

/// Days are written by the thousand for one list, which is why nothing interprets a pattern here.
std::string format_day(Day day, std::string_view between) {
  const year_month_day date(day);
  std::string text;
  append(text, static_cast<int>(date.year()), 4);
  append(text.append(between), static_cast<int>(static_cast<unsigned>(date.month())), 2);
  append(text.append(between), static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return text;
}

std::string format_time(Instant instant, const char* pattern) {
  const hh_mm_ss time(instant - floor<days>(instant));
  char text[32];
  std::snprintf(text, sizeof text, pattern, static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return text;
}

/// Consumes exactly `count` digits from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto y = take_digits(text, 4);
  if (!y) return std::nullopt;
  const bool dashed = take(text, '-');
  const auto m = take_digits(text, 2);
  if (!m || (dashed && !take(text, '-'))) return std::nullopt;
  const auto d = take_digits(text, 2);
  if (!d) return std::nullopt;
  const year_month_day date(year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d)));
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

/// Cuts off ".123" where there is one; a dot without a digit is an error.
bool drop_fraction(std::string_view& text) {
  if (!take(text, '.')) return true;
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(digits);
  return digits > 0;
}

std::optional<seconds> take_clock(std::string_view& text) {
  const auto h = take_digits(text, 2);
  const bool colons = h && take(text, ':');
  const auto m = h ? take_digits(text, 2) : std::nullopt;
  if (!m || (colons && !take(text, ':'))) return std::nullopt;
  const auto s = take_digits(text, 2);
  if (!s || *h > 23 || *m > 59 || *s > 60) return std::nullopt;
  if (colons && !drop_fraction(text)) return std::nullopt;
  return hours(*h) + minutes(*m) + seconds(*s);
}

std::optional<seconds> take_offset(std::string_view& text) {
  if (text.empty() || take(text, 'Z')) return seconds(0);
  const bool west = text.front() == '-';
  if (!west && text.front() != '+') return std::nullopt;
  text.remove_prefix(1);
  const auto h = take_digits(text, 2);
  if (!h) return std::nullopt;
  (void)take(text, ':');
  const auto m = take_digits(text, 2);
  if (!m || *h > 23 || *m > 59) return std::nullopt;
  const seconds offset = hours(*h) + minutes(*m);
  return west ? -offset : offset;
}

}  // namespace

std::string to_iso(Day day) { return format_day(day, "-"); }
std::string to_basic(Day day) { return format_day(day, ""); }
std::string to_iso(Instant instant) {
  return to_iso(floor<days>(instant)) + format_time(instant, "T%02d:%02d:%02dZ");
}
std::string to_basic(Instant instant) {
  return to_basic(floor<days>(instant)) + format_time(instant, "T%02d%02d%02dZ");
}

std::optional<Day> parse_day(std::string_view text) {
  const auto day = take_day(text);
  return text.empty() ? day : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto day = take_day(text);
  if (!day || !take(text, 'T')) return std::nullopt;
  const auto clock = take_clock(text);
  if (!clock) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return Instant(*day) + *clock - *offset;
}

}  // namespace goodturn
