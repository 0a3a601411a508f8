// A touch: one contact between the user and a person.
#pragma once

#include <vector>

#include "core/base/time.h"
#include "core/base/vocabulary.h"

namespace goodturn::relations {

/// weight = w_channel · w_dir · w_group (metrics.md 2.1), computed when the touch is made.
struct Touch {
  Instant at{};
  Day day{};  ///< local calendar date: the "contact day"
  Channel channel = Channel::meeting;
  Direction direction = Direction::mutual;
  double weight = 0;
  bool operator==(const Touch&) const = default;
};

/// Weight of a touch with `others` people besides the user: 1/others for 1…5, 0 above 5.
/// A meeting of 2–8 people (1–7 others) keeps 1/others up to 7 (issue: meetings count up to 8 people).
[[nodiscard]] double touch_weight(Channel channel, Direction direction, int others);

}  // namespace goodturn::relations
