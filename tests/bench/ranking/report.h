// The tables of an evaluation.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "tests/bench/ranking/bars.h"
#include "tests/bench/ranking/table.h"

namespace goodturn::bench {

/// The sets with their sizes and calendars, then for each: who is contacted next (all, due), the weekly
/// replay, the ideas against F; then gap coverage and the bars. `rivals` are names of scorers compared with
/// F.
[[nodiscard]] std::vector<Table> tables_of(std::span<const Evaluation> evaluations,
                                           std::span<const std::string> rivals);

}  // namespace goodturn::bench
