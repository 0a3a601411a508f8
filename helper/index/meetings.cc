// The meetings of the index as touches, plans and signs.
#include <algorithm>
#include <set>
#include <tuple>

#include "core/relations/appointment.h"
#include "helper/index/gathering.h"
#include "helper/index/signs.h"

namespace goodturn::helper {
namespace {

void add(Person& person, const relations::Meeting& meeting, const std::optional<relations::Touch>& touch) {
  suggest::Contact& contact = person.contact;
  person.moments.push_back({touch ? Moment::Kind::meeting : Moment::Kind::planned,
                            meeting.start,
                            meeting.day,
                            Said(meeting.summary),
                            "",
                            Channel::meeting,
                            {},
                            1});
  if (touch)
    contact.touches.push_back(*touch);
  else if (!contact.planned || meeting.start < *contact.planned)
    contact.planned = meeting.start;
}

bool is_around_today(const relations::Meeting& meeting, Instant now) {
  return meeting.end >= now - coming_past &&
         meeting.start <= now + std::chrono::days(relations::appointment_days);
}

/// An event of the user alone: days away, or an appointment.
void add_own(Gathering& all, const relations::Meeting& meeting) {
  const auto local_day = [&](Instant at) { return all.world.recurrence.local_day(at); };
  if (const auto absence = relations::absence_of(meeting, local_day))
    all.circle.vacations.push_back({absence->first, absence->last});
  if (relations::is_whole_days(meeting, local_day)) return;
  if (meeting.start > all.now.instant && !meeting.is_free)
    all.circle.busy.push_back({meeting.start, meeting.end});
  all.coming.push_back({meeting.event, meeting.start, meeting.end, meeting.day, meeting.summary});
}

void add(Gathering& all, const relations::Meeting& meeting) {
  std::set<std::size_t> present;
  for (const std::string& address : meeting.addresses)
    if (const auto found = all.by_email.find(address); found != all.by_email.end())
      present.insert(found->second);
  const auto touch = relations::touch_of(meeting, all.now.instant);
  for (const std::size_t index : present) add(all.persons[index], meeting, touch);
  add_meeting_signs(meeting, present, all.now, all.signs);
  if (!touch && !meeting.is_free) all.circle.busy.push_back({meeting.start, meeting.end});
  if (is_around_today(meeting, all.now.instant))
    all.coming.push_back({meeting.event,
                          meeting.start,
                          meeting.end,
                          meeting.day,
                          meeting.summary,
                          meeting.addresses.size(),
                          {present.begin(), present.end()}});
}

}  // namespace

Result<void> gather_meetings(Gathering& all) {
  // The same meeting often stands in two calendars (a shared one and the user's own).
  std::set<std::pair<std::string, Instant>> seen;
  auto read = all.world.index.each_meeting([&](const Index::Origin&, const relations::Meeting& meeting) {
    if (!seen.emplace(meeting.event.value, meeting.start).second) return;
    for (const Instant at : {meeting.start, meeting.end, meeting.end + coming_past,
                             meeting.start - std::chrono::days(relations::appointment_days)})
      all.changes(at);
    meeting.addresses.empty() ? add_own(all, meeting) : add(all, meeting);
  });
  std::sort(all.coming.begin(), all.coming.end(), [](const Coming& a, const Coming& b) {
    return std::tie(a.start, a.event) < std::tie(b.start, b.event);
  });
  return read;
}

}  // namespace goodturn::helper
