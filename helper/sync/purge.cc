#include "helper/sync/purge.h"

#include "core/sync/history.h"

namespace goodturn::helper {
namespace {

constexpr const char* seen_key = "kept.seen";  ///< the day of the last sync
constexpr const char* from_key = "kept.from";  ///< the first day on which something may be dropped
constexpr std::chrono::days longest_pause{30};
constexpr std::chrono::days patience{2};

Result<std::optional<Day>> day_in(World& world, const char* key) {
  const auto text = world.store.setting(key);
  if (!text) return fail(text.error());
  return *text ? parse_day(**text) : std::nullopt;
}

/// Whether the days from one sync to the next speak for the clock.
Result<bool> is_believed(World& world, Day today) {
  const auto seen = day_in(world, seen_key);
  if (!seen) return fail(seen.error());
  const auto from = day_in(world, from_key);
  if (!from) return fail(from.error());
  if (*seen == today) return *from && **from <= today;
  if (auto noted = world.store.set_setting(seen_key, to_iso(today)); !noted) return fail(noted.error());
  if (*seen && **seen <= today && today - **seen <= longest_pause) return *from && **from <= today;
  if (auto noted = world.store.set_setting(from_key, to_iso(today + patience)); !noted)
    return fail(noted.error());
  return false;
}

}  // namespace

Result<void> purge_kept(World& world) {
  const Instant now = world.clock.now();
  return world.store.transact([&]() -> Result<void> {
    const auto believed = is_believed(world, world.now().today);
    if (!believed) return fail(believed.error());
    if (!*believed) return {};
    if (auto purged = world.store.purge_trash(now - sync::trash_kept); !purged) return purged;
    return world.store.purge_writes(now - sync::writes_kept);
  });
}

}  // namespace goodturn::helper
