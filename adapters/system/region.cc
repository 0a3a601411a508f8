#include "adapters/system/region.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace goodturn::system {
namespace {

constexpr const char* zone_table = "/usr/share/zoneinfo/zone.tab";

bool is_region(const std::string& text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "AT" of "de_AT.UTF-8"; nothing of "C.UTF-8".
std::string from_locale() {
  for (const char* variable : {"LC_ALL", "LC_TELEPHONE", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    const std::string name = value;
    const auto cut = name.find('_');
    const std::string region =
        cut == std::string::npos ? "" : name.substr(cut + 1, name.find_first_of(".@", cut) - cut - 1);
    return is_region(region) ? region : std::string();
  }
  return {};
}

/// Lines of zone.tab are: country, coordinates, zone, and sometimes a comment, separated by tabs.
std::string from_zone(const std::string& zone) {
  std::ifstream table(zone_table);
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    std::string country, place, name;
    if (fields >> country >> place >> name && name == zone && is_region(country)) return country;
  }
  return {};
}

}  // namespace

std::string local_region(const std::string& zone) {
  const std::string region = from_locale();
  return region.empty() ? from_zone(zone) : region;
}

}  // namespace goodturn::system
