#include "adapters/feed/source.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "adapters/feed/split.h"
#include "core/text/document.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using goodturn::tests::TestFolder;

namespace {

const std::string zone =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/"
    "Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

std::string event(const std::string& uid, const std::string& start, const std::string& more = "") {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTART" + start + "\r\n" + more + "END:VEVENT\r\n";
}

std::string in_calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nX-WR-CALNAME:Büro\\, oben\r\n" + inside +
         "END:VCALENDAR\r\n";
}

std::string two_meetings() {
  return in_calendar(zone +
                     event("a", ";TZID=Europe/Berlin:20261122T100000", "RRULE:FREQ=DAILY;COUNT=3\r\n") +
                     event("b", ":20261123T100000Z") +
                     event("a", ";TZID=Europe/Berlin:20261123T120000", "RECURRENCE-ID:20261123T090000Z\r\n"));
}

/// A feed whose text the test changes, counting how often it is read.
struct Fake {
  std::string text = two_meetings();
  std::string mark;
  int reads = 0;
  feed::Read reader() {
    return [this](const std::string& known) -> Result<feed::Version> {
      ++reads;
      if (!mark.empty() && known == mark) return feed::Version{{}, mark};
      return feed::Version{text, mark};
    };
  }
};

Result<void> ignore(sync::RemoteItem) { return {}; }

std::unique_ptr<RemoteCollection> opened(Fake& fake) {
  return std::move(feed::open_feed("https://example.org/feed.ics", fake.reader())->open({}).value());
}

}  // namespace

TEST_CASE("each UID is one item with its overrides and only the zones it names") {
  const auto pieces = feed::split(two_meetings()).value().pieces;
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].text.find(zone) != std::string::npos);
  CHECK(pieces[0].text.find("RECURRENCE-ID") != std::string::npos);
  CHECK(text::uid_of(text::Document::parse(pieces[0].text)) == "a");
  CHECK(pieces[1].text.find("VTIMEZONE") == std::string::npos);
  CHECK(pieces[1].text.find(event("b", ":20261123T100000Z")) != std::string::npos);
  for (const auto& piece : pieces) CHECK(piece.text.find("METHOD") == std::string::npos);
}

TEST_CASE("a head or a zone that would be repeated without end is refused, many small entries are not") {
  std::string many;
  for (int number = 0; number < 25000; ++number)
    many += event(std::to_string(number), ";TZID=Europe/Berlin:20261122T100000");
  CHECK(feed::split(in_calendar(zone + many)).value().pieces.size() == 25000);
  std::string head;
  while (head.size() < 1'000'000) head += "X-FILLER:" + std::string(60, 'x') + "\r\n";
  std::string long_zone = zone;
  long_zone.insert(long_zone.find("BEGIN:STANDARD"), head);
  for (const std::string& bomb : {in_calendar(head + zone + many), in_calendar(long_zone + many)}) {
    const auto split = feed::split(bomb);
    REQUIRE_FALSE(split);
    CHECK(split.error().kind == ErrorKind::invalid);
  }
}

TEST_CASE("more than 100,000 entries are refused, and so many are given at once") {
  std::string many;
  for (int number = 0; number < 100000; ++number) many += event(std::to_string(number), ":20261122T100000Z");
  Fake fake;
  fake.text = in_calendar(many);
  const auto remote = opened(fake);
  const auto listing = remote->changes({}, ignore);
  REQUIRE(listing);
  REQUIRE(listing->members.size() == 100000);
  std::vector<Href> hrefs;
  for (const sync::Member& member : listing->members) hrefs.push_back(member.href);
  std::size_t given = 0;
  const auto errors = remote->fetch(hrefs, [&](sync::RemoteItem) -> Result<void> {
    ++given;
    return {};
  });
  REQUIRE(errors);
  CHECK(given == 100000);
  CHECK(feed::split(in_calendar(many + event("last", ":20261122T100000Z"))).error().kind ==
        ErrorKind::invalid);
}

TEST_CASE("what a feed gets wrong does not lose the rest") {
  CHECK(feed::split("<html>log in</html>").error().kind == ErrorKind::parse);
  CHECK(feed::split(in_calendar("")).value().pieces.empty());
  const auto no_uid =
      feed::split(in_calendar("BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n" + event("b", ":20261123") +
                              "BEGIN:VEVENT\r\nSUMMARY:y\r\nEND:VEVENT\r\n"));
  CHECK(no_uid->pieces.size() == 3);
  const auto cut_off = feed::split("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:no end");
  REQUIRE(cut_off->pieces.size() == 1);
  CHECK(cut_off->pieces[0].text.find("SUMMARY:no end\r\n") != std::string::npos);
  CHECK(feed::split(in_calendar(event("a", ":1")) + in_calendar(event("a", ":2") + event("c", ":3")))
            ->pieces.size() == 2);
}

TEST_CASE("a feed is one read-only collection with the calendar's name") {
  Fake fake;
  const auto found = feed::open_feed("https://example.org/feed.ics", fake.reader())->discover().value();
  REQUIRE(found.collections.size() == 1);
  CHECK(found.collections[0].name == "Büro, oben");
  CHECK(found.collections[0].read_only);
  CHECK(found.collections[0].holds == sync::Components{false, true, false, false});
}

TEST_CASE("nothing comes when nothing changed, with and without a mark; one change is one new etag") {
  Fake fake;
  fake.mark = GENERATE(std::string(), std::string("\"v1\""));
  const auto collection = opened(fake);
  const auto first = collection->changes({}, ignore).value();
  CHECK(first.complete);
  REQUIRE(first.members.size() == 2);
  const auto second = collection->changes(first.token, ignore).value();
  CHECK_FALSE(second.complete);
  CHECK(second.members.empty());
  CHECK(second.token == first.token);
  fake.text = in_calendar(zone + event("a", ":20261122T100000Z") + event("b", ":20261123T100000Z"));
  if (!fake.mark.empty()) fake.mark = "\"v2\"";
  const auto third = collection->changes(second.token, ignore).value();
  CHECK(third.complete);
  CHECK(third.members[0].etag != first.members[0].etag);
  CHECK(third.members[1].etag == first.members[1].etag);
}

TEST_CASE("items are given by name, and writing is refused") {
  Fake fake;
  const auto collection = opened(fake);
  std::vector<std::string> texts;
  const auto errors =
      collection->fetch(std::vector<Href>{feed::href_of("b"), Href("none.ics")}, [&](auto item) {
        texts.push_back(item.text);
        return Result<void>{};
      });
  REQUIRE(errors.value().size() == 1);
  CHECK(errors.value()[0].error.kind == ErrorKind::not_found);
  CHECK(texts.size() == 1);
  CHECK(fake.reads == 1);
  CHECK(collection->create(Href("x.ics"), "").error().kind == ErrorKind::forbidden);
  CHECK(collection->update(Href("x.ics"), Etag("1"), "").error().kind == ErrorKind::forbidden);
  CHECK(collection->remove(Href("x.ics"), Etag("1")).error().kind == ErrorKind::forbidden);
}

TEST_CASE("an empty feed is complete and has no token, an unreadable one is an error") {
  Fake fake;
  fake.text = in_calendar("");
  const auto listing = opened(fake)->changes({}, ignore).value();
  CHECK(listing.complete);
  CHECK(listing.token.empty());
  fake.text = "404 page";
  CHECK(opened(fake)->changes({}, ignore).error().kind == ErrorKind::parse);
}

TEST_CASE("a file is a feed; its name stands in where the calendar has none") {
  const TestFolder folder;
  const auto path = folder.path() / "team.ics";
  std::ofstream(path) << "BEGIN:VCALENDAR\r\n" << event("a", ":20261122") << "END:VCALENDAR\r\n";
  const auto found = feed::open_file(path)->discover().value();
  CHECK(found.collections[0].name == "team");
  CHECK(feed::open_file(folder.path() / "none.ics")->discover().error().kind == ErrorKind::not_found);
}

TEST_CASE("a feed makes no calendars") {
  Fake fake;
  const auto source = feed::open_feed("https://example.org/feed.ics?key=secret", fake.reader());
  const auto refused = source->create_collection("Journal", {false, false, false, true});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::forbidden);
  CHECK(refused.error().where == "https://example.org/feed.ics");
}
