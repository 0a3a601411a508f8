// Several cards of one person read as one.
#pragma once

#include <span>

#include "core/people/card.h"

namespace goodturn::people {

/// A card that says what all of them say. `cards` is not empty; the first gives the UID. Lists are joined in
/// order and without repetition. The name is the fullest one; organisation with unit, title and dates are
/// those of the first card that has them, a date with its year before one without.
[[nodiscard]] Card joined_card(std::span<const Card> cards);

}  // namespace goodturn::people
