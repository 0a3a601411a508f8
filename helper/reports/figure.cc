#include "helper/reports/figure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "helper/words/words.h"

namespace goodturn::helper {

Figure not_enough(const Said& missing, Language language) {
  return {std::nullopt, in_words(missing, language), ""};
}

Figure figure_of(double value, const Said& text, const Said& evidence, Language language) {
  return {value, in_words(text, language), in_words(evidence, language)};
}

Figure share_figure(const relations::Share& share, const Said& text, const Said& evidence,
                    const Said& missing, Language language) {
  const std::optional<double> value = share.value();
  return value ? figure_of(*value, text, evidence, language) : not_enough(missing, language);
}

Said share_said(std::string_view key, const relations::Share& share) {
  return Said(key, {{"part", std::int64_t{share.part}}, {"whole", std::int64_t{share.whole}}});
}

Said count_said(std::string_view key, std::size_t count) {
  return Said(key, {{"count", said_number(count)}});
}

Said percent_said(std::string_view key, double value) { return Said(key, {{"percent", percent(value)}}); }

std::string line_of(const Figure& figure) {
  return figure.evidence.empty() ? figure.text : figure.text + " (" + figure.evidence + ")";
}

std::string decimal(double value, int digits, Language language) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, std::abs(value));
  const bool is_zero = std::string_view(text).find_first_of("123456789") == std::string_view::npos;
  if (language == Language::de) std::replace(text, text + std::strlen(text), '.', ',');
  return (value < 0 && !is_zero ? "−" : "") + std::string(text);
}

std::string percent(double value) { return std::to_string(std::lround(100 * value)) + " %"; }

std::string duration_words(double minutes, Language language) {
  constexpr double hour = 60, day = 24 * hour;
  const auto words = [&](std::string_view key, double count) {
    return in_words(Said(key, {{"form", std::string(count == 1 ? "one" : "many")},
                               {"value", decimal(count, count == std::floor(count) ? 0 : 1, language)}}),
                    language);
  };
  if (minutes < 2 * hour) return words("report.minutes", minutes);
  return minutes < 2 * day ? words("report.hours", minutes / hour) : words("report.days", minutes / day);
}

std::vector<std::string> names_in(std::span<const Who> people, Language language, std::size_t most) {
  // One name too many is shorter written out than as "1 other".
  const std::size_t shown = people.size() <= most + 1 ? people.size() : most;
  std::vector<std::string> names;
  for (const Who& who : people.first(shown)) names.push_back(who.name);
  if (shown < people.size())
    names.push_back(in_words(count_said("report.others", people.size() - shown), language));
  return names;
}

std::string names_words(std::span<const Who> people, Language language, std::size_t most) {
  return in_words(Said("report.names", {{"names", names_in(people, language, most)}}), language);
}

std::string ago_words(int days, Language language) {
  constexpr int week = 7, month = 30, year = 365;
  if (days <= 0) return in_words(Said("report.ago_today"), language);
  const auto ago = [&](std::string_view key, int count) {
    return in_words(Said(key, {{"count", std::int64_t{count}}}), language);
  };
  if (days < 3 * week) return ago("report.ago_days", days);
  if (days < 3 * month) return ago("report.ago_weeks", days / week);
  if (days < 2 * year) return ago("report.ago_months", days / month);
  return ago("report.ago_years", days / year);
}

std::string branch_of(std::string_view word) {
  std::string branch(word);
  for (char& c : branch)
    if (c == '-' || c == ' ') c = '_';
  return branch;
}

}  // namespace goodturn::helper
