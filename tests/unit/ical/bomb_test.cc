// Rules and items made to hang a reader: each gives a bounded answer at once.
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>

#include "adapters/ical/recurrence.h"
#include "adapters/ical/rule.h"

using namespace goodturn;

namespace {

std::vector<calendar::Occurrence> expand(const std::string& lines) {
  const std::string text =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n" + lines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
  ical::IcalRecurrence recurrence("Europe/Berlin");
  const std::vector<calendar::Event> events(10001);
  return recurrence
      .expand(text::Document::parse(text), events, *parse_instant("1990-01-01T00:00:00Z"),
              *parse_instant("2040-01-01T00:00:00Z"))
      .value();
}

std::string every(int first, int last) {
  std::string list;
  for (int number = first; number <= last; ++number)
    list += (list.empty() ? "" : ",") + std::to_string(number);
  return list;
}

}  // namespace

TEST_CASE("rules made to hang are answered within a tenth of a second, with a bounded list") {
  const std::vector<std::string> rules = {
      "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=SECONDLY",
      "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=31",
      "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
      "freq=secondly;bymonth=2;bymonthday=30",
      "BYMONTH=2;BYMONTHDAY=30;FREQ=SECONDLY",
      "FREQ=MONTHLY;BYDAY=53MO",
      "FREQ=MONTHLY;BYDAY=-53MO,6TU",
      "FREQ=YEARLY;BYMONTH=2;BYDAY=6MO",
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=366",
      "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31;BYDAY=MO",
      "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
      "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
      "FREQ=DAILY;COUNT=1000000000",
      "FREQ=DAILY;INTERVAL=0",
      "FREQ=DAILY;INTERVAL=-1",
      "FREQ=DAILY;INTERVAL=32767;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=DAILY;BYHOUR=" + every(0, 23) + ";BYMINUTE=" + every(0, 59) + ";BYSECOND=" + every(0, 59),
      "FREQ=YEARLY;BYYEARDAY=" + every(1, 366) + ";BYHOUR=" + every(0, 23),
      "FREQ=YEARLY;BYMONTH=" + every(1, 12) + ";BYMONTHDAY=" + every(1, 31) + ";BYDAY=MO,TU,WE,TH,FR,SA,SU",
      "FREQ=DAILY;UNTIL=99991231T235959Z",
      "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=13L",
      "FREQ=DAILY;BYDAY=" + std::string(4000, 'M'),
      "FREQ=DAILY;FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=SECONDLY;FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"};
  for (const char* start : {"20200101T100000Z", "19000101T100000Z"}) {
    for (const std::string& rule : rules) {
      const auto began = std::chrono::steady_clock::now();
      const auto found = expand("DTSTART:" + std::string(start) + "\r\nRRULE:" + rule + "\r\n");
      const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - began;
      std::cout << taken.count() << " ms, " << found.size() << " instances: " << rule.substr(0, 60) << "\n";
      CHECK(found.size() <= ical::most_instances + 1);
      // The figure to reach is 100; the rest is for a loaded machine and sanitizers.
      CHECK(taken.count() < 500);
    }
  }
}

TEST_CASE("what is too fine keeps its first instance") {
  for (const char* rule : {"FREQ=HOURLY", "FREQ=MINUTELY;COUNT=5", "FREQ=MONTHLY;BYDAY=6MO"})
    CHECK(expand("DTSTART:20200101T100000Z\r\nRRULE:" + std::string(rule) + "\r\n").size() == 1);
}

TEST_CASE("ordinary rules are let through") {
  for (const char* rule :
       {"FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=DAILY;BYHOUR=9,15", "RSCALE=GREGORIAN;FREQ=YEARLY"})
    CHECK(ical::is_walkable(rule));
}

TEST_CASE("many rules, overrides, masters and dates of one item are answered at once") {
  const std::string start = "DTSTART:20200101T100000Z\r\n";
  std::string unrules = start + "RRULE:FREQ=DAILY\r\n";
  for (int number = 0; number < 9000; ++number) unrules += "EXRULE:FREQ=DAILY;INTERVAL=7\r\n";
  const auto one_more = [](const std::string& lines) {
    return "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\n" + lines;
  };
  std::string overrides = start + "RRULE:FREQ=DAILY\r\n";
  std::string masters = start;
  for (int number = 0; number < 5000; ++number) {
    overrides += one_more("RECURRENCE-ID;RANGE=THISANDFUTURE:20200" + std::to_string(100 + number % 28 + 1) +
                          "T100000Z\r\nDTSTART:20200101T110000Z\r\n");
    masters += one_more("DTSTART:20200101T100000Z\r\nRRULE:FREQ=DAILY\r\n") +
               one_more("RECURRENCE-ID;RANGE=THISANDFUTURE:20200101T100000Z\r\nDTSTART:20200101T110000Z\r\n");
  }
  std::string zone = "BEGIN:VTIMEZONE\r\nTZID:Own\r\n";
  for (int number = 0; number < 300; ++number)
    zone +=
        "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:STANDARD\r\n";
  std::string dates =
      "DTSTART;TZID=Own:20200101T100000\r\nRRULE:FREQ=DAILY\r\nEXDATE;TZID=Own:20200102T100000";
  for (int number = 0; number < 9000; ++number) dates += ",20200103T100000";
  dates += "\r\nEND:VEVENT\r\n" + zone + "END:VTIMEZONE\r\nBEGIN:VEVENT\r\n";
  for (const auto& [name, lines] :
       {std::pair("EXRULE", unrules), std::pair("THISANDFUTURE", overrides), std::pair("masters", masters),
        std::pair("dates of its own zone", dates)}) {
    const auto began = std::chrono::steady_clock::now();
    const auto found = expand(lines).size();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
    std::cout << name << ": " << taken.count() << " s, " << found << " instances\n";
    CHECK(found > 0);
    // The figure to reach is 1; the rest is for a loaded machine and sanitizers.
    CHECK(taken.count() < 5.0);
  }
}

TEST_CASE("huge and deep items are answered at once") {
  const auto began = std::chrono::steady_clock::now();
  const std::string start = "DTSTART:20200101T100000Z\r\n";
  CHECK(
      expand(start + "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + std::string(10'000'000, 'A') + "\r\n").size() ==
      1);
  std::string parameters = "X-A";
  for (int number = 0; number < 100000; ++number) parameters += ";P=1";
  CHECK(expand(start + parameters + ":1\r\n").size() == 1);
  std::string dates = "EXDATE:20200101T110000Z";
  for (int number = 0; number < 200000; ++number) dates += ",20200101T110000Z";
  CHECK(expand(start + dates + "\r\n").size() == 1);
  std::string deep;
  for (int number = 0; number < 100000; ++number) deep += "BEGIN:X\r\n";
  expand(start + deep);
  std::string zone = "BEGIN:VTIMEZONE\r\nTZID:Bomb\r\n";
  for (int number = 0; number < 300; ++number)
    zone +=
        "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:STANDARD\r\n";
  expand("DTSTART;TZID=Bomb:20200101T100000\r\nEND:VEVENT\r\n" + zone + "END:VTIMEZONE\r\nBEGIN:VEVENT\r\n");
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
  std::cout << "huge and deep items: " << taken.count() << " s\n";
  CHECK(taken.count() < 10.0);
}
