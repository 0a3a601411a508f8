// Which rules may speak at all: the first weeks, purist mode, hard times.
#pragma once

#include "core/base/vocabulary.h"
#include "core/suggest/circle.h"
#include "core/suggest/contact.h"

namespace goodturn::suggest {

/// In the first 14 days only what needs no rhythm: thank, promised, first-meeting, celebrate, give-match,
/// support, and what the user's crisis leaves.
[[nodiscard]] bool fits_cold_start(Rule rule);
/// Purist mode: only what gives or helps, no ask and no mixer (features.md row 29).
[[nodiscard]] bool fits_purist(Rule rule);

/// Whether the rule may speak in this circle. The user's own crisis leaves support and warm contacts.
[[nodiscard]] bool is_permitted(Rule rule, const Circle& circle, bool is_cold_start);
/// Whether it may speak of this person: to somebody who mourns only support.
[[nodiscard]] bool is_permitted_for(Rule rule, const Contact& contact, Day today);

}  // namespace goodturn::suggest
