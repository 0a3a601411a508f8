#include "tests/bench/ranking/rhythm.h"

#include <algorithm>
#include <cmath>

#include "core/relations/silence.h"

namespace goodturn::bench {
namespace {

/// Expected gaps and days of the two parts.
struct Parts {
  double short_gaps = 0, short_days = 0, long_gaps = 0, long_days = 0;
};

Parts shared_out(std::span<const int> gaps, const Rhythm& rhythm) {
  Parts parts;
  for (const int gap : gaps) {
    const double brief = rhythm.short_share * rhythm.short_rate * std::pow(1 - rhythm.short_rate, gap - 1);
    const double lasting =
        (1 - rhythm.short_share) * rhythm.long_rate * std::pow(1 - rhythm.long_rate, gap - 1);
    const double share = brief / (brief + lasting);
    parts.short_gaps += share;
    parts.short_days += share * gap;
    parts.long_gaps += 1 - share;
    parts.long_days += (1 - share) * gap;
  }
  return parts;
}

double inside(double chance) { return std::clamp(chance, 0.001, 0.99); }

}  // namespace

double Rhythm::survival(double days) const {
  constexpr double least = 1e-300;  // powers of fast rhythms vanish, but a survival is divided by
  return std::max(least, short_share * std::pow(1 - short_rate, days) +
                             (1 - short_share) * std::pow(1 - long_rate, days));
}

Rhythm fit_rhythm(std::span<const int> gaps) {
  Rhythm rhythm;
  for (int round = 0; round < 30 && !gaps.empty(); ++round) {
    const Parts parts = shared_out(gaps, rhythm);
    rhythm = {inside(parts.short_gaps / static_cast<double>(gaps.size())),
              inside(parts.short_gaps / parts.short_days), inside(parts.long_gaps / parts.long_days)};
  }
  return rhythm;
}

Rhythm own_rhythm(std::span<const int> gaps, const Rhythm& everybody) {
  const Parts parts = shared_out(gaps, everybody);
  const double briefly = relations::pool_weight * everybody.short_share;
  const double lastingly = relations::pool_weight - briefly;
  return {inside((parts.short_gaps + briefly) / (static_cast<double>(gaps.size()) + relations::pool_weight)),
          inside((parts.short_gaps + briefly) / (parts.short_days + briefly / everybody.short_rate)),
          inside((parts.long_gaps + lastingly) / (parts.long_days + lastingly / everybody.long_rate))};
}

}  // namespace goodturn::bench
