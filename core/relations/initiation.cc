#include "core/relations/initiation.h"

#include <cmath>

namespace goodturn::relations {
namespace {

void count(ConversationStarts& starts, Direction direction) {
  switch (direction) {
    case Direction::out:
      ++starts.out;
      return;
    case Direction::in:
      ++starts.in;
      return;
    case Direction::mutual:
      ++starts.unclear;
  }
}

}  // namespace

ConversationStarts conversation_starts(std::span<const Touch> touches, const IsReply& is_reply) {
  constexpr std::chrono::days silence(start_silence_days);
  ConversationStarts starts;
  std::optional<Instant> last;
  for (std::size_t i = 0; i < touches.size(); ++i) {
    const Touch& touch = touches[i];
    if (touch.weight <= 0) continue;
    const bool after_silence = !last || touch.at - *last >= silence;
    if (after_silence && !(is_reply && is_reply(i))) count(starts, touch.direction);
    last = touch.at;
  }
  return starts;
}

std::optional<InitiationBalance> initiation_balance(const ConversationStarts& starts) {
  constexpr double least = 0.25, most = 0.75;
  const Share by_user{starts.out, starts.out + starts.in};
  const std::optional<Interval> interval = wilson(by_user);
  if (!interval) return std::nullopt;
  return InitiationBalance{by_user, starts.unclear, *interval,
                           interval->low > most || interval->high < least};
}

bool initiative_fell(const Share& before, const Share& after) {
  constexpr double critical = 1.96;
  if (!before.value() || !after.value()) return false;
  const double n = before.whole, m = after.whole;
  const double pooled = (before.part + after.part) / (n + m);
  const double error = std::sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return error > 0 && (*before.value() - *after.value()) / error > critical;
}

std::optional<double> imbalance_index(double weight_out, double total_out, double weight_in,
                                      double total_in) {
  for (const double value : {weight_out, total_out, weight_in, total_in})
    if (!(value > 0)) return std::nullopt;
  return std::abs(std::log(weight_out / total_out) - std::log(weight_in / total_in));
}

}  // namespace goodturn::relations
