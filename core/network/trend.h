// Is the network growing or shrinking?
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"

namespace goodturn::network {

/// Median of the slopes of all pairs (Theil–Sen), per step; nullopt for fewer than two values.
[[nodiscard]] std::optional<double> theil_sen(std::span<const double> values);

/// Mann–Kendall trend test: S = Σ sign(later − earlier), Z = (S ∓ 1)/√Var, Var = n(n−1)(2n+5)/18 (the
/// formula without ties), Z = 0 for S = 0.
struct MannKendall {
  int s = 0;
  double z = 0;
};
/// nullopt for fewer than two values. Source: metrics.md 2.17.
[[nodiscard]] std::optional<MannKendall> mann_kendall(std::span<const double> values);

enum class TrendWord { steady, shrinking, growing };

struct Trend {
  std::size_t months = 0;  ///< the evidence: 6–12
  double slope = 0;        ///< people per month
  MannKendall test;
  double change = 0;  ///< (last − first)/first; 0 when first is 0
  TrendWord word = TrendWord::steady;
};
/// Of month-end counts, oldest first; only the newest twelve are used. Shrinking if Z < −1.96 and more than
/// 10 % were lost over the window; growing the other way round. nullopt for fewer than six months: no
/// statement. Source: metrics.md 2.17.
[[nodiscard]] std::optional<Trend> network_trend(std::span<const int> month_ends);

/// One person's contact days, ascending, each once, and c0 (relations/layer.h) for their rhythm.
struct ActivityHistory {
  Uid person;
  std::vector<Day> days;
  double default_cadence = 365;
};

/// The people active on a day: touched within 90 days, or alive by what was known then. In the order given.
/// Source: metrics.md 2.17.
[[nodiscard]] std::vector<Uid> active_people(std::span<const ActivityHistory> histories, Day day);

/// People first touched between the two days (both included) and touched again since, up to `last`: on at
/// least two contact days. In the order given. Source: features.md row 65.
[[nodiscard]] std::vector<Uid> newcomers(std::span<const ActivityHistory> histories, Day first, Day last);

/// The names behind a trend, each list ascending.
struct Turnover {
  std::vector<Uid> gained;
  std::vector<Uid> lost;
};
[[nodiscard]] Turnover turnover(std::vector<Uid> before, std::vector<Uid> after);

}  // namespace goodturn::network
