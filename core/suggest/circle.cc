#include "core/suggest/circle.h"

namespace goodturn::suggest {

std::vector<network::RoleNeed> wanted_roles(const Circle& circle) {
  if (circle.own.wanted_roles.empty()) return network::default_needs();
  std::vector<network::RoleNeed> needs;
  for (const calendar::WantedRole& wanted : circle.own.wanted_roles)
    needs.push_back({wanted.role, wanted.count});
  return needs;
}

network::Workplace own_workplace(const Circle& circle) {
  return {circle.own.organisation, circle.own.domains};
}

}  // namespace goodturn::suggest
