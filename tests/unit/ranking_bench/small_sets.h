// Message sets made by hand.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/ranking/ego.h"

namespace goodturn::bench {

inline constexpr Day first_day{std::chrono::days(18262)};  // 2020-01-01

inline Day day_at(int number) { return first_day + std::chrono::days(number); }
inline Instant noon_of(int number) { return day_at(number) + std::chrono::hours(12); }

/// Person 0 is "ada"; the others are "tie-1", "tie-2" ….
inline MessageSet set_of(int ties) {
  MessageSet set;
  set.name = "small";
  set.people = {"ada"};
  for (int i = 1; i <= ties; ++i) set.people.push_back("tie-" + std::to_string(i));
  set.egos = {"ada"};
  return set;
}

/// Ada writes to a tie at noon of these days. The messages have to be sorted before use.
inline void write_on(MessageSet& set, int tie, const std::vector<int>& days) {
  for (const int day : days) set.messages.push_back({0, tie, noon_of(day)});
}

}  // namespace goodturn::bench
