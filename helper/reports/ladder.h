// Who stands where: contacts above the user, and the people beside and above the own boss.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/network/reach.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

/// One class of people around the boss.
struct Rung {
  network::ReachClass of = network::ReachClass::above;
  Figure reach;                ///< contacts of all who are known
  std::vector<Who> contacts;   ///< the living ties among them
  std::vector<Who> strangers;  ///< known people the user is not in touch with and who may be suggested
};

struct Ladder {
  Figure upward;                   ///< living ties with a higher level than the user
  Who boss;                        ///< empty when not known
  std::vector<Rung> rungs;         ///< four in order of value; empty without a boss
  Figure boss_missing;             ///< why there are no rungs; empty text when there are
  std::vector<std::string> notes;  ///< reporting lines that run in a circle
};

/// Levels and bosses are those of the profiles, bosses also of the cards. A contact is somebody with a tie
/// that is alive or fading. The boss is in no class. Sources: metrics.md 2.16, features.md rows 11, 67, 68.
[[nodiscard]] Ladder ladder_of(const Overview& overview);

[[nodiscard]] Figure upward_figure(const network::UpwardReach& reach, std::optional<int> own,
                                   Language language);
[[nodiscard]] Figure rung_figure(network::ReachClass of, const relations::Share& reached, Language language);
/// "parallel-other", "above", "same-rank-external", "boss-siblings".
[[nodiscard]] std::string_view to_string(network::ReachClass of);

}  // namespace goodturn::helper
