#include "helper/meetings/wanted.h"

#include <algorithm>
#include <map>

#include "core/suggest/quiet.h"
#include "helper/meetings/briefs.h"

namespace goodturn::helper {
namespace {

using calendar::MeetingMoment;
using std::chrono::hours;

constexpr std::chrono::minutes step{15};

bool is_free(const suggest::Circle& circle, Instant at) {
  return suggest::quiet_at(circle, at) == suggest::Quiet::not_quiet;
}

/// An hour before; where that is quiet, later up to the start, else earlier within the day before. A meeting
/// in the middle of a long quiet time has its brief at its start.
Instant brief_due(const suggest::Circle& circle, Instant start) {
  const Instant usual = start - hours(1);
  for (Instant at = usual; at < start; at += step)
    if (is_free(circle, at)) return at;
  for (Instant at = usual; at >= start - hours(usual_brief_hours); at -= step)
    if (is_free(circle, at)) return at;
  return start;
}

}  // namespace

std::vector<std::size_t> suggestible(const Snapshot& snapshot, const Coming& meeting) {
  std::vector<std::size_t> people = meeting.known;
  std::erase_if(people, [&](std::size_t place) { return snapshot.persons()[place].contact.do_not_suggest; });
  return people;
}

std::vector<WantedTask> wanted_tasks(const Snapshot& snapshot, const World& world) {
  std::vector<WantedTask> wanted;
  const suggest::Circle& circle = snapshot.ranking().circle();
  if (circle.own.without_meeting_tasks) return wanted;
  const Instant now = world.clock.now();
  std::map<Uid, const Coming*> next, last;  // by series
  for (const Coming& meeting : snapshot.coming()) {
    if (suggestible(snapshot, meeting).empty()) continue;
    if (meeting.start > now) next.try_emplace(meeting.event, &meeting);
    if (meeting.end <= now) last.insert_or_assign(meeting.event, &meeting);
  }
  for (const auto& [event, meeting] : next)
    if (meeting->start <= now + hours(usual_brief_hours))
      wanted.push_back({meeting, MeetingMoment::before, brief_due(circle, meeting->start)});
  for (const auto& [event, meeting] : last) {
    const auto from = suggest::next_free(circle, meeting->end);
    if (from && *from <= now)
      wanted.push_back({meeting, MeetingMoment::after, world.recurrence.local_day(*from)});
  }
  return wanted;
}

}  // namespace goodturn::helper
