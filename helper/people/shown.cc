// Kept in the own profile, so that it travels with the records to the user's other computers.
#include "helper/people/shown.h"

#include "helper/people/profile.h"

namespace goodturn::helper {

Result<bool> shows_balance(World& world) {
  const auto profile = own_profile(world);
  if (!profile) return fail(profile.error());
  return !profile->without_balance;
}

Result<void> show_balance(World& world, bool shown) {
  const auto lock = world.lock();
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  Before before;
  return world.store.transact([&] {
    return change_own_profile(
        world, *items, [&](calendar::OwnProfile& profile) { profile.without_balance = !shown; }, before);
  });
}

}  // namespace goodturn::helper
