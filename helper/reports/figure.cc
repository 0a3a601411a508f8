#include "helper/reports/figure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace goodturn::helper {

Figure not_enough(std::string_view missing) {
  return {std::nullopt, "Not enough yet: " + std::string(missing) + ".", ""};
}

Figure share_figure(const relations::Share& share, std::string text, std::string evidence,
                    std::string_view missing) {
  const std::optional<double> value = share.value();
  if (!value) return not_enough(missing);
  return {value, std::move(text), std::move(evidence)};
}

std::string line_of(const Figure& figure) {
  return figure.evidence.empty() ? figure.text : figure.text + " (" + figure.evidence + ")";
}

std::string decimal(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, std::abs(value));
  const bool is_zero = std::string_view(text).find_first_of("123456789") == std::string_view::npos;
  return (value < 0 && !is_zero ? "−" : "") + std::string(text);
}

std::string percent(double value) { return std::to_string(std::lround(100 * value)) + " %"; }

std::string of_words(const relations::Share& share) {
  return std::to_string(share.part) + " of " + std::to_string(share.whole);
}

std::string people_words(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " person" : " people");
}

std::string count_words(std::size_t count, std::string_view word) {
  const std::string_view ending = count == 1 ? "" : word.ends_with("ch") ? "es" : "s";
  return std::to_string(count) + " " + std::string(word) + std::string(ending);
}

std::string names_words(std::span<const Who> people, std::size_t most) {
  // One name too many is shorter written out than as "1 other".
  const std::size_t shown = people.size() <= most + 1 ? people.size() : most;
  const std::size_t others = people.size() - shown;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == shown && others == 0;
    if (i > 0) text += is_last ? " and " : ", ";
    text += people[i].name;
  }
  if (others > 0) text += " and " + std::to_string(others) + " others";
  return text;
}

std::string ago_words(int days) {
  constexpr int week = 7, month = 30, year = 365;
  if (days <= 0) return "today";
  const auto ago = [](int count, std::string_view unit) {
    return count_words(static_cast<std::size_t>(count), unit) + " ago";
  };
  if (days < 3 * week) return ago(days, "day");
  if (days < 3 * month) return ago(days / week, "week");
  if (days < 2 * year) return ago(days / month, "month");
  return ago(days / year, "year");
}

}  // namespace goodturn::helper
