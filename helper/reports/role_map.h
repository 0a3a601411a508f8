// Who holds which role, and who could.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/network/coverage.h"
#include "core/network/role_gap.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

/// Somebody who holds a role today.
struct Holder {
  Who who;
  relations::Liveliness liveliness = relations::Liveliness::quiet;  ///< quiet also where there was no touch
  std::optional<Day> since;                                         ///< as noted; nullopt for a tag alone
  std::optional<Day> last_contact;                                  ///< nullopt: never in touch
  int opportunities = 0;                                            ///< received from them, ever
};

struct Candidate {
  Who who;
  std::vector<std::string> reasons;  ///< two
};

/// One wanted role.
struct Seat {
  std::string role;
  std::string gloss;  ///< what the role means; empty for a role of the user's own
  int need = 0;
  double active = 0;  ///< Σ over holders: alive 1, fading .5, quiet 0
  std::vector<Holder> holders;
  std::vector<Candidate> candidates;  ///< at most 3, while the role is not filled
  std::string text;                   ///< "sponsor: empty", "mentor: only Ada Example"
};

/// A term that the user ended.
struct ClosedRole {
  Who who;
  std::string role;
  Day since{};
  Day until{};
};

/// Whether people who are friends only, without any role, are looked at. Source: features.md row 4.
enum class Friends { left_out, included };

/// Everybody's roles today, as the weekly list counts them: open terms, and tags on cards unless the user
/// closed that role with that person.
/// Tags count for roles of the vocabulary and for the user's own wanted roles.
[[nodiscard]] std::vector<network::RoleHolder> holders_of(const Overview& overview);

/// The roles that the user wants: the profile's, else the defaults.
[[nodiscard]] std::vector<network::RoleNeed> needs_of(const Overview& overview);

/// The wanted roles in their order with holders and candidates. Source: metrics.md 2.10.
[[nodiscard]] std::vector<Seat> seats_of(const Overview& overview,
                                         const std::vector<network::RoleHolder>& holders, Friends friends);

/// Terms that ended, newest first. Source: features.md row 7.
[[nodiscard]] std::vector<ClosedRole> closed_roles_of(const Overview& overview);

/// People who are friends or family and hold no role. Source: features.md row 4.
[[nodiscard]] std::vector<Who> friends_only(const Overview& overview,
                                            const std::vector<network::RoleHolder>& holders);

/// "sponsor: empty", "mentor: only Ada Example, silent for 12 weeks", "ally: Ada and Bob".
[[nodiscard]] std::string seat_words(const std::string& role, const std::vector<Holder>& holders, Day today,
                                     Language language);

}  // namespace goodturn::helper
