// The report "roles": the role map, what is empty in it and on whom it rests.
#pragma once

#include <string>
#include <vector>

#include "helper/reports/role_map.h"
#include "helper/reports/section.h"

namespace goodturn::helper {

struct RolesReport {
  Figure filled;         ///< filled places of all wanted ones
  Figure roles_met;      ///< roles with enough holders
  Figure active;         ///< the same by living ties
  Figure concentration;  ///< places that rest on one person
  Who carrier;           ///< that person; empty when nothing rests on anybody
  std::vector<Seat> seats;
  Figure friends_among_mentors;
  bool mentors_are_friends = false;
  Figure hard_feedback;  ///< days since the last feedback received
  bool hard_feedback_is_due = false;
  std::vector<ClosedRole> closed;
  Friends friends = Friends::left_out;
  std::vector<Who> friends_only;  ///< empty unless asked for
};

/// Sources: metrics.md 2.10; features.md rows 1–5, 7, 10, 12.
[[nodiscard]] RolesReport roles_report(const Snapshot& snapshot, Now now, Language language, Friends friends);

/// The four numbers of a coverage in words; not_enough where no role is wanted.
void add_coverage(RolesReport& report, const std::optional<network::Coverage>& coverage, Language language);
/// "Both mentors are friends: who gives you hard feedback?"
[[nodiscard]] Figure mentor_figure(const relations::Share& friends_of_mentors, Language language);
[[nodiscard]] Figure feedback_figure(std::optional<int> days, bool is_due, Day today, Language language);

[[nodiscard]] std::vector<Section> sections_of(const RolesReport& report, Language language);

}  // namespace goodturn::helper
