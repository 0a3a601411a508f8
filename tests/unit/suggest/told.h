// A suggestion as text, so that a test says in a few lines all that a rule fills in.
#pragma once

#include <string>

#include "core/suggest/suggestion.h"

namespace goodturn::suggest {

/// Five lines: the title; the reasons; the idea; "by" its due day with the day it is about ("of"), since when
/// there is silence, its record and whether it is a call; and the factors with their values.
[[nodiscard]] std::string told(const Suggestion& suggestion);

}  // namespace goodturn::suggest
