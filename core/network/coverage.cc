#include "core/network/coverage.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/vocabulary.h"

namespace goodturn::network {
namespace {

double weight_of(relations::Liveliness word) {
  switch (word) {
    case relations::Liveliness::alive:
      return 1;
    case relations::Liveliness::fading:
      return 0.5;
    case relations::Liveliness::quiet:
      break;
  }
  return 0;
}

RoleSlot slot_of(const RoleNeed& need, std::span<const RoleHolder> holders) {
  RoleSlot slot{need.role, need.need, 0, 0};
  std::set<Uid> counted;
  for (const RoleHolder& holder : holders) {
    if (holder.role != need.role || !counted.insert(holder.person).second) continue;
    ++slot.have;
    slot.active += weight_of(holder.liveliness);
  }
  return slot;
}

/// For each holder: in how many slots nobody else could step in.
std::map<Uid, int> indispensable(const std::vector<RoleSlot>& slots, std::span<const RoleHolder> holders) {
  std::map<Uid, int> alone;
  std::set<std::pair<Uid, std::string>> counted;
  for (const RoleSlot& slot : slots)
    for (const RoleHolder& holder : holders)
      if (holder.role == slot.role && slot.have <= slot.need &&
          counted.insert({holder.person, slot.role}).second)
        ++alone[holder.person];
  return alone;
}

}  // namespace

std::vector<RoleNeed> default_needs() {
  const auto need = [](Role role, int count) { return RoleNeed{std::string(to_string(role)), count}; };
  return {need(Role::mentor, 1), need(Role::sponsor, 1), need(Role::ally, 1), need(Role::sounding_board, 2),
          need(Role::challenger, 1)};
}

std::optional<double> active_coverage(std::span<const RoleSlot> slots) {
  double needed = 0, filled = 0;
  for (const RoleSlot& slot : slots) {
    needed += slot.need;
    filled += std::min(slot.active, static_cast<double>(slot.need));
  }
  if (needed <= 0) return std::nullopt;
  return filled / needed;
}

std::optional<Coverage> coverage(std::span<const RoleNeed> needs, std::span<const RoleHolder> holders) {
  Coverage result;
  for (const RoleNeed& need : needs) {
    if (need.need <= 0) continue;
    const RoleSlot& slot = result.slots.emplace_back(slot_of(need, holders));
    result.filled.part += std::min(slot.have, slot.need);
    result.filled.whole += slot.need;
    result.slots_met.part += slot.have >= slot.need;
    ++result.slots_met.whole;
  }
  const std::optional<double> active = active_coverage(result.slots);
  if (!active) return std::nullopt;
  result.active = *active;
  result.concentration = {0, result.filled.part};
  for (const auto& [person, count] : indispensable(result.slots, holders)) {
    if (count <= result.concentration.part) continue;
    result.concentration.part = count;
    result.carrier = person;
  }
  return result;
}

bool mentors_are_friends(const relations::Share& friends_of_mentors) {
  const std::optional<double> share = friends_of_mentors.value();
  return share && *share > 0.5;
}

}  // namespace goodturn::network
