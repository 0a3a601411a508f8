// The meetings of the index as touches, plans and signs.
#include <set>

#include "helper/index/gathering.h"
#include "helper/index/signs.h"

namespace goodturn::helper {
namespace {

void add(Person& person, const relations::Meeting& meeting, const std::optional<relations::Touch>& touch) {
  suggest::Contact& contact = person.contact;
  person.moments.push_back({touch ? Moment::Kind::meeting : Moment::Kind::planned,
                            meeting.start,
                            meeting.day,
                            meeting.summary,
                            "",
                            Channel::meeting,
                            {},
                            1});
  if (touch)
    contact.touches.push_back(*touch);
  else if (!contact.planned || meeting.start < *contact.planned)
    contact.planned = meeting.start;
}

void add(Gathering& all, const relations::Meeting& meeting) {
  std::set<std::size_t> present;
  for (const std::string& address : meeting.addresses)
    if (const auto found = all.by_email.find(address); found != all.by_email.end())
      present.insert(found->second);
  const auto touch = relations::touch_of(meeting, all.now.instant);
  for (const std::size_t index : present) add(all.persons[index], meeting, touch);
  add_meeting_signs(meeting, present, all.now, all.signs);
  if (!touch) all.circle.busy.push_back({meeting.start, meeting.end});
}

}  // namespace

Result<void> gather_meetings(Gathering& all) {
  // The same meeting often stands in two calendars (a shared one and the user's own).
  std::set<std::pair<std::string, Instant>> seen;
  return all.world.index.each_meeting([&](const Index::Origin&, const relations::Meeting& meeting) {
    if (seen.emplace(meeting.event.value, meeting.start).second) add(all, meeting);
  });
}

}  // namespace goodturn::helper
