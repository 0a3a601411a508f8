#include "core/calendar/event.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::calendar;

namespace {

std::vector<Event> read(const std::string& body) {
  return read_events(text::Document::parse("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:e\r\n" + body +
                                           "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
}

}  // namespace

TEST_CASE("a meeting with its people") {
  const auto events = read(
      "SUMMARY:Lunch\\, "
      "long\r\nSTATUS:confirmed\r\nCLASS:PRIVATE\r\nDTSTART;TZID=Europe/Berlin:20260105T100000\r\n"
      "ORGANIZER;CN=Ada:MAILTO:Ada@Example.org\r\n"
      "ATTENDEE;PARTSTAT=DECLINED;CN=\"Boss, Bob\":mailto:bob@example.org\r\n"
      "ATTENDEE;CUTYPE=room:mailto:room@example.org\r\nATTENDEE;EMAIL=cy@example.org:/principals/cy/\r\n"
      "ATTENDEE:urn:uuid:1\r\nATTENDEE;PARTSTAT=X-ODD:mailto:d@example.org");
  REQUIRE(events.size() == 1);
  const Event& event = events[0];
  CHECK(event.uid.value == "e");
  CHECK(event.summary == "Lunch, long");
  CHECK(event.status == EventStatus::confirmed);
  CHECK(event.is_private);
  CHECK_FALSE(event.all_day);
  CHECK_FALSE(event.is_override);
  REQUIRE(event.attendees.size() == 6);
  CHECK(event.attendees[0].address == "bob@example.org");
  CHECK(event.attendees[0].name == "Boss, Bob");
  CHECK(event.attendees[0].participation == Participation::declined);
  CHECK_FALSE(event.attendees[1].is_person);
  CHECK(event.attendees[2].address == "cy@example.org");
  CHECK(event.attendees[3].address.empty());
  CHECK(event.attendees[4].participation == Participation::other);
  CHECK(event.attendees[5].address == "ada@example.org");
  CHECK(event.attendees[5].participation == Participation::accepted);
}

TEST_CASE("the organizer stands in the list once, and a stated answer counts") {
  const std::string organizer = "ORGANIZER:mailto:ada@example.org\r\nATTENDEE";
  const auto silent = read(organizer + ":mailto:ADA@example.org");
  REQUIRE(silent[0].attendees.size() == 1);
  CHECK(silent[0].attendees[0].participation == Participation::accepted);
  const auto stated = read(organizer + ";PARTSTAT=DECLINED:mailto:ada@example.org");
  REQUIRE(stated[0].attendees.size() == 1);
  CHECK(stated[0].attendees[0].participation == Participation::declined);
}

TEST_CASE("all-day, overrides, several events, unreadable lines") {
  CHECK(read("DTSTART;VALUE=DATE:20260105")[0].all_day);
  CHECK(read("DTSTART:20260105")[0].all_day);
  CHECK(read("RECURRENCE-ID:20260105T100000Z")[0].is_override);
  CHECK(read("STATUS:?\r\nDTSTART:?\r\nnonsense")[0].status == EventStatus::none);
  CHECK(read("SUMMARY:a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:f")[1].uid.value == "f");
  CHECK(read("BEGIN:VALARM\r\nATTENDEE:mailto:x@example.org\r\nEND:VALARM")[0].attendees.empty());
  CHECK(read_events(text::Document::parse("")).empty());
}

TEST_CASE("an event may leave the user free") {
  CHECK(read("TRANSP:TRANSPARENT")[0].is_free);
  CHECK(read("TRANSP: transparent ")[0].is_free);
  CHECK_FALSE(read("TRANSP:OPAQUE")[0].is_free);
  CHECK_FALSE(read("SUMMARY:TRANSPARENT")[0].is_free);
}
