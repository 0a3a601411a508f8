// What the suggestion rules know beyond single people: from journals, meetings and the clock.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/journals.h"
#include "core/suggest/circle.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Place of a person among the contacts, by the UID or "mailto:" address that an item carries.
using PlaceOf = std::function<std::optional<std::size_t>(const Uid&)>;

/// Goals, introductions of known people and the user's own profile. `uid_at` gives the UID of a place.
[[nodiscard]] suggest::Circle circle_of(const calendar::Journals& journals, const PlaceOf& place_of,
                                        const std::function<const Uid&(std::size_t)>& uid_at);

/// The roles that the user closed with a person and did not open again.
[[nodiscard]] std::vector<std::string> closed_roles(const calendar::Journals& journals, const Uid& person,
                                                    Day today);

/// The user's local time minus UTC at `now`, to the minute, found from the local dates around it.
[[nodiscard]] std::chrono::minutes local_offset(const Recurrence& recurrence, Now now);

}  // namespace goodturn::helper
