#include "tests/bench/ranking/synthetic.h"

#include <algorithm>
#include <cmath>

#include "tests/bench/ranking/dice.h"

namespace goodturn::bench {
namespace {

constexpr Instant beginning{std::chrono::seconds(1'577'836'800)};  // 2020-01-01
constexpr double seconds_a_day = 86400;

/// All messages of one tie, from a start within its first usual gap.
void write_tie(MessageSet& set, std::int32_t ego, std::int32_t other, const SyntheticRules& rules,
               Dice dice) {
  const double usual = rules.shortest_gap * std::pow(rules.longest_gap / rules.shortest_gap, dice.unit());
  const bool ends = dice.unit() < rules.ending_share;
  const double end = ends ? rules.days * dice.unit() : rules.days;
  for (double day = usual * dice.unit(); day < end;) {
    const bool out = dice.unit() < rules.out_share;
    const Instant at = beginning + std::chrono::seconds(static_cast<std::int64_t>(day * seconds_a_day));
    set.messages.push_back({out ? ego : other, out ? other : ego, at});
    day += dice.unit() < rules.burst_share ? rules.burst_gap * dice.exponential()
                                           : usual * std::exp(rules.spread * dice.normal());
  }
}

}  // namespace

MessageSet synthetic_set(const SyntheticRules& rules, std::uint64_t seed) {
  MessageSet set;
  set.name = "synthetic";
  for (int e = 0; e < rules.egos; ++e) {
    const auto ego = static_cast<std::int32_t>(set.people.size());
    set.people.push_back("ego-" + std::to_string(e));
    set.egos.push_back(set.people.back());
    for (int t = 0; t < rules.ties; ++t) {
      const auto other = static_cast<std::int32_t>(set.people.size());
      set.people.push_back(set.egos.back() + "-tie-" + std::to_string(t));
      write_tie(set, ego, other, rules, Dice(seed, static_cast<std::uint64_t>(other)));
    }
  }
  std::stable_sort(set.messages.begin(), set.messages.end(),
                   [](const Message& a, const Message& b) { return a.at < b.at; });
  return set;
}

}  // namespace goodturn::bench
