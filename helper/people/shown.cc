#include "helper/people/shown.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view balance_key = "show_balance";

}  // namespace

Result<bool> shows_balance(World& world) {
  const auto stored = world.store.setting(balance_key);
  if (!stored) return fail(stored.error());
  return *stored != "no";
}

Result<void> show_balance(World& world, bool shown) {
  return world.store.set_setting(balance_key, shown ? "yes" : "no");
}

}  // namespace goodturn::helper
