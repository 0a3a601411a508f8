// What two versions of one item differ in, for people to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goodturn::sync {

/// One property of one component, all its values joined by ", ".
struct Difference {
  std::string property;  ///< upper case
  std::string before;    ///< plain text; empty: was not there
  std::string after;     ///< the same
  bool operator==(const Difference&) const = default;
};

/// The properties whose meaning differs between the main component (card, event, task, journal) of two texts,
/// in alphabetical order; stamps of programs (REV, DTSTAMP …) are passed over. An empty text has no
/// properties.
[[nodiscard]] std::vector<Difference> differences(std::string_view before, std::string_view after);

}  // namespace goodturn::sync
