// Occurrences: rules, exceptions, overrides, zones and time changes.
#include "adapters/ical/recurrence.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>

using namespace goodturn;

namespace {

Instant at(const char* text) { return *parse_instant(text); }

std::string event(const std::string& lines, const std::string& uid = "meeting") {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + lines + "END:VEVENT\r\n";
}

struct Expansion {
  std::string zone = "Europe/Berlin";
  Instant from = at("2025-01-01T00:00:00Z");
  Instant until = at("2026-01-01T00:00:00Z");

  [[nodiscard]] std::vector<calendar::Occurrence> occurrences(const std::string& events) const {
    const std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
    ical::IcalRecurrence recurrence(zone);
    const auto document = text::Document::parse(text);
    return recurrence.expand(document, calendar::read_events(document), from, until).value();
  }
  /// Starts, in words.
  [[nodiscard]] std::vector<std::string> of(const std::string& events) const {
    std::vector<std::string> starts;
    for (const auto& one : occurrences(events)) starts.push_back(to_iso(one.start));
    return starts;
  }
};

using Starts = std::vector<std::string>;

}  // namespace

TEST_CASE("a single event is there when it overlaps the window") {
  const Expansion year;
  CHECK(year.of(event("DTSTART:20250301T100000Z\r\nDTEND:20250301T110000Z\r\n")) ==
        Starts{"2025-03-01T10:00:00Z"});
  CHECK(year.of(event("DTSTART:20241231T230000Z\r\nDURATION:PT2H\r\n")).size() == 1);
  CHECK(year.of(event("DTSTART:20241231T230000Z\r\nDURATION:PT1H\r\n")).empty());
  CHECK(year.of(event("DTSTART:20250101T000000Z\r\n")).size() == 1);
  CHECK(year.of(event("DTSTART:20260101T000000Z\r\n")).empty());
  CHECK(year.of(event("SUMMARY:no start\r\n")).empty());
  const auto backwards = year.occurrences(event("DTSTART:20250301T100000Z\r\nDTEND:20250301T090000Z\r\n"));
  REQUIRE(backwards.size() == 1);
  CHECK(backwards[0].end == backwards[0].start);
}

TEST_CASE("a weekly meeting keeps its clock time over the time changes of Berlin and New York") {
  const Expansion year;
  CHECK(year.of(event("DTSTART;TZID=Europe/Berlin:20250323T090000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n")) ==
        Starts{"2025-03-23T08:00:00Z", "2025-03-30T07:00:00Z"});
  CHECK(year.of(event("DTSTART;TZID=America/New_York:20251026T090000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n")) ==
        Starts{"2025-10-26T13:00:00Z", "2025-11-02T14:00:00Z"});
}

TEST_CASE("a reading that occurs twice is the first one, a skipped one takes the offset before the gap") {
  const Expansion year;
  CHECK(year.of(event("DTSTART;TZID=Europe/Berlin:20251026T023000\r\n")) == Starts{"2025-10-26T00:30:00Z"});
  CHECK(year.of(event("DTSTART;TZID=Europe/Berlin:20250330T023000\r\n")) == Starts{"2025-03-30T01:30:00Z"});
  CHECK(year.of(event("DTSTART;TZID=America/New_York:20251102T013000\r\n")) ==
        Starts{"2025-11-02T05:30:00Z"});
}

TEST_CASE("COUNT counts from the true start, UNTIL is inclusive and read in its zone") {
  const Expansion year;
  CHECK(year.of(event("DTSTART:20241230T100000Z\r\nRRULE:FREQ=DAILY;COUNT=4\r\n")) ==
        Starts{"2025-01-01T10:00:00Z", "2025-01-02T10:00:00Z"});
  CHECK(year.of(event("DTSTART;TZID=America/New_York:20250701T220000\r\n"
                      "RRULE:FREQ=DAILY;UNTIL=20250703T020000Z\r\n")) ==
        Starts{"2025-07-02T02:00:00Z", "2025-07-03T02:00:00Z"});
  CHECK(year.of(event("DTSTART:20250701T100000Z\r\nRRULE:FREQ=DAILY;UNTIL=20250702\r\n")).size() == 2);
}

TEST_CASE("EXDATE removes, by time or by day, and RDATE adds") {
  const Expansion year;
  const std::string rule = "DTSTART;TZID=Europe/Berlin:20250603T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n";
  CHECK(year.of(event(rule + "EXDATE;TZID=Europe/Berlin:20250610T100000\r\n")) ==
        Starts{"2025-06-03T08:00:00Z", "2025-06-17T08:00:00Z"});
  CHECK(year.of(event(rule + "EXDATE:20250603T080000Z,20250610T080000Z\r\n")) ==
        Starts{"2025-06-17T08:00:00Z"});
  CHECK(year.of(event(rule + "EXDATE;VALUE=DATE:20250617\r\n")).size() == 2);
  CHECK(year.of(event(rule + "RDATE;TZID=Europe/Berlin:20250620T180000,20250610T100000\r\n")).size() == 4);
  CHECK(year.of(event(rule + "RDATE;VALUE=PERIOD:20250620T180000Z/PT1H\r\n")).back() ==
        "2025-06-20T18:00:00Z");
}

TEST_CASE("overrides replace their instance, also when they move into or out of the window") {
  Expansion june;
  june.from = at("2025-06-01T00:00:00Z");
  june.until = at("2025-07-01T00:00:00Z");
  const std::string master =
      event("DTSTART:20250527T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n");
  const auto moved =
      june.occurrences(master + event("RECURRENCE-ID:20250610T100000Z\r\nDTSTART:20250611T120000Z\r\n"));
  REQUIRE(moved.size() == 3);
  CHECK(to_iso(moved[1].start) == "2025-06-11T12:00:00Z");
  CHECK(moved[1].event == 1);
  CHECK(june.of(master + event("RECURRENCE-ID:20250610T100000Z\r\nDTSTART:20250811T120000Z\r\n")).size() ==
        2);
  CHECK(june.of(master + event("RECURRENCE-ID:20250527T100000Z\r\nDTSTART:20250602T120000Z\r\n")).size() ==
        4);
  // An override of another meeting removes nothing here.
  CHECK(june.of(master + event("RECURRENCE-ID:20250610T100000Z\r\nDTSTART:20250811T120000Z\r\n", "other"))
            .size() == 3);
}

TEST_CASE("this and all following move together") {
  const Expansion year;
  const auto found =
      year.occurrences(event("DTSTART:20250603T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n") +
                       event("RECURRENCE-ID;RANGE=THISANDFUTURE:20250617T100000Z\r\nDTSTART:"
                             "20250617T140000Z\r\nDURATION:PT2H\r\n"));
  REQUIRE(found.size() == 4);
  CHECK(to_iso(found[1].start) == "2025-06-10T10:00:00Z");
  CHECK(to_iso(found[2].start) == "2025-06-17T14:00:00Z");
  CHECK(to_iso(found[3].start) == "2025-06-24T14:00:00Z");
  CHECK(found[3].end - found[3].start == std::chrono::hours(2));
}

TEST_CASE("dates are days of the user's zone; 29 February comes every four years") {
  Expansion years;
  years.from = at("2020-01-01T00:00:00Z");
  years.until = at("2029-01-01T00:00:00Z");
  CHECK(years.of(event("DTSTART;VALUE=DATE:20200229\r\nRRULE:FREQ=YEARLY\r\n")) ==
        Starts{"2020-02-28T23:00:00Z", "2024-02-28T23:00:00Z", "2028-02-28T23:00:00Z"});
  const auto days =
      Expansion().occurrences(event("DTSTART;VALUE=DATE:20250329\r\nDTEND;VALUE=DATE:20250331\r\n"));
  REQUIRE(days.size() == 1);
  // The second of these two days has 23 hours.
  CHECK(days[0].end - days[0].start == std::chrono::hours(47));
}

TEST_CASE("zones: floating, Windows names, vendor prefixes, the item's own, unknown") {
  Expansion york;
  york.zone = "America/New_York";
  CHECK(york.of(event("DTSTART:20250701T090000\r\n")) == Starts{"2025-07-01T13:00:00Z"});
  CHECK(york.of(event("DTSTART;TZID=W. Europe Standard Time:20250701T090000\r\n")) ==
        Starts{"2025-07-01T07:00:00Z"});
  CHECK(york.of(event("DTSTART;TZID=/vendor.example.org/1/Europe/Berlin:20250701T090000\r\n")) ==
        Starts{"2025-07-01T07:00:00Z"});
  CHECK(york.of(event("DTSTART;TZID=Nowhere:20250701T090000\r\n")) == Starts{"2025-07-01T13:00:00Z"});
  const std::string own =
      "BEGIN:VTIMEZONE\r\nTZID:Customised\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+"
      "0500\r\n"
      "TZOFFSETTO:+0400\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
      "DTSTART:16010101T020000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0500\r\n"
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
  CHECK(york.of(own + event("DTSTART;TZID=Customised:20250701T090000\r\n")) ==
        Starts{"2025-07-01T04:00:00Z"});
  CHECK(york.of(own + event("DTSTART;TZID=Customised:20250101T090000\r\n")) ==
        Starts{"2025-01-01T05:00:00Z"});
}

TEST_CASE("the local day is the user's") {
  CHECK(ical::IcalRecurrence("America/New_York").local_day(at("2025-07-01T03:30:00Z")) ==
        parse_day("2025-06-30"));
  CHECK(ical::IcalRecurrence("Pacific/Kiritimati").local_day(at("2025-07-01T10:30:00Z")) ==
        parse_day("2025-07-02"));
  CHECK(ical::IcalRecurrence("Not/AZone").local_day(at("2025-07-01T23:30:00Z")) == parse_day("2025-07-01"));
}

TEST_CASE("ten thousand items, one in ten recurring, expand in bounded time") {
  ical::IcalRecurrence recurrence("Europe/Berlin");
  const auto start = std::chrono::steady_clock::now();
  std::size_t found = 0;
  for (int number = 0; number < 10000; ++number) {
    const std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" +
                             event(
                                 "SUMMARY:Weekly\r\nATTENDEE;CN=Ada:mailto:ada@example.org\r\nDTSTART;TZID="
                                 "Europe/Berlin:20240603T100000\r\n"
                                 "DTEND;TZID=Europe/Berlin:20240603T110000\r\n" +
                                 std::string(number % 10 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=52\r\n" : "")) +
                             "END:VCALENDAR\r\n";
    const std::vector<calendar::Event> events(1);
    found += recurrence
                 .expand(text::Document::parse(text), events, at("2024-01-01T00:00:00Z"),
                         at("2026-01-01T00:00:00Z"))
                 .value()
                 .size();
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::cout << "10,000 items expanded: " << taken.count() << " s\n";
  CHECK(found == 9000 + 1000 * 52);
  CHECK(taken.count() < 10.0);
}
