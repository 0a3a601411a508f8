// Who held which role when: alliances may end, and nothing is forgotten.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/network/coverage.h"

namespace goodturn::network {

/// A role from one day to another. `role` is a word of the vocabulary or the user's own ("cold", "friend").
struct RoleTerm {
  Uid person;
  std::string role;
  Day since{};
  std::optional<Day> until;  ///< closed by the user; nullopt: holds
  bool operator==(const RoleTerm&) const = default;
};

/// The holders on a day: since <= day < until. Source: features.md row 7.
[[nodiscard]] std::vector<RoleHolder> holders_on(
    std::span<const RoleTerm> terms, Day day,
    const std::function<relations::Liveliness(const Uid&)>& liveliness);

/// Whether the user closed this role with this person and did not open it again by `day`: never suggested
/// anew then. Source: features.md row 7.
[[nodiscard]] bool was_closed(std::span<const RoleTerm> terms, const Uid& person, const std::string& role,
                              Day day);

/// The person's terms, oldest first. Source: features.md row 90.
[[nodiscard]] std::vector<RoleTerm> history_of(std::span<const RoleTerm> terms, const Uid& person);

}  // namespace goodturn::network
