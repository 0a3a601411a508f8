#include "core/calendar/words.h"

#include <algorithm>

#include "core/calendar/value_list.h"

namespace goodturn::calendar {
namespace {

std::string mapped(std::string_view text, char first, char last, int step) {
  std::string out(text);
  for (char& c : out)
    if (c >= first && c <= last) c = static_cast<char>(c + step);
  return out;
}

constexpr int to_lower_step = 'a' - 'A';

/// A UID as the URI that ALTREP holds (RFC 5545 §3.2.1): whatever no URI has, and what parts parameters and
/// their values, as %XX. Cyrus writes such characters in its own way.
std::string uri_of(std::string_view uid) {
  constexpr std::string_view kept = "-._~:/?#[]@!$&'()*+=", digits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : uid) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (is_word || kept.find(c) != std::string_view::npos)
      uri += c;
    else
      uri.append(1, '%').append(1, digits[byte / 16]).append(1, digits[byte % 16]);
  }
  return uri;
}

}  // namespace

std::string trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(space) - first + 1));
}

std::string upper_word(std::string_view text) { return mapped(text, 'a', 'z', -to_lower_step); }
std::string lower_word(std::string_view text) { return mapped(text, 'A', 'Z', to_lower_step); }

std::string as_utf8(std::string_view bytes) {
  text::Property property;
  property.value = bytes;
  return text::decoded_value(property);
}

std::optional<Day> day_of(std::string_view value) {
  const std::string bare = trimmed(value);
  return parse_day(std::string_view(bare).substr(0, std::min(bare.find('T'), bare.size())));
}

std::optional<Instant> instant_of(std::string_view value) {
  const std::string bare = trimmed(value);
  if (const auto instant = parse_instant(bare)) return instant;
  if (const auto day = parse_day(bare)) return Instant(*day);
  return std::nullopt;
}

Uid first_contact(std::string_view value) {
  const std::string first = text::unescape_text(text::split_escaped(value, ',').front());
  // The older form of a single value: one TEXT, with whatever was in it.
  if (first.find_first_of(",\\") != std::string::npos) return Uid(trimmed(first));
  return Uid(parted_values(first).front());
}

std::string contact_line(const Uid& person, std::string_view name) {
  if (person.empty() && name.empty()) return {};
  const std::string link = person.empty() ? "" : ";ALTREP=\"" + uri_of(person.value) + "\"";
  return "CONTACT" + link + ":" + text::escape_text(name);
}

}  // namespace goodturn::calendar
