#include "core/calendar/split.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using calendar::split;
using text::Document;

namespace {

std::string zone(const std::string& name) {
  return "BEGIN:VTIMEZONE\r\nTZID:" + name + "\r\nEND:VTIMEZONE\r\n";
}

std::string event(const std::string& lines) { return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n"; }

std::string in_calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
}

std::vector<calendar::Piece> pieces_of(const std::string& text) {
  return split(Document::parse(text)).value();
}

}  // namespace

TEST_CASE("a calendar falls apart by UID, each piece with the zones that it names") {
  const auto pieces = pieces_of(in_calendar(
      "METHOD:PUBLISH\r\n" + zone("X") + zone("Y") + event("UID:a\r\nDTSTART;TZID=X:20261122T100000\r\n") +
      event("UID:b\r\n") + event("UID:a\r\nRECURRENCE-ID;TZID=Y:20261122T100000\r\n")));
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].uid == "a");
  CHECK(pieces[0].text ==
        in_calendar(zone("X") + zone("Y") + event("UID:a\r\nDTSTART;TZID=X:20261122T100000\r\n") +
                    event("UID:a\r\nRECURRENCE-ID;TZID=Y:20261122T100000\r\n")));
  CHECK(pieces[1].text == in_calendar(event("UID:b\r\n")));
  CHECK(pieces[1].components() == event("UID:b\r\n"));
}

TEST_CASE("a zone is found by a name that is long, quoted, and has spaces") {
  const std::string name = "Customized Time Zone of a server, number 1";
  const std::string meeting = event("UID:a\r\nDTSTART;TZID=\"" + name + "\":20261122T100000\r\n");
  const auto pieces = pieces_of(in_calendar(zone(name) + meeting));
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].text == in_calendar(zone(name) + meeting));
}

TEST_CASE("components without a UID are pieces by themselves, in all calendars of a text") {
  const auto pieces = pieces_of(in_calendar(event("SUMMARY:x\r\n") + event("SUMMARY:y\r\n")) +
                                in_calendar(event("UID:a\r\n")));
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0].uid.empty());
  CHECK(pieces[0].components() == event("SUMMARY:x\r\n"));
  CHECK(pieces[2].uid == "a");
  CHECK(pieces_of("BEGIN:VCALENDAR").empty());
  CHECK(pieces_of("nothing").empty());
}

TEST_CASE("a zone or a head that each of many entries would repeat is refused, one that few repeat is not") {
  std::string filler;
  while (filler.size() < 1'000'000) filler += "X-FILLER:" + std::string(60, 'x') + "\r\n";
  std::string long_zone = zone("X");
  long_zone.insert(long_zone.find("END:"), filler);
  const auto events = [](int count) {
    std::string all;
    for (int number = 0; number < count; ++number)
      all += event("UID:" + std::to_string(number) + "\r\nDTSTART;TZID=X:20261122T100000\r\n");
    return all;
  };
  for (const std::string& head : {filler, long_zone}) {
    CHECK(pieces_of(in_calendar(head + events(10))).size() == 10);
    const auto bomb = split(Document::parse(in_calendar(head + events(1000))));
    REQUIRE_FALSE(bomb);
    CHECK(bomb.error().kind == ErrorKind::invalid);
  }
}
