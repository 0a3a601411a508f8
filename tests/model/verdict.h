// What a history must have come to when all is calm again.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "tests/model/town.h"

namespace goodturn::model {

/// What the machines and the server do not have alike, in words; empty: all is equal.
[[nodiscard]] std::string difference(const Town& town);

/// What is wrong, in words, with the values, UIDs, records and open rows of a town where all is equal, and
/// with one more sync of each machine. `unknown`: values in writes whose outcome was unknown for a time,
/// which the change log may lack.
[[nodiscard]] std::optional<std::string> what_is_wrong(const Town& town, const std::set<int>& unknown);

}  // namespace goodturn::model
