// Three-way merge of what stands inside each other: events of a calendar, alarms of an event, cards of a
// text.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/sync/merge.h"
#include "core/text/document.h"

using namespace goodturn;

namespace {

bool same(const std::string& left, const std::string& right) {
  return text::semantically_equal(text::Document::parse(left), text::Document::parse(right));
}

std::string calendar(const std::vector<std::string>& parts) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  for (const std::string& part : parts) text += part;
  return text + "END:VCALENDAR\r\n";
}

std::string event(const std::string& lines) { return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n"; }

}  // namespace

TEST_CASE("a component without its END takes in nothing new, and goes without the END of another") {
  const auto event = [](const std::string& inside) {
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n" + inside + "END:VEVENT\r\nEND:VCALENDAR\r\n";
  };
  const std::string alarm = "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\n";
  const auto added =
      sync::merge(event(alarm), event("SUMMARY:x\r\n" + alarm), event("LOCATION:y\r\n" + alarm));
  CHECK(added.text == event("LOCATION:y\r\nSUMMARY:x\r\n" + alarm));
  const auto removed = sync::merge(event(alarm), event(""), event("LOCATION:y\r\n" + alarm));
  CHECK(removed.text == event("LOCATION:y\r\n"));
}

TEST_CASE("events merge by UID and RECURRENCE-ID") {
  const auto calendar = [](const std::string& summary, const std::string& place, const std::string& more) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:m\r\nSUMMARY:" + summary +
           "\r\nLOCATION:" + place + "\r\nEND:VEVENT\r\n" + more + "END:VCALENDAR\r\n";
  };
  const std::string mine =
      "BEGIN:VEVENT\r\nUID:m\r\nRECURRENCE-ID:20250101T100000Z\r\nSUMMARY:moved\r\nEND:VEVENT\r\n";
  const auto merged = sync::merge(calendar("a", "x", ""), calendar("b", "x", mine), calendar("a", "y", ""));
  INFO(merged.text);
  CHECK(same(merged.text, calendar("b", "y", mine)));
  CHECK(merged.conflicts.empty());
  const auto removed =
      sync::merge(calendar("a", "x", mine), calendar("b", "x", ""), calendar("a", "y", mine));
  CHECK(same(removed.text, calendar("b", "y", "")));
}

TEST_CASE("several components of one kind without names of their own: each stays itself, and none is lost") {
  const std::string a = event("SUMMARY:a\r\nLOCATION:here\r\n");
  const std::string b = event("SUMMARY:b\r\nLOCATION:there\r\n");
  const std::string edited = event("SUMMARY:a\r\nLOCATION:nowhere\r\n");
  const std::string renamed = event("SUMMARY:e\r\nLOCATION:here\r\n");
  const std::string both = event("SUMMARY:e\r\nLOCATION:nowhere\r\n");
  const std::string c = event("SUMMARY:c\r\n");
  const std::string d = event("SUMMARY:d\r\n");
  const bool same_uid = GENERATE(true, false);
  const auto with = [&](std::vector<std::string> parts) {
    if (same_uid)
      for (std::string& part : parts) part.insert(part.find("SUMMARY"), "UID:m\r\n");
    return calendar(parts);
  };
  const auto check = [&](const std::vector<std::string>& base, const std::vector<std::string>& local,
                         const std::vector<std::string>& remote, const std::vector<std::string>& wanted) {
    const sync::Merged merged = sync::merge(with(base), with(local), with(remote));
    INFO(merged.text);
    CHECK(same(merged.text, with(wanted)));
    CHECK(merged.conflicts.empty());
  };
  check({a, b}, {edited, b}, {b}, {b, edited});  // an edit beats a delete
  check({a, b}, {b}, {edited, b}, {edited, b});
  check({a, b}, {b}, {a, b, c}, {b, c});
  check({a, b}, {a}, {b}, {});
  check({a}, {a, c}, {a, d}, {a, c, d});  // new on both sides, and not the same
  check({a}, {a, c}, {a, c, d}, {a, c, d});
  check({}, {a, b}, {b, c}, {b, c, a});
  check({a, b}, {b, a}, {a, b, c}, {a, b, c});  // their order says nothing
  check({a, b}, {edited, b}, {a, b, c}, {edited, b, c});
  check({a}, {a, c}, {edited}, {edited, c});
  check({a, b}, {edited, b}, {renamed, b}, {both, b});  // one of several, changed on both sides
}

TEST_CASE("a text with several cards or calendars holds as many items") {
  const std::string ada = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ada\r\nFN:Ada\r\nEND:VCARD\r\n";
  const std::string mine = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ada\r\nFN:Ada\r\nTEL:1\r\nEND:VCARD\r\n";
  const std::string bob = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bob\r\nFN:Bob\r\nEND:VCARD\r\n";
  const std::string theirs = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bob\r\nFN:Bob\r\nTEL:2\r\nEND:VCARD\r\n";
  const std::string cleo = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:cleo\r\nFN:Cleo\r\nEND:VCARD\r\n";
  const auto check = [&](const std::string& base, const std::string& local, const std::string& remote,
                         const std::string& wanted) {
    const sync::Merged merged = sync::merge(base, local, remote);
    INFO(merged.text);
    CHECK(same(merged.text, wanted));
    CHECK(merged.conflicts.empty());
  };
  check(ada + bob, mine + bob, ada + theirs, mine + theirs);
  check(ada, ada + bob, mine, mine + bob);
  check(ada + bob, ada + bob + cleo, theirs, theirs + cleo);
  check(ada + bob, mine + bob, bob, bob + mine);  // an edit beats a delete
  check(ada + bob, bob, ada + theirs, theirs);
  check("", ada, bob + cleo, bob + cleo + ada);
  check("", ada + cleo, bob, bob + ada + cleo);
  const std::string unended = ada + bob.substr(0, bob.find("END"));
  const sync::Merged merged =
      sync::merge(unended, unended + "TEL:3\r\n", mine + bob.substr(0, bob.find("END")));
  CHECK(merged.text.find("TEL:1") != std::string::npos);
  CHECK(merged.text.find("TEL:3") != std::string::npos);
  const std::string one = calendar({event("UID:a\r\nSUMMARY:a\r\n")});
  const std::string other = calendar({event("UID:b\r\nSUMMARY:b\r\n")});
  const std::string changed = calendar({event("UID:b\r\nSUMMARY:b\r\nLOCATION:here\r\n")});
  check(one + other, one + changed, other, changed);
}
