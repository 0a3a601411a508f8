#include "tests/bench/ranking/replay.h"

#include <algorithm>
#include <cmath>

#include "core/suggest/restraint.h"
#include "tests/bench/ranking/order.h"

namespace goodturn::bench {
namespace {

void count(Share& share, double part) {
  share.part += part;
  ++share.whole;
}

}  // namespace

Replay::Replay(const Ego& ego, std::span<const Scorer> policies, const Protocol& protocol, int limit)
    : ego_(ego),
      policies_(policies),
      protocol_(protocol),
      limit_(limit),
      silences_(ego.ties.size()),
      memory_(policies.size(), std::vector<Memory>(ego.ties.size())),
      sums_(policies.size()) {}

void Replay::week(const Moment& moment, std::span<const std::vector<double>> scores, std::uint64_t seed) {
  if (moment.candidates.size() < least_candidates) return;
  if (!begin_) begin_ = moment.now.today;
  for (const std::size_t tie : moment.candidates) follow(moment, tie);
  for (std::size_t k = 0; k < policies_.size(); ++k) {
    const std::vector<double> open = allowed(moment, k, scores[k]);
    int left = protocol_.slots;
    for (const std::size_t i : best_first(open, seed)) {
      if (left-- == 0 || open[i] == not_offered) break;
      show(moment, k, moment.candidates[i]);
    }
  }
}

bool Replay::is_strong(const Moment& moment, std::size_t tie) const {
  return moment.places[tie] > 0 && moment.places[tie] <= protocol_.strong;
}

/// Notices a new silence. Its tie counts when it is strong at the first look after the contact.
void Replay::follow(const Moment& moment, std::size_t tie) {
  const Day last = *moment.digests[tie].last;
  if (silences_[tie].since == last) return;
  close(tie);
  silences_[tie] = {last, last >= *begin_ && is_strong(moment, tie)};
  for (std::vector<Memory>& memory : memory_) memory[tie].in_silence = 0;
}

void Replay::close(std::size_t tie) {
  const Silence& silence = silences_[tie];
  if (!silence.counts) return;
  const std::vector<Day>& days = ego_.ties[tie].days;
  const auto next = std::upper_bound(days.begin(), days.end(), *silence.since);
  if (days_between(*silence.since, next == days.end() ? ego_.last : *next) < limit_) return;
  for (std::size_t k = 0; k < policies_.size(); ++k) {
    const Memory& memory = memory_[k][tie];
    const bool covered = memory.in_silence > 0 && memory.first < limit_;
    count(sums_[k].coverage, covered ? 1 : 0);
    if (covered) count(sums_[k].lateness, memory.first);
  }
}

std::vector<double> Replay::allowed(const Moment& moment, std::size_t policy,
                                    std::span<const double> scores) const {
  std::vector<double> open(scores.begin(), scores.end());
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Memory& memory = memory_[policy][moment.candidates[i]];
    const bool rests = memory.in_silence >= suggest::showings_per_silence;
    const bool cools = memory.shown && days_between(*memory.shown, moment.now.today) < suggest::cooldown_days;
    if (rests || cools)
      open[i] = not_offered;
    else if (memory.in_silence > 0)
      open[i] *= std::pow(policies_[policy].repeat, memory.in_silence);
  }
  return open;
}

void Replay::show(const Moment& moment, std::size_t policy, std::size_t tie) {
  Memory& memory = memory_[policy][tie];
  const int elapsed = moment.standings[tie].days_since;
  memory.shown = moment.now.today;
  if (++memory.in_silence == 1) memory.first = elapsed;
  const bool redundant = reaches_out(ego_.ties[tie], moment.now.today);
  const bool strong = is_strong(moment, tie);
  ReplaySums& sums = sums_[policy];
  count(sums.redundant, redundant ? 1 : 0);
  count(sums.strong, strong ? 1 : 0);
  const bool timely = !redundant && elapsed < limit_;
  count(sums.useful, strong && timely ? 1 : 0);
  count(sums.timely, timely ? 1 : 0);
}

std::vector<ReplaySums> Replay::finish() {
  for (std::size_t tie = 0; tie < silences_.size(); ++tie) close(tie);
  return sums_;
}

}  // namespace goodturn::bench
