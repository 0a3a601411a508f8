// The weekly budget lives in the own profile, so that it travels with the records to the user's other
// computers.
#include <charconv>

#include "helper/people/profile.h"
#include "helper/week/week.h"

namespace goodturn::helper {
namespace {

/// What homes of earlier versions kept here only.
Result<int> earlier_budget(World& world) {
  const auto stored = world.store.setting(budget_key);
  if (!stored) return fail(stored.error());
  int budget = default_budget;
  if (*stored) std::from_chars((*stored)->data(), (*stored)->data() + (*stored)->size(), budget);
  return budget;
}

}  // namespace

Result<int> weekly_budget(World& world) {
  const auto profile = own_profile(world);
  if (!profile) return fail(profile.error());
  return profile->weekly_energy ? *profile->weekly_energy : earlier_budget(world);
}

Result<void> set_weekly_budget(World& world, int budget) {
  if (budget < 0 || budget > 20)
    return fail(ErrorKind::invalid, "The weekly budget is a number from 0 to 20.");
  return set_in_own_profile(world, [&](calendar::OwnProfile& profile) { profile.weekly_energy = budget; });
}

}  // namespace goodturn::helper
