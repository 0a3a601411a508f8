#include "tests/bench/ranking/conformal.h"

#include <optional>
#include <span>

#include "core/relations/cadence.h"
#include "core/relations/silence.h"

namespace goodturn::bench {
namespace {

void count(Share& share, std::span<const int> before, int gap, double q) {
  const std::optional<int> threshold = relations::silence_threshold(before, q);
  if (!threshold) return;
  share.part += gap <= *threshold ? 1 : 0;
  ++share.whole;
}

}  // namespace

GapCoverage gap_coverage(const Ego& ego, Day warm, double q) {
  GapCoverage coverage;
  for (const Tie& tie : ego.ties) {
    const std::vector<int> gaps = relations::gaps_of(tie.days);
    for (std::size_t k = 0; k < gaps.size(); ++k) {
      if (tie.days[k] < warm) continue;
      const auto before = std::span(gaps).first(k);
      count(coverage.all_gaps, before, gaps[k], q);
      count(coverage.newest, relations::newest(before), gaps[k], q);
    }
  }
  return coverage;
}

}  // namespace goodturn::bench
