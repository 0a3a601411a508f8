#include "core/people/utc_offset.h"

#include <string>

namespace goodturn::people {
namespace {

/// Two digits at the front, taken off.
std::optional<int> take_two_digits(std::string_view& text) {
  constexpr int ten = 10;
  const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  if (!digit(0) || !digit(1)) return std::nullopt;
  const int number = (text[0] - '0') * ten + (text[1] - '0');
  text.remove_prefix(2);
  return number;
}

}  // namespace

std::optional<std::chrono::minutes> utc_offset(std::string_view text) {
  constexpr int most_hours = 14, minutes_of_hour = 60;
  text = text.substr(0, text.find_first_of(" \t;"));
  if (text == "Z" || text == "z") return std::chrono::minutes(0);
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  const int sign = text.front() == '-' ? -1 : 1;
  text.remove_prefix(1);
  const auto hours = take_two_digits(text);
  if (!hours) return std::nullopt;
  int past = 0;
  if (!text.empty()) {
    if (text.front() == ':') text.remove_prefix(1);
    const auto more = take_two_digits(text);
    if (!more || *more >= minutes_of_hour) return std::nullopt;
    past = *more;
    if (!text.empty() && text.front() == ':') text.remove_prefix(1);
    if (!text.empty() && (!take_two_digits(text) || !text.empty())) return std::nullopt;
  }
  const int all = *hours * minutes_of_hour + past;
  return all > most_hours * minutes_of_hour ? std::nullopt : std::optional(std::chrono::minutes(sign * all));
}

}  // namespace goodturn::people
