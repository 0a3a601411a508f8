// What the user's networking is for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/relations/share.h"

namespace goodturn::network {

struct WeeklyBudget {
  int touches = 5;
  int asks = 0;
  double hours = 0;
  bool operator==(const WeeklyBudget&) const = default;
};

struct Goal {
  Uid id;
  std::vector<std::string> titles;
  std::vector<std::string> industries;
  std::vector<std::string> companies;
  std::vector<Uid> targets;  ///< people to reach
  std::optional<Day> deadline;
  WeeklyBudget budget;
  std::string purpose;  ///< for whom it is good; may be empty
  bool operator==(const Goal&) const = default;
};

/// Of titles, industries, companies, targets and deadline those that are filled: 3 of 5 is 60 %.
/// Source: features.md row 70.
[[nodiscard]] relations::Share completeness(const Goal& goal);

}  // namespace goodturn::network
