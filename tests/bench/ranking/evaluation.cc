#include "tests/bench/ranking/evaluation.h"

#include "tests/bench/ranking/dice.h"

namespace goodturn::bench {
namespace {

constexpr double warm_share = 0.4;
constexpr int long_span = 900;

int limit_of(int span) {
  if (span <= 200) return 30;
  if (span <= long_span) return 60;
  return span <= 1825 ? 90 : 120;
}

EgoResult evaluate_ego(const Ego& ego, const Calendar& calendar, const std::vector<Scorer>& scorers,
                       const Protocol& protocol) {
  EgoResult result;
  result.name = ego.name;
  Replay replay(ego, scorers, protocol, calendar.limit);
  std::vector<std::vector<double>> scores(scorers.size());
  // An ego without touches after the window has left; that says nothing about the ties.
  for (int week = 0;; ++week) {
    const Day today = calendar.warm + std::chrono::days(week * window_days);
    if (today + std::chrono::days(window_days) >= ego.last) break;
    const Moment moment = look(ego, today);
    for (std::size_t k = 0; k < scorers.size(); ++k) scores[k] = scorers[k].score(moment);
    const std::uint64_t lot = Dice(protocol.seed, static_cast<std::uint64_t>(week)).next();
    replay.week(moment, scores, lot);
    if (week * window_days % calendar.origin_step != 0) continue;
    add_origin(result.next[0], ego, moment, scores, false, lot);
    add_origin(result.next[1], ego, moment, scores, true, lot);
  }
  result.replay = replay.finish();
  for (std::size_t i = 0; i < coverage_levels.size(); ++i)
    result.coverage[i] = gap_coverage(ego, calendar.warm, coverage_levels[i]);
  return result;
}

}  // namespace

Calendar calendar_of(const MessageSet& set) {
  Calendar calendar;
  if (set.messages.empty()) return calendar;
  calendar.first = std::chrono::floor<std::chrono::days>(set.messages.front().at);
  calendar.last = std::chrono::floor<std::chrono::days>(set.messages.back().at);
  const int span = days_between(calendar.first, calendar.last);
  calendar.warm = calendar.first + std::chrono::days(static_cast<int>(span * warm_share));
  if (span > long_span) calendar.origin_step = 28;
  calendar.limit = limit_of(span);
  return calendar;
}

Evaluation evaluate(const MessageSet& set, const std::vector<Scorer>& scorers, const Protocol& protocol) {
  Evaluation evaluation{set.name, calendar_of(set), protocol, {}, {}};
  for (const Scorer& scorer : scorers) evaluation.scorers.push_back(scorer.name);
  const EgoBook book(set);
  for (const std::int32_t person : book.chosen()) {
    Protocol own = protocol;
    own.seed = Dice(protocol.seed, static_cast<std::uint64_t>(person)).next();
    evaluation.egos.push_back(evaluate_ego(book.ego(person), evaluation.calendar, scorers, own));
  }
  return evaluation;
}

}  // namespace goodturn::bench
