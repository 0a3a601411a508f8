// The days on which something was asked of a person.
#pragma once

#include <vector>

#include "core/suggest/contact.h"

namespace goodturn::suggest {

/// Days on which a touch belonged to an ask, an ask was made and not withdrawn, or something was received on
/// request; ascending, each once. Source: metrics.md 2.15, 2.18.
[[nodiscard]] std::vector<Day> ask_days_of(const Contact& contact);

}  // namespace goodturn::suggest
