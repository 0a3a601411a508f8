#include "core/people/partial_date.h"

#include <charconv>
#include <cstdio>
#include <string_view>

namespace goodturn::people {
namespace {

/// Apple's stand-in for "no year" (a leap year long past); some servers drop the parameter that says so.
constexpr int apple_no_year = 1604;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || digits.front() == '-' || error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

/// The part before a time, without surrounding spaces.
std::string_view date_part(std::string_view value) {
  const std::size_t start = value.find_first_not_of(' ');
  if (start == std::string_view::npos) return {};
  value.remove_prefix(start);
  return value.substr(0, value.find_first_of("Tt "));
}

std::optional<PartialDate> month_and_day(std::string_view text, std::optional<int> year) {
  if (text.size() == 5 && text[2] == '-') {
    const auto month = number(text.substr(0, 2));
    const auto day = number(text.substr(3));
    if (month && day) return PartialDate{year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
  } else if (text.size() == 4) {
    const auto joined = number(text);
    if (joined)
      return PartialDate{year, static_cast<unsigned>(*joined / 100), static_cast<unsigned>(*joined % 100)};
  }
  return std::nullopt;
}

std::optional<PartialDate> parse(std::string_view text) {
  if (text.starts_with("--")) return month_and_day(text.substr(2), std::nullopt);
  if (text.size() != 8 && text.size() != 10) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const bool dashed = text[4] == '-';
  if (!year || dashed != (text.size() == 10)) return std::nullopt;
  return month_and_day(text.substr(dashed ? 5 : 4), *year == 0 ? std::nullopt : year);
}

bool exists(const PartialDate& date) {
  constexpr int leap_year = 2000;  // 29 February is a birthday too
  return std::chrono::year_month_day(std::chrono::year(date.year.value_or(leap_year)),
                                     std::chrono::month(date.month), std::chrono::day(date.day))
      .ok();
}

}  // namespace

std::optional<PartialDate> read_date(const text::Property& property) {
  const std::string value = text::decoded_text(property);
  std::optional<PartialDate> date = parse(date_part(value));
  if (!date) return std::nullopt;
  const std::string_view omitted = property.parameter("X-APPLE-OMIT-YEAR");
  if (date->year == apple_no_year || (!omitted.empty() && number(omitted) == date->year)) date->year.reset();
  return exists(*date) ? date : std::nullopt;
}

std::string written_date(const PartialDate& date) {
  char text[24];
  if (date.year)
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", *date.year, date.month, date.day);
  else
    std::snprintf(text, sizeof text, "--%02u-%02u", date.month, date.day);
  return text;
}

}  // namespace goodturn::people
