// vdirsyncer as an independent reader at the end of a history.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "tests/model/cards.h"

namespace goodturn::model {

/// What is wrong, in words, where vdirsyncer does not read `items` (href → text) at `url`; nullopt also where
/// it is not installed and skipping is allowed. Takes more than a second, too much for every history. Not
/// asked where a UID is there twice, as a cut listing may leave it: vdirsyncer takes no two of one.
[[nodiscard]] std::optional<std::string> read_otherwise(const std::string& url, Holds holds,
                                                        const std::map<std::string, std::string>& items);

}  // namespace goodturn::model
