// Rule decision-maker: people who can hire, connect or decide, near the user's goal.
#pragma once

#include <optional>

#include "core/suggest/offer.h"

namespace goodturn::suggest {

/// Offered in a circle with a goal for people in touch who can hire, connect or influence, or hold the role
/// decision-maker, and are willing by the user's note; never for the user's own boss. part = strength ·
/// willing/2. The period is the last contact day: once per silence.
[[nodiscard]] std::optional<Offer> offer_decision_maker(const View& view);
[[nodiscard]] Suggestion write_decision_maker(const View& view, const Offer& offer);

/// Whether the user noted that the person can do this.
[[nodiscard]] bool can(const Contact& contact, Power power);
/// Whether the person's organisation or UID stands in a goal.
[[nodiscard]] bool is_in_goal(const Contact& contact, const Circle& circle);

}  // namespace goodturn::suggest
