// The report "network": what the user's network looks like today.
#pragma once

#include <vector>

#include "helper/reports/circles.h"
#include "helper/reports/crisis.h"
#include "helper/reports/habits.h"
#include "helper/reports/ladder.h"
#include "helper/reports/section.h"
#include "helper/reports/variety.h"

namespace goodturn::helper {

struct NetworkReport {
  Figure active;  ///< people whose tie is alive, of everybody in the address books
  Circles circles;
  std::vector<Dimension> variety;
  Habits habits;
  Ladder ladder;
  Crisis crisis;
};

/// `out_of_time` bounds the search for cliques.
[[nodiscard]] NetworkReport network_report(const Snapshot& snapshot, Now now, Language language,
                                           const OutOfTime& out_of_time);

/// True once two seconds have passed since this was called.
[[nodiscard]] OutOfTime two_seconds();

/// "40 people are alive in your network." with "of 500 in your address books".
[[nodiscard]] Figure active_figure(std::size_t alive, std::size_t touched, std::size_t all,
                                   Language language);

/// The report for people, in plain words.
[[nodiscard]] std::vector<Section> sections_of(const NetworkReport& report, Language language);

}  // namespace goodturn::helper
