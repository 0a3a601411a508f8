// Events of the user alone: appointments to come, and whole days away.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/relations/meeting.h"

namespace goodturn::relations {

/// How far ahead events without other people are looked at, and how long they stay after their end.
inline constexpr int appointment_days = 60, appointment_past_days = 2;

/// The occurrences, in the order given, that name no other person, are not cancelled, and lie within
/// appointment_days; each as a Meeting without addresses, all-day ones too. `occurrences[i].event` indexes
/// `events`; an index out of range is left out.
[[nodiscard]] std::vector<Meeting> appointments_of(std::span<const calendar::Event> events,
                                                   std::span<const calendar::Occurrence> occurrences,
                                                   const LocalDay& local_day, Instant now);

/// Both ends included.
struct Absence {
  Day first{}, last{};
  bool operator==(const Absence&) const = default;
};

/// Whether the event covers whole local days.
[[nodiscard]] bool is_whole_days(const Meeting& meeting, const LocalDay& local_day);

/// The days that an event of the user alone takes them away: whole days, two or more in a row, or named as
/// vacation, leave or the like in one of the shipped languages. nullopt for everything else, and for events
/// that leave the user free, as the holidays of a subscribed calendar do (RFC 5545 §3.8.2.7).
[[nodiscard]] std::optional<Absence> absence_of(const Meeting& meeting, const LocalDay& local_day);

}  // namespace goodturn::relations
