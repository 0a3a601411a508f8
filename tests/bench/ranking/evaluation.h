// One message set through all protocols.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/ranking/conformal.h"
#include "tests/bench/ranking/next_contact.h"
#include "tests/bench/ranking/replay.h"

namespace goodturn::bench {

/// Where in time things happen, from the span of the messages.
struct Calendar {
  Day first{}, last{};   ///< of the messages
  Day warm{};            ///< first 40 % of the span: nothing is measured before
  int origin_step = 14;  ///< days between origins of protocol A; 28 for spans above 900 days
  int limit = 60;        ///< a silence of this many days is long: 30, 60, 90 or 120, growing with the span
};
[[nodiscard]] Calendar calendar_of(const MessageSet& set);

/// What was seen of one ego; vectors have one entry for each scorer.
struct EgoResult {
  std::string name;
  std::array<NextContacts, 2> next;  ///< candidates all, due
  std::vector<ReplaySums> replay;
  std::array<GapCoverage, 3> coverage;
};

inline constexpr std::array<double, 3> coverage_levels = {0.5, 0.8, 0.9};

struct Evaluation {
  std::string name;
  Calendar calendar;
  Protocol protocol;
  std::vector<std::string> scorers;  ///< names
  std::vector<EgoResult> egos;
};

/// Runs every scorer on every chosen ego. Same set, scorers and protocol: same result.
[[nodiscard]] Evaluation evaluate(const MessageSet& set, const std::vector<Scorer>& scorers,
                                  const Protocol& protocol);

}  // namespace goodturn::bench
