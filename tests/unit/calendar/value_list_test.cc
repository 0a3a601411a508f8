// Lists in one TEXT: whatever the values, and whichever form they were written in.
#include "core/calendar/value_list.h"

#include <catch2/catch.hpp>

#include "core/calendar/goal.h"
#include "core/calendar/record.h"
#include "core/calendar/words.h"
#include "tests/unit/text/random_document.h"

using namespace goodturn;
using namespace goodturn::calendar;
using Values = std::vector<std::string>;

namespace {

const Instant stamp = *parse_instant("2026-11-22T01:00:00Z");

/// The form that was written until November 2026: each value with TEXT escapes, parted by commas.
std::string older_form(const Values& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ",") + text::escape_text(value);
  return text;
}

/// A goal with these titles in the older form, and a note of another program.
std::string older_goal(const Values& titles) {
  return "BEGIN:VCALENDAR\r\nBEGIN:VJOURNAL\r\nUID:g\r\nX-GOODTURN-KIND:goal\r\nX-GOODTURN-TITLES:" +
         text::escape_text(older_form(titles)) + "\r\nX-OTHER:1\r\nEND:VJOURNAL\r\nEND:VCALENDAR\r\n";
}

std::string random_value(tests::RandomText& random) {
  static constexpr std::string_view parts[] = {"a",  "B c", ",",   ";", "\\", "\n",  "%",   "%2c", "%2C",
                                               "%%", "2c",  "\\n", "é", "=",  "%5c", "%0a", ":",   "\""};
  std::string value = "x";
  for (std::size_t count = random.below(6); count > 0; --count) value += random.pick(parts);
  return value + "y";
}

}  // namespace

TEST_CASE("values of every kind come back from a list") {
  tests::RandomText random(tests::seed_of("value lists"));
  for (int round = 0; round < 5'000; ++round) {
    Values values;
    for (std::size_t count = 1 + random.below(4); count > 0; --count) values.push_back(random_value(random));
    const std::string text = joined_values(values);
    CAPTURE(text);
    REQUIRE(text.find_first_of(",;\\\r") == std::string::npos);
    REQUIRE(parted_values(text) == values);
  }
  CHECK(joined_values({"a\r\nb", "c\rd"}) == "a%0ab\nc%0ad");
  CHECK(parted_values("") == Values{""});
  CHECK(parted_values("\nb") == Values{"", "b"});
  CHECK(parted_values(" a \n b") == Values{"a", "b"});
}

TEST_CASE("the older form of a list is read, and written anew only where the list changes") {
  tests::RandomText random(tests::seed_of("older lists"));
  for (int round = 0; round < 2'000; ++round) {
    Values values;
    for (std::size_t count = 2 + random.below(3); count > 0; --count) values.push_back(random_value(random));
    REQUIRE(parted_values(older_form(values)) == values);
  }
  for (const Values& alone : {Values{"VP"}, Values{"VP, Research"}, Values{"a\\b"}, Values{"50 % more"},
                              Values{"a%40b"}, Values{"A%2CB"}, Values{"a;b\nc"}})
    CHECK(parted_values(older_form(alone)) == alone);
  const Values titles = {"VP, Research", "Head; R\\D"};
  const std::string stored = older_goal(titles);
  const auto document = text::Document::parse(stored);
  Goal goal = *read_goal(document);
  CHECK(goal.titles == titles);
  CHECK(update_goal(document, goal, stamp) == stored);
  goal.purpose = "for all";
  const std::string elsewhere = update_goal(document, goal, stamp);
  CHECK(elsewhere.find("X-GOODTURN-TITLES:" + text::escape_text(older_form(titles))) != std::string::npos);
  goal.titles.emplace_back("CTO");
  const std::string changed = update_goal(text::Document::parse(elsewhere), goal, stamp);
  CHECK(changed.find("X-GOODTURN-TITLES:VP%2c Research\\nHead%3b R%5cD\\nCTO\r\n") != std::string::npos);
  CHECK(read_goal(text::Document::parse(changed)) == goal);
}

TEST_CASE("the one person of a record is read in both forms") {
  const std::string uid = "urn:uuid:1,\"x\";\\%2c";
  Record record;
  record.person = Uid(uid);
  const std::string text = write_record(record, stamp);
  CHECK(text.find("X-GOODTURN-CONTACTS:urn:uuid:1%2c\"x\"%3b%5c%252c\r\n") != std::string::npos);
  CHECK(read_record(text::Document::parse(text))->person.value == uid);
  CHECK(first_contact(text::escape_text(uid)).value == uid);
  CHECK(first_contact("urn:1\\nurn:2").value == "urn:1");
  CHECK(first_contact("").empty());
}

TEST_CASE("CONTACT names a person by a URI") {
  CHECK(contact_line(Uid("urn:uuid:1"), "Ada; Example") == "CONTACT;ALTREP=\"urn:uuid:1\":Ada\\; Example");
  CHECK(contact_line(Uid("1,\"x\";\\ \xC3\xA9%"), "") == "CONTACT;ALTREP=\"1%2C%22x%22%3B%5C%20%C3%A9%25\":");
  CHECK(contact_line({}, "Ada") == "CONTACT:Ada");
  CHECK(contact_line({}, "").empty());
}
