// Rule role-gap: somebody who could fill an empty place of the role map.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/suggest/introduce.h"

namespace goodturn::suggest {

inline constexpr std::size_t role_prospects = 3;  ///< offered for one role: the list takes one a week at most

/// The needs of the user's role map against who holds the roles. For every role with an empty place, in a
/// circle with a goal, the best three people (network/role_gap.h), never the user's own boss. part = strength
/// · willing/2; the period is the role.
[[nodiscard]] std::vector<Placed> offer_role_gaps(const Scene& scene);
[[nodiscard]] Suggestion write_role_gap(const View& view, const Offer& offer);

/// Every role that the person holds today, each once: noted ones, those of the vocabulary, and those of
/// `needs` that stand as a tag; without closed ones.
[[nodiscard]] std::vector<std::string> role_words(const Contact& contact,
                                                  std::span<const network::RoleNeed> needs);

/// Places in wanted_roles of the roles that the person holds, ascending.
[[nodiscard]] std::vector<std::size_t> held_roles(const Contact& contact, const Circle& circle);

/// How many hold the role now, and how many the user wants.
struct RolePlaces {
  int have = 0;
  int need = 0;
};
[[nodiscard]] RolePlaces places_of(const Scene& scene, const std::string& role);

/// Who holds which role now: roles and tags of the contacts that are needed.
[[nodiscard]] std::vector<network::RoleHolder> holders_of(const Scene& scene);

}  // namespace goodturn::suggest
