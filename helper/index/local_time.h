// What time it is where a person lives.
#pragma once

#include <map>
#include <string>

#include "core/people/card.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Each zone and each country is looked up once: many people live in few of them.
class LocalTimes {
 public:
  explicit LocalTimes(World& world) : recurrence_(world.recurrence), at_(world.clock.now()) {}

  /// Local time minus UTC, now: by the card's zone, which is an offset or a name; else by the country of its
  /// addresses, where that has one time. nullopt: not known.
  [[nodiscard]] std::optional<std::chrono::minutes> offset_of(const people::Card& card);

 private:
  using Offset = std::optional<std::chrono::minutes>;

  const Recurrence& recurrence_;
  Instant at_;
  std::map<std::string, Offset> zones_;
  std::map<std::string, Offset> countries_;
};

/// The first instant of a local day, to the second. Where the clocks skip midnight it is what follows it.
[[nodiscard]] Instant local_midnight(const Recurrence& recurrence, Day day);
/// Half-way between the midnights of a local day.
[[nodiscard]] Instant local_noon(const Recurrence& recurrence, Day day);

}  // namespace goodturn::helper
