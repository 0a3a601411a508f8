#include "core/suggest/digest.h"

#include <algorithm>
#include <cmath>

#include "core/relations/quiet_time.h"

namespace goodturn::suggest {
namespace {

constexpr double depth_days = 365;

using Looks = std::array<double, relations::layer_steps>;

/// Fading is a factor of time alone, so every earlier look is today's terms of the touches up to then,
/// scaled back: one power per touch instead of thirteen.
Looks strengths_of(std::span<const relations::Touch> touches, Instant now, double half_life) {
  Looks looks{};
  for (const relations::Touch& touch : touches) {
    const double age = relations::age_in_days(touch.at, now);
    if (age < 0) continue;
    const auto weeks = static_cast<std::size_t>(age / relations::layer_step_days);
    looks[std::min(weeks, looks.size() - 1)] += touch.weight * std::exp2(-age / half_life);
  }
  for (std::size_t k = looks.size() - 1; k > 0; --k) looks[k - 1] += looks[k];
  for (std::size_t k = 1; k < looks.size(); ++k)
    looks[k] = relations::carried(looks[k], -static_cast<double>(k) * relations::layer_step_days, half_life);
  return looks;
}

}  // namespace

int depth_of(const relations::Touch& touch) {
  if (touch.weight <= 0) return 0;
  if (touch.channel == Channel::call) return 2;
  const bool is_talk_of_two = touch.channel == Channel::meeting &&
                              touch.weight >= relations::touch_weight(touch.channel, touch.direction, 1);
  return is_talk_of_two ? 2 : 1;
}

Digest digest_of(std::span<const relations::Touch> touches, Instant now, double half_life) {
  const std::vector<Day> days = relations::contact_days(touches);
  Digest digest;
  digest.gaps = relations::gaps_of(days);
  digest.median_gap = relations::median(relations::newest(digest.gaps));
  digest.usual = relations::usual_range(relations::newest(digest.gaps));
  digest.outgoing = relations::outgoing_days(touches);
  digest.contact_days = static_cast<int>(days.size());
  if (!days.empty()) {
    digest.first = days.front();
    digest.last = days.back();
  }
  for (const relations::Touch& touch : touches) {
    const double age = relations::age_in_days(touch.at, now);
    if (age >= 0 && age <= depth_days) digest.depth = std::max(digest.depth, depth_of(touch));
  }
  digest.strength = strengths_of(touches, now, half_life);
  return digest;
}

}  // namespace goodturn::suggest
