// Quiet hours: when nothing may come up by itself, and when a call fits. The list itself is always there.
#pragma once

#include <chrono>
#include <optional>

#include "core/suggest/circle.h"

namespace goodturn::suggest {

/// Why it is quiet at a moment, the first that holds.
enum class Quiet { not_quiet, vacation, day_off, quiet_hours, meeting };

/// At `at`, in the user's local time: a vacation event, a day without work, the quiet hours of the own
/// profile (20:00–08:00), a meeting.
[[nodiscard]] Quiet quiet_at(const Circle& circle, Instant at);

/// The first quarter of an hour at or after `from` that is not quiet, within two weeks. nullopt: none.
[[nodiscard]] std::optional<Instant> next_free(const Circle& circle, Instant from);

inline constexpr int call_from_hour = 9, call_until_hour = 18;  ///< in the local time of the person called

/// The same for a call: also Monday to Friday, 09:00–18:00, where the person is. `offset`: their local time
/// minus UTC. nullopt: no such moment within two weeks, as for somebody awake only in the user's quiet hours.
[[nodiscard]] std::optional<Instant> next_call(const Circle& circle, std::chrono::minutes offset,
                                               Instant from);

/// The first day on or after `day` on which the user works: no day off, no vacation. After 60 days without
/// one, `day` itself.
[[nodiscard]] Day working_day(const Circle& circle, Day day);

}  // namespace goodturn::suggest
