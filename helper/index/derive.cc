#include "helper/index/derive.h"

#include <algorithm>

#include "core/calendar/event.h"
#include "core/calendar/journal.h"
#include "core/relations/appointment.h"
#include "core/relations/meeting.h"

namespace goodturn::helper {
namespace {

std::vector<relations::Meeting> meetings_in(const text::Document& document,
                                            std::span<const std::string> own_addresses,
                                            Recurrence& recurrence, Instant now) {
  const std::vector<calendar::Event> events = calendar::read_events(document);
  if (events.empty()) return {};
  const auto local_day = [&](Instant instant) { return recurrence.local_day(instant); };
  // Without other people there is no meeting, so only the days around now need to be worked out.
  const bool alone = std::all_of(events.begin(), events.end(),
                                 [](const calendar::Event& event) { return event.attendees.empty(); });
  const auto past = alone ? std::chrono::days(relations::appointment_past_days) : derive_past;
  const auto future = alone ? std::chrono::days(relations::appointment_days) : derive_future;
  const auto occurrences = recurrence.expand(document, events, now - past, now + future);
  if (!occurrences) return {};
  if (alone) return relations::appointments_of(events, *occurrences, local_day, now);
  return relations::meetings_of(events, *occurrences, own_addresses, local_day, now);
}

}  // namespace

relations::Derived derive(const sync::Item& item, const text::Document& document,
                          const sync::Collection& collection, std::span<const std::string> own_addresses,
                          Recurrence& recurrence, Instant now) {
  relations::Derived derived;
  if (!collection.enabled) return derived;
  derived.person = people::read_card(document);
  if (derived.person) {
    if (derived.person->uid.empty()) derived.person->uid = Uid("href:" + item.href.value);
    return derived;
  }
  derived.record = calendar::read_record(document);
  if (const auto kind = calendar::journal_kind(document)) derived.journal = {*kind, item.text};
  derived.follow_up = calendar::read_follow_up(document);
  if (collection.counts_as_meetings) derived.meetings = meetings_in(document, own_addresses, recurrence, now);
  return derived;
}

}  // namespace goodturn::helper
