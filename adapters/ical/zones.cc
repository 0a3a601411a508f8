#include "adapters/ical/zones.h"

#include <array>

#include "adapters/ical/rule.h"
#include "adapters/ical/windows_zones.h"

namespace goodturn::ical {
namespace {

constexpr std::size_t most_zones = 512;
constexpr std::size_t most_lines = 2000;
constexpr std::size_t longest_line = 1024;
/// Zones with all their history have some forty. libical writes each of them out year by year.
constexpr int most_rules = 64;

bool is_wanted(const std::string& name) {
  static constexpr std::array names = {"BEGIN",      "END",    "TZID",  "DTSTART", "TZOFFSETFROM",
                                       "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The VTIMEZONE with only the lines that matter, and only rules that libical can walk quickly: a zone is
/// expanded without any limit of ours in between. Empty when it is too large to be a zone.
std::string tame(const text::Document& document, const text::Component& component) {
  std::string block;
  int rules = 0;
  const std::size_t end = std::min(component.end + 1, document.lines().size());
  if (end - component.begin > most_lines) return {};
  for (std::size_t number = component.begin; number < end; ++number) {
    const text::Line& line = document.lines()[number];
    if (line.raw().size() > longest_line || !is_wanted(line.name())) continue;
    if (line.name() == "RRULE" && (!is_plain_yearly(line.property().value) || ++rules > most_rules)) continue;
    block += line.unfolded() + "\r\n";
  }
  return block;
}

const text::Component* zone_component(const text::Document& document, std::string_view tzid) {
  for (const text::Component& calendar : document.components())
    for (const text::Component& child : calendar.children)
      if (child.name == "VTIMEZONE" && document.first_value(child, "TZID") == tzid) return &child;
  return nullptr;
}

/// "/mozilla.org/20050126_1/Europe/Berlin" → "mozilla.org/20050126_1/Europe/Berlin" → … one part less.
std::string_view without_first_part(std::string_view tzid) {
  const auto slash = tzid.find('/');
  return slash == std::string_view::npos ? std::string_view() : tzid.substr(slash + 1);
}

icaltimezone* builtin(std::string_view name) {
  if (name == "UTC" || name == "Etc/UTC" || name == "GMT" || name == "Z")
    return icaltimezone_get_utc_timezone();
  return icaltimezone_get_builtin_timezone(std::string(name).c_str());
}

}  // namespace

Zones::Zones(const std::string& local) { local_ = Zone(system_zone(local)); }

Zone Zones::find(std::string_view tzid, const text::Document& document) {
  return known(tzid, document).value_or(local_);
}

std::optional<Zone> Zones::known(std::string_view tzid, const text::Document& document) {
  if (icaltimezone* zone = system_zone(tzid)) return Zone(zone);
  if (icaltimezone* zone = own_zone(tzid, document)) return Zone(zone);
  if (icaltimezone* zone = system_zone(iana_name(tzid))) return Zone(zone);
  return std::nullopt;
}

void Zones::trim() {
  if (own_.size() > most_zones) own_.clear();
  if (system_.size() > most_zones) system_.clear();
}

icaltimezone* Zones::system_zone(std::string_view tzid) {
  if (tzid.empty() || tzid.size() > longest_line) return nullptr;
  if (const auto known = system_.find(tzid); known != system_.end()) return known->second;
  icaltimezone* zone = nullptr;
  for (std::string_view name = tzid; !name.empty() && zone == nullptr; name = without_first_part(name))
    zone = builtin(name);
  system_.emplace(tzid, zone);
  return zone;
}

icaltimezone* Zones::own_zone(std::string_view tzid, const text::Document& document) {
  const text::Component* component = zone_component(document, tzid);
  if (component == nullptr) return nullptr;
  const std::string block = tame(document, *component);
  const ContentHash key = hash_of(block);
  if (const auto known = own_.find(key); known != own_.end()) return known->second.get();

  std::unique_ptr<icaltimezone, Free> zone;
  if (icalcomponent* parsed = icalparser_parse_string(block.c_str())) {
    zone.reset(icaltimezone_new());
    // On success the zone owns the component.
    if (icalcomponent_isa(parsed) != ICAL_VTIMEZONE_COMPONENT ||
        icaltimezone_set_component(zone.get(), parsed) == 0) {
      icalcomponent_free(parsed);
      zone.reset();
    }
  }
  return own_.emplace(key, std::move(zone)).first->second.get();
}

}  // namespace goodturn::ical
