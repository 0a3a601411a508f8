#include "core/relations/touch.h"

namespace goodturn::relations {

double touch_weight(Channel channel, Direction direction, int others) {
  // 2–8 people in a room still talk to each other; a message to more than five is a circular.
  const int most = channel == Channel::meeting ? 7 : 5;
  if (others < 1 || others > most) return 0;
  return weight_of(channel) * weight_of(direction) / others;
}

}  // namespace goodturn::relations
