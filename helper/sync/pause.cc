#include "helper/sync/pause.h"

#include <algorithm>

namespace goodturn::helper {
namespace {

std::string key_of(sync::AccountId account) { return "account." + std::to_string(account) + ".pause"; }

}  // namespace

Result<void> remember_pause(World& world, sync::AccountId account, const Error& error) {
  if (!error.retry_after) return {};
  const auto pause = std::min<std::chrono::seconds>(*error.retry_after, longest_pause);
  return world.store.set_setting(key_of(account), to_iso(world.clock.now() + pause));
}

Result<std::optional<Error>> pause_of(World& world, sync::AccountId account) {
  const auto stored = world.store.setting(key_of(account));
  if (!stored) return fail(stored.error());
  const Instant until = parse_instant(stored->value_or("")).value_or(Instant());
  const Instant now = world.clock.now();
  if (until <= now || until - now > longest_pause) return std::nullopt;
  Error error = error_of(ErrorKind::too_many,
                         Said("The server asked to be left alone until {time}.", {{"time", to_iso(until)}}));
  error.retry_after = until - now;
  return error;
}

}  // namespace goodturn::helper
