#include "core/calendar/feed.h"

#include <catch2/catch.hpp>

#include "core/calendar/follow_up.h"

using namespace goodturn;
using namespace goodturn::calendar;
using text::Document;

namespace {

const Instant stamp = *parse_instant("2026-11-22T01:00:00Z");

FollowUp follow_up(const std::string& uid) {
  FollowUp out;
  out.uid = Uid(uid);
  out.summary = "Write to Ada";
  out.due = *parse_day("2026-11-30");
  return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

struct Served {
  std::vector<FollowUp> items = {follow_up("a"), follow_up("b")};
  std::vector<ServedTask> tasks;
  std::string text;
  Served() {
    for (const FollowUp& item : items) tasks.push_back({item.uid, item.due, item.completed, item.summary});
    const std::vector<std::string> texts = {write_follow_up(items[0], stamp),
                                            write_follow_up(items[1], stamp)};
    text = write_feed(texts, "Follow-ups, mine");
  }
};

}  // namespace

TEST_CASE("the feed is one calendar with every follow-up") {
  const Served served;
  const Document document = Document::parse(served.text);
  REQUIRE(document.components().size() == 1);
  const text::Component& calendar = document.components()[0];
  CHECK(calendar.children.size() == 2);
  CHECK(document.first_value(calendar, "VERSION") == "2.0");
  CHECK(document.first_value(calendar, "X-WR-CALNAME") == "Follow-ups\\, mine");
  CHECK(document.first_value(calendar, "REFRESH-INTERVAL") == "PT15M");
  CHECK(served.text.ends_with("END:VTODO\r\nEND:VCALENDAR\r\n"));
  CHECK(Served().text == served.text);
  const std::vector<std::string> odd = {"no task", "BEGIN:VTODO\nUID:c\nNOTE:a\n  b\n"};
  const std::string mended = write_feed(odd, "x");
  CHECK(mended.ends_with("BEGIN:VTODO\r\nUID:c\r\nNOTE:a\r\n  b\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"));
}

TEST_CASE("putting back what was served changes nothing") {
  const Served served;
  CHECK(diff_feed(Document::parse(served.text), served.tasks) == FeedChanges{});
}

TEST_CASE("a ticked task is completed, with its time or without") {
  const Served served;
  const std::string timed =
      replaced(served.text, "STATUS:NEEDS-ACTION",
               "STATUS:COMPLETED\r\nCOMPLETED:20261122T010000Z\r\nPERCENT-COMPLETE:100");
  CHECK(diff_feed(Document::parse(timed), served.tasks) == FeedChanges{{{Uid("a"), stamp}}, {}, {}});
  const std::string plain = replaced(served.text, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED");
  CHECK(diff_feed(Document::parse(plain), served.tasks) == FeedChanges{{{Uid("a"), std::nullopt}}, {}, {}});
}

TEST_CASE("a moved date, as date or as time of day, is a move") {
  const Served served;
  const FeedChanges moved{{}, {{Uid("a"), *parse_day("2026-12-05")}}, {}};
  for (const char* due :
       {"DUE;VALUE=DATE:20261205", "DUE;TZID=Europe/Berlin:20261205T090000", "DUE:20261205T233000Z"})
    CHECK(diff_feed(Document::parse(replaced(served.text, "DUE;VALUE=DATE:20261130", due)), served.tasks) ==
          moved);
  for (const char* due : {"DUE:soon", "X-DUE:20261205"})
    CHECK(diff_feed(Document::parse(replaced(served.text, "DUE;VALUE=DATE:20261130", due)), served.tasks) ==
          FeedChanges{});
}

TEST_CASE("a deleted or cancelled task is deleted") {
  const Served served;
  const FeedChanges deleted{{}, {}, {Uid("a")}};
  CHECK(diff_feed(Document::parse(replaced(served.text, "UID:a\r\n", "UID:new\r\n")), served.tasks) ==
        deleted);
  CHECK(diff_feed(Document::parse(replaced(served.text, "STATUS:NEEDS-ACTION", "STATUS:CANCELLED")),
                  served.tasks) == deleted);
}

TEST_CASE("a body that is cut off or no calendar deletes nothing") {
  const Served served;
  for (std::size_t size = 0; size + 4 < served.text.size(); ++size)
    if (diff_feed(Document::parse(served.text.substr(0, size)), served.tasks) != FeedChanges{}) FAIL(size);
  CHECK(diff_feed(Document::parse("<html></html>"), served.tasks) == FeedChanges{});
}

TEST_CASE("a new title is taken, also of a task that was ticked with it") {
  Served served;
  std::string edited = replaced(served.text, "SUMMARY:Write to Ada", "SUMMARY:Ask Ada about tides\\, slowly");
  FeedChanges wanted;
  wanted.renamed = {{Uid("a"), "Ask Ada about tides, slowly"}};
  CHECK(diff_feed(Document::parse(edited), served.tasks) == wanted);
  edited = replaced(edited, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED");
  wanted.completed = {{Uid("a"), std::nullopt}};
  CHECK(diff_feed(Document::parse(edited), served.tasks) == wanted);
  served.tasks[0].summary.reset();
  CHECK(diff_feed(Document::parse(edited), served.tasks).renamed.empty());
}

TEST_CASE("other edits and finished follow-ups are passed over") {
  Served served;
  const std::string edited =
      replaced(served.text, "SUMMARY:Write to Ada", "SUMMARY:Write  to Ada \r\nX-MOZ-GENERATION:1");
  CHECK(diff_feed(Document::parse(edited), served.tasks) == FeedChanges{});
  const std::string untitled = replaced(served.text, "SUMMARY:Write to Ada", "SUMMARY:");
  CHECK(diff_feed(Document::parse(untitled), served.tasks) == FeedChanges{});
  served.tasks[0].completed = true;
  CHECK(diff_feed(Document::parse(replaced(served.text, "UID:a\r\n", "UID:new\r\n")), served.tasks) ==
        FeedChanges{});
}
