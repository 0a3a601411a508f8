#include "helper/words/language.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace goodturn::helper {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// qvalue: 0 to 1 with up to three digits (RFC 9110 section 12.4.2); 1 where none is given, 0 where it is
/// wrong.
int thousandths(std::string_view parameter) {
  parameter = trimmed(parameter);
  if (parameter.empty()) return 1000;
  if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return 0;
  parameter.remove_prefix(2);
  if (parameter.empty() || (parameter[0] != '0' && parameter[0] != '1')) return 0;
  std::string digits(parameter.substr(0, 1));
  if (parameter.size() > 1) {
    if (parameter[1] != '.' || parameter.size() > 5) return 0;
    digits += parameter.substr(2);
  }
  digits.resize(4, '0');
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? std::min(value, 1000) : 0;
}

}  // namespace

std::string_view to_string(Language language) { return language == Language::de ? "de" : "en"; }

std::optional<Language> parse_language(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_.@")));
  std::transform(primary.begin(), primary.end(), primary.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (primary == "de") return Language::de;
  return primary == "en" ? std::optional(Language::en) : std::nullopt;
}

Language accepted_language(std::string_view field, Language otherwise) {
  Language best = otherwise;
  int weight = 0;
  while (!field.empty()) {
    const auto comma = std::min(field.find(','), field.size());
    const std::string_view range = field.substr(0, comma);
    field.remove_prefix(std::min(comma + 1, field.size()));
    const auto semicolon = range.find(';');
    const auto language = parse_language(trimmed(range.substr(0, semicolon)));
    const int own = thousandths(semicolon == std::string_view::npos ? "" : range.substr(semicolon + 1));
    if (!language || own <= weight) continue;
    best = *language;
    weight = own;
  }
  return best;
}

}  // namespace goodturn::helper
