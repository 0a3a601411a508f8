#include "core/calendar/meeting_task.h"

#include <catch2/catch.hpp>
#include <set>

using namespace goodturn;
using namespace goodturn::calendar;
using text::Document;

namespace {

const Instant stamp = *parse_instant("2026-11-22T01:00:00Z");
const Instant start = *parse_instant("2026-11-23T09:00:00Z");

MeetingTask task_for(MeetingMoment moment) {
  MeetingTask task;
  task.uid = meeting_task_uid(moment, Uid("event"), start);
  task.moment = moment;
  task.event = Uid("event");
  task.start = start;
  task.people = {Uid("ada"), Uid("urn:uuid:bob,1")};
  task.summary = "How was it with Ada; and Bob?";
  task.text = task.written = "It was about “tea, talks”.\nWhat did you learn?";
  task.due = moment == MeetingMoment::before ? *parse_instant("2026-11-23T08:00:00Z")
                                             : Instant(*parse_day("2026-11-23"));
  return task;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a task around a meeting comes back as it was written") {
  for (const MeetingMoment moment : {MeetingMoment::before, MeetingMoment::after}) {
    MeetingTask task = task_for(moment);
    CHECK(read_meeting_task(Document::parse(write_meeting_task(task, stamp))) == task);
    task.completed = true;
    task.completed_at = stamp;
    task.action = Action::done;
    CHECK(read_meeting_task(Document::parse(write_meeting_task(task, stamp))) == task);
    task = task_for(moment);
    task.cancelled = task.withdrawn = true;
    CHECK(read_meeting_task(Document::parse(write_meeting_task(task, stamp))) == task);
  }
}

TEST_CASE("the item invites nobody, rings for nobody and has one line for each name") {
  const std::string text = write_meeting_task(task_for(MeetingMoment::after), stamp);
  for (const char* never : {"ATTENDEE", "ORGANIZER", "VALARM"}) CHECK(count(text, never) == 0);
  CHECK(count(text, "CLASS:PRIVATE") == 1);
  CHECK(count(text, "DUE;VALUE=DATE:20261123\r\n") == 1);
  CHECK(count(write_meeting_task(task_for(MeetingMoment::before), stamp), "DUE:20261123T080000Z\r\n") == 1);
  std::set<std::string> names;
  std::size_t own = 0;
  const Document document = Document::parse(text);
  for (const text::Line& line : document.lines())
    if (line.name().starts_with("X-GOODTURN-")) {
      ++own;
      names.insert(std::string(line.name()));
    }
  CHECK(own == names.size());
  CHECK(own == 3);
}

TEST_CASE("words that were added are found, wherever they stand") {
  MeetingTask task = task_for(MeetingMoment::after);
  CHECK(added_words(task).empty());
  task.text += "\n\n  They pair everybody. \nNo juniors.\n";
  CHECK(added_words(task) == "They pair everybody. No juniors.");
  task.text = "They pair everybody.\r\n" + task.written;
  CHECK(added_words(task) == "They pair everybody.");
  task.text = "Only this";
  CHECK(added_words(task) == "Only this");
  task.text.clear();
  CHECK(added_words(task).empty());
}

TEST_CASE("an update touches what changed, and foreign lines stay") {
  MeetingTask task = task_for(MeetingMoment::before);
  std::string text = write_meeting_task(task, stamp);
  const auto at = text.find("END:VTODO");
  REQUIRE(at != std::string::npos);
  text.insert(at, "X-MOZ-GENERATION:3\r\n");
  CHECK(update_meeting_task(Document::parse(text), task, stamp) == text);
  task.text = task.written = "Another brief.";
  const std::string updated = update_meeting_task(Document::parse(text), task, stamp);
  CHECK(count(updated, "X-MOZ-GENERATION:3") == 1);
  CHECK(read_meeting_task(Document::parse(updated)) == task);
}

TEST_CASE("every occurrence has two tasks of its own, told by the UID") {
  std::set<Uid> uids;
  for (const MeetingMoment moment : {MeetingMoment::before, MeetingMoment::after})
    for (const Uid& event : {Uid("event"), Uid("other")})
      for (const Instant at : {start, start + std::chrono::hours(1)}) {
        uids.insert(meeting_task_uid(moment, event, at));
        CHECK(is_meeting_task(meeting_task_uid(moment, event, at)));
      }
  CHECK(uids.size() == 8);
  CHECK_FALSE(is_meeting_task(Uid("goodturn-9f2c")));
  CHECK_FALSE(read_meeting_task(Document::parse("BEGIN:VTODO\r\nUID:x\r\nEND:VTODO\r\n")));
  const std::string both = "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:x\r\nEND:VTODO\r\nBEGIN:VTODO\r\nUID:" +
                           task_for(MeetingMoment::after).uid.value + "\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
  CHECK(read_meeting_tasks(Document::parse(both)).size() == 1);
}
