#include <map>

#include "adapters/ical/unknown_zones.h"
#include "helper/main/doctor_parts.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t most_named = 3;
/// A longer one is no name that would help anybody.
constexpr std::size_t longest_named = 64;

/// How many items name such a zone, and which.
struct Unknown {
  std::size_t items = 0;
  std::set<std::string> names;
};

Result<Unknown> unknown_zones(World& world) {
  const auto collections = world.store.collections();
  if (!collections) return fail(collections.error());
  ical::Zones zones("UTC");
  Unknown unknown;
  for (const sync::Collection& collection : *collections) {
    if (collection.holds.cards) continue;
    const auto read = world.store.each_item(collection.id, [&](const sync::Item& item) -> Result<void> {
      if (item.text.find("TZID") == std::string::npos) return {};
      zones.trim();
      auto found = ical::unknown_zones(text::Document::parse(item.text), zones);
      unknown.items += found.empty() ? 0 : 1;
      unknown.names.merge(found);
      return {};
    });
    if (!read) return fail(read.error());
  }
  return unknown;
}

}  // namespace

void look_at_zones(Examination& examination, World& world) {
  const auto unknown = unknown_zones(world);
  if (!unknown) return examination.bad(examination.words(unknown.error()), "");
  if (unknown->items == 0) return;
  std::string names;
  std::size_t named = 0;
  for (const std::string& name : unknown->names) {
    if (name.size() > longest_named || named == most_named) continue;
    names += (named++ == 0 ? " (" : ", ") + name;
  }
  if (named > 0) names += ")";
  examination.hint(
      "Appointments in a time zone that nobody knows: " + std::to_string(unknown->items) + names + ".",
      "Their times are read as yours. Where that is wrong, choose the zone of a city in the program that "
      "made "
      "them.");
}

}  // namespace goodturn::helper
