#include "adapters/ical/clocks.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <cctype>
#include <map>
#include <memory>
#include <string>

namespace goodturn::ical {
namespace {

using std::chrono::minutes;

constexpr std::size_t longest_name = 100;

std::string folded(const icu::UnicodeString& text) {
  std::string name;
  icu::UnicodeString(text).trim().foldCase().toUTF8String(name);
  return name;
}

/// Every country by its names and its code of three letters, folded, to its code of two.
std::map<std::string, std::string> country_names() {
  std::map<std::string, std::string> names = {{"england", "GB"}, {"scotland", "GB"}, {"wales", "GB"}};
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale country("", *code);
    names.emplace(folded(country.getISO3Country()), *code);
    for (const char* language : {"en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv"}) {
      icu::UnicodeString name;
      names.emplace(folded(country.getDisplayCountry(icu::Locale(language), name)), *code);
    }
  }
  return names;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
char upper(char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); }

/// "de", "DEU", "Deutschland" → "DE"; empty for anything else. The names are only made when one is asked for.
std::string code_of(std::string_view country) {
  if (country.empty() || country.size() > longest_name) return {};
  if (country.size() == 2 && is_letter(country[0]) && is_letter(country[1])) {
    const std::string code = {upper(country[0]), upper(country[1])};
    return code == "UK" ? "GB" : code;
  }
  static const std::map<std::string, std::string> names = country_names();
  const auto found = names.find(
      folded(icu::UnicodeString::fromUTF8({country.data(), static_cast<std::int32_t>(country.size())})));
  return found == names.end() ? std::string() : found->second;
}

std::optional<minutes> clock_at(const icu::UnicodeString& id, Instant at) {
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  if (*zone == icu::TimeZone::getUnknown()) return std::nullopt;
  constexpr double thousand = 1000;
  std::int32_t raw = 0, daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(static_cast<double>(at.time_since_epoch().count()) * thousand, false, raw, daylight,
                  status);
  if (U_FAILURE(status)) return std::nullopt;
  return std::chrono::duration_cast<minutes>(std::chrono::milliseconds(raw + daylight));
}

}  // namespace

std::optional<minutes> clock_of(std::string_view zone, Instant at) {
  if (zone.empty() || zone.size() > longest_name) return std::nullopt;
  return clock_at(icu::UnicodeString::fromUTF8({zone.data(), static_cast<std::int32_t>(zone.size())}), at);
}

std::optional<minutes> clock_in(std::string_view country, Instant at) {
  const std::string code = code_of(country);
  if (code.empty()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, code.c_str(), nullptr, status));
  if (U_FAILURE(status)) return std::nullopt;
  std::optional<minutes> clock;
  while (const icu::UnicodeString* id = zones->snext(status)) {
    const auto one = clock_at(*id, at);
    if (!one || (clock && *clock != *one)) return std::nullopt;
    clock = one;
  }
  return clock;
}

}  // namespace goodturn::ical
