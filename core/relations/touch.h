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
  bool reply = false;  ///< a mail that answers an earlier one; it starts no conversation
  bool operator==(const Touch&) const = default;
};

/// Weight of a touch with `others` people besides the user, in full-touch equivalents, range [0, 1]:
/// w_channel · w_dir / others. Up to 5 others count, in a meeting up to 7 (2–8 people with the user);
/// above that, and for others < 1, the weight is 0: a circular is no contact. Source: metrics.md 2.1.
[[nodiscard]] double touch_weight(Channel channel, Direction direction, int others);

}  // namespace goodturn::relations
