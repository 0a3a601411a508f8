#include "core/relations/appointment.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/people/letters.h"

namespace goodturn::relations {
namespace {

constexpr std::array<std::string_view, 14> absence_words = {
    "vacation", "holiday",  "on leave",   "annual leave", "parental leave", "out of office", "urlaub",
    "ferien",   "abwesend", "elternzeit", "vacances",     "vacaciones",     "vakantie",      "ferie"};

bool names_absence(std::string_view summary) {
  const std::string words = people::folded_word(summary);
  return std::any_of(absence_words.begin(), absence_words.end(),
                     [&](std::string_view word) { return words.find(word) != std::string::npos; });
}

}  // namespace

std::vector<Meeting> appointments_of(std::span<const calendar::Event> events,
                                     std::span<const calendar::Occurrence> occurrences,
                                     const LocalDay& local_day, Instant now) {
  std::vector<Meeting> appointments;
  for (const calendar::Occurrence& occurrence : occurrences) {
    if (occurrence.event >= events.size()) continue;
    const calendar::Event& event = events[occurrence.event];
    if (!event.attendees.empty() || event.status == calendar::EventStatus::cancelled) continue;
    if (occurrence.end < now - std::chrono::days(appointment_past_days)) continue;
    if (occurrence.start > now + std::chrono::days(appointment_days)) continue;
    appointments.push_back({event.uid,
                            occurrence.start,
                            occurrence.end,
                            local_day(occurrence.start),
                            event.is_private ? std::string() : event.summary,
                            {},
                            event.is_free});
  }
  return appointments;
}

bool is_whole_days(const Meeting& meeting, const LocalDay& local_day) {
  constexpr auto moment = std::chrono::seconds(1);
  if (meeting.end <= meeting.start) return false;
  const auto begins_a_day = [&](Instant at) { return local_day(at) != local_day(at - moment); };
  return begins_a_day(meeting.start) && begins_a_day(meeting.end);
}

std::optional<Absence> absence_of(const Meeting& meeting, const LocalDay& local_day) {
  if (meeting.is_free || !meeting.addresses.empty() || !is_whole_days(meeting, local_day))
    return std::nullopt;
  const Absence absence{meeting.day, local_day(meeting.end - std::chrono::seconds(1))};
  const bool is_long = absence.last > absence.first;
  return is_long || names_absence(meeting.summary) ? std::optional(absence) : std::nullopt;
}

}  // namespace goodturn::relations
