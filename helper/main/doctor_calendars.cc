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

std::string some_of(const std::set<std::string>& names) {
  std::string some;
  std::size_t named = 0;
  for (const std::string& name : names) {
    if (name.size() > longest_named || named == most_named) continue;
    some += (named++ == 0 ? "" : ", ") + name;
  }
  return some;
}

}  // namespace

void look_at_zones(Examination& examination, World& world) {
  const auto unknown = unknown_zones(world);
  if (!unknown) return examination.bad(said_of(unknown.error()));
  if (unknown->items == 0) return;
  const std::string names = some_of(unknown->names);
  examination.hint(
      Said("doctor.unknown_zones",
           {{"count", said_number(unknown->items)}, {"named", said_flag(!names.empty())}, {"names", names}}),
      Said("doctor.unknown_zones_do"));
}

}  // namespace goodturn::helper
