#include "helper/sync/asked.h"

#include <charconv>

namespace goodturn::helper {
namespace {

std::string key_of(sync::CollectionId collection) {
  return "collection." + std::to_string(collection) + ".asked";
}

}  // namespace

Result<Asked> asked_before(World& world, sync::CollectionId collection) {
  const auto stored = world.store.setting(key_of(collection));
  if (!stored) return fail(stored.error());
  Asked asked;
  if (!*stored) return asked;
  const std::string& text = **stored;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, asked.here);
  if (first.ptr != end) std::from_chars(first.ptr + 1, end, asked.there);
  return asked;
}

Result<void> remember_asked(World& world, sync::CollectionId collection, const Asked& before,
                            const sync::Plan& plan) {
  Asked now;
  for (const sync::Suspicion& suspicion : plan.suspicions)
    (suspicion.verb == sync::Verb::delete_local ? now.here : now.there) = suspicion.deletions;
  if (now == before) return {};
  return world.store.set_setting(key_of(collection),
                                 std::to_string(now.here) + " " + std::to_string(now.there));
}

}  // namespace goodturn::helper
