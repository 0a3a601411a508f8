// A time zone: the way between local clock readings and instants.
#pragma once

#include <chrono>

#include "core/base/time.h"

struct _icaltimezone;

namespace goodturn::ical {

/// A clock reading without a zone.
using LocalTime = std::chrono::local_seconds;

/// A view of a libical zone that someone else owns; nullptr is UTC.
class Zone {
 public:
  explicit Zone(_icaltimezone* zone = nullptr) : zone_(zone) {}

  /// RFC 5545 §3.3.5: a reading that occurs twice means its first occurrence; one that the clock skips is
  /// taken with the offset before the gap.
  [[nodiscard]] Instant to_instant(LocalTime local) const;
  [[nodiscard]] LocalTime to_local(Instant instant) const;

 private:
  [[nodiscard]] std::chrono::seconds offset_at(Instant instant) const;
  _icaltimezone* zone_;
};

}  // namespace goodturn::ical
