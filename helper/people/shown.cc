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
  return set_in_own_profile(world, [&](calendar::OwnProfile& profile) { profile.without_balance = !shown; });
}

}  // namespace goodturn::helper
