#include "core/network/role_gap.h"

#include <algorithm>

namespace goodturn::network {
namespace {

constexpr int widest_layer = 50;

std::optional<int> levels_above(const RoleProspect& prospect, std::optional<int> user_seniority) {
  if (!prospect.seniority || !user_seniority) return std::nullopt;
  return *prospect.seniority - *user_seniority;
}

bool contains(const std::vector<std::string>& roles, const std::string& role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool fits(const RoleProspect& prospect, const std::string& role, std::optional<int> above) {
  if (prospect.liveliness != relations::Liveliness::alive || prospect.willing <= 0) return false;
  if (prospect.layer <= 0 || prospect.layer > widest_layer) return false;
  if (contains(prospect.roles, role) || contains(prospect.closed_roles, role)) return false;
  return role != to_string(Role::sponsor) || (above && *above >= 1);
}

Said second_reason(const RoleProspect& prospect, std::optional<int> above) {
  if (above && *above >= 1) return Said("report.reason_above", {{"levels", std::int64_t{*above}}});
  return Said(prospect.willing >= 2 ? "report.reason_very_willing" : "report.reason_willing");
}

}  // namespace

int target_rating(const RoleProspect& prospect) {
  return prospect.experience * prospect.influence * prospect.willing;
}

std::vector<RoleCandidate> candidates_for(const std::string& role, std::span<const RoleProspect> prospects,
                                          std::optional<int> user_seniority) {
  std::vector<RoleCandidate> candidates;
  for (const RoleProspect& prospect : prospects) {
    const std::optional<int> above = levels_above(prospect, user_seniority);
    if (!fits(prospect, role, above)) continue;
    candidates.push_back({prospect.person,
                          prospect.strength,
                          {Said("report.reason_close", {{"layer", std::int64_t{prospect.layer}}}),
                           second_reason(prospect, above)}});
  }
  std::sort(candidates.begin(), candidates.end(), [](const RoleCandidate& left, const RoleCandidate& right) {
    return left.strength != right.strength ? left.strength > right.strength : left.person < right.person;
  });
  return candidates;
}

}  // namespace goodturn::network
