#include "helper/sample/event.h"

#include "core/text/document.h"
#include "helper/sample/lines.h"
#include "helper/sample/sample.h"

namespace goodturn::sample {
namespace {

std::string guest_line(const Person& person) {
  return "ATTENDEE;CN=" + full_name(person) + ";PARTSTAT=ACCEPTED:mailto:" + address(person);
}

std::string organiser_line(const Meeting& meeting) {
  const bool guest_invites = !meeting.guests.empty() && meeting.summary.size() % 2 == 0;
  if (guest_invites)
    return "ORGANIZER;CN=" + full_name(*meeting.guests.front()) +
           ":mailto:" + address(*meeting.guests.front());
  return "ORGANIZER;CN=Alex Example:mailto:" + std::string(own_address);
}

}  // namespace

std::vector<std::string> event_lines(const Meeting& meeting) {
  std::vector<std::string> lines = {
      "BEGIN:VEVENT",
      "UID:" + meeting.uid,
      "DTSTAMP:" + to_basic(meeting.start),
      "DTSTART:" + to_basic(meeting.start),
      "DTEND:" + to_basic(meeting.start + std::chrono::minutes(meeting.minutes)),
      "SUMMARY:" + text::escape_text(meeting.summary)};
  if (meeting.cancelled) lines.emplace_back("STATUS:CANCELLED");
  lines.push_back(organiser_line(meeting));
  lines.push_back("ATTENDEE;CN=Alex Example;PARTSTAT=" + meeting.mine +
                  ":mailto:" + std::string(own_address));
  for (const Person* guest : meeting.guests) lines.push_back(guest_line(*guest));
  if (!meeting.room.empty()) {
    lines.push_back("LOCATION:" + meeting.room);
    lines.push_back("ATTENDEE;CUTYPE=ROOM;CN=" + meeting.room +
                    ";PARTSTAT=ACCEPTED:mailto:rooms@example.org");
  }
  lines.insert(lines.end(), meeting.extra.begin(), meeting.extra.end());
  lines.emplace_back("END:VEVENT");
  return lines;
}

std::string calendar_text(const std::vector<std::vector<std::string>>& components) {
  std::vector<std::string> lines = {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Goodturn//sample//EN"};
  for (const auto& component : components) lines.insert(lines.end(), component.begin(), component.end());
  lines.emplace_back("END:VCALENDAR");
  return folded(lines);
}

}  // namespace goodturn::sample
