// Days in a one-line entry: read, left in the text, or asked back; never dated today by mistake.
#include <catch2/catch.hpp>

#include "tests/support/in_english.h"
#include "tests/unit/calendar/one_line_reading.h"

using namespace goodturn;
using namespace goodturn::calendar;
using tests::read;
using tests::today;

namespace {

std::string day_text(const std::optional<Day>& day) { return day ? to_iso(*day) : "none"; }

std::string refused(const std::string& line) {
  const auto entry = read_one_line(line, today);
  INFO(line);
  REQUIRE_FALSE(entry);
  CHECK(entry.error().kind == ErrorKind::invalid);
  return tests::english(entry.error());
}

}  // namespace

TEST_CASE("the day on which something happened, however it is written") {
  // Today is Sunday, 22 November 2026.
  struct Case {
    const char *line, *day, *text;
  };
  for (const Case& one :
       std::vector<Case>{{"met Ada 3 days ago", "2026-11-19", ""},
                         {"met Ada a week ago about tea", "2026-11-15", "tea"},
                         {"met Ada two weeks ago", "2026-11-08", ""},
                         {"met Ada last Friday", "2026-11-20", ""},
                         {"met Ada Friday", "2026-11-20", ""},
                         {"met Ada Friday for lunch", "2026-11-20", "lunch"},
                         {"met Ada on Fri.", "2026-11-20", ""},
                         {"met Ada the day before yesterday", "2026-11-20", ""},
                         {"met Ada on 12 May", "2026-05-12", ""},
                         {"met Ada on 24 December", "2025-12-24", ""},
                         {"met Ada May 12 about tea", "2026-05-12", "tea"},
                         {"met Ada on 12th May 2024", "2024-05-12", ""},
                         {"met Ada on 12.5.2025", "2025-05-12", ""},
                         {"called Ada about the paper yesterday", "2026-11-21", "the paper"},
                         {"traf Ada am 12.5.", "2026-05-12", ""},
                         {"traf Ada am 12.05.26", "2026-05-12", ""},
                         {"traf Ada am 12. Mai", "2026-05-12", ""},
                         {"traf Ada am 3. M\xC3\xA4rz 2026", "2026-03-03", ""},
                         {"traf Ada vor 3 Tagen", "2026-11-19", ""},
                         {"traf Ada vor einer Woche zum Tee", "2026-11-15", "Tee"},
                         {"traf Ada letzten Freitag", "2026-11-20", ""},
                         {"traf Ada vorgestern", "2026-11-20", ""},
                         {"traf Ada heute Morgen", "2026-11-22", ""},
                         {"rief Ada gestern an", "2026-11-21", ""}}) {
    INFO(one.line);
    const OneLine line = read(one.line);
    CHECK(line.people == std::vector<std::string>{"Ada"});
    CHECK(day_text(line.happened) == one.day);
    CHECK(line.text == one.text);
  }
}

TEST_CASE("what is still to come did not happen, and is asked back") {
  for (const char* line : {"met Ada tomorrow", "met Ada 2026-12-01", "called Ada on 2026-12-01",
                           "gave Ada help tomorrow", "met Ada on 24 December 2026", "traf Ada morgen",
                           "traf Ada \xC3\xBC"
                           "bermorgen",
                           "met Ada the day after tomorrow"})
    CHECK(refused(line).find("is still to come") != std::string::npos);
  CHECK(read("called Ada about tomorrow").text == "tomorrow");
  CHECK(read("called Ada about the trip tomorrow").text == "the trip tomorrow");
  CHECK(read("question Ada where to berth tomorrow").text == "where to berth tomorrow");
  CHECK(read("note Ada comes tomorrow").text == "comes tomorrow");
}

TEST_CASE("a time that is no single day is asked back") {
  for (const char* line :
       {"met Ada last week", "met Ada 3 months ago", "gave Ada help this year", "met Ada on 31 February",
        "met Ada 2026-02-30", "promised Ada paper by 2026-02-30", "met Ada 5/12/2026",
        "met Ada on 12.13.2026", "promised Ada paper by next week", "promised Ada paper next Friday",
        "traf Ada letzte Woche", "traf Ada vor zwei Monaten",
        "versprach Ada Buch bis n\xC3\xA4"
        "chsten Freitag"})
    CHECK(refused(line).find("Say the day of") != std::string::npos);
  CHECK(refused("called Ada about lunch on Friday").find("when it happened, or what it was about") !=
        std::string::npos);
  CHECK(read("called Ada on Friday about lunch").text == "lunch");
  CHECK(read("called Ada :: lunch on Friday").text == "lunch on Friday");
  CHECK(read("called Ada about plans for next year").text == "plans for next year");
}

TEST_CASE("a promise keeps both its days") {
  const OneLine line = read("promised Ada yesterday to send the paper by Friday");
  CHECK(day_text(line.happened) == "2026-11-21");
  CHECK(day_text(line.due) == "2026-11-27");
  CHECK(line.text == "send the paper");
  const OneLine german = read("versprach Ada gestern ein Buch bis Freitag");
  CHECK(day_text(german.happened) == "2026-11-21");
  CHECK(day_text(german.due) == "2026-11-27");
  CHECK(german.text == "ein Buch");
  struct Case {
    const char *line, *due;
  };
  for (const Case& one : std::vector<Case>{{"promised Ada the paper by 12 May", "2027-05-12"},
                                           {"promised Ada the paper in two weeks", "2026-12-06"},
                                           {"promised Ada the paper for Friday", "2026-11-27"},
                                           {"promised Ada the paper Friday", "2026-11-27"},
                                           {"versprach Ada ein Buch in 3 Tagen", "2026-11-25"},
                                           {"ask Ada for advice by 1 December", "2026-12-01"}}) {
    INFO(one.line);
    CHECK(day_text(read(one.line).due) == one.due);
    CHECK_FALSE(read(one.line).happened);
  }
}

TEST_CASE("what only looks like a day stays in the text") {
  struct Case {
    const char *line, *text;
  };
  for (const Case& one : std::vector<Case>{{"gave Ada a book by Sun Tzu", "a book by Sun Tzu"},
                                           {"promised Ada a book by Sun Tzu", "a book by Sun Tzu"},
                                           {"gave Ada a Friday hat", "a Friday hat"},
                                           {"gave Ada the 12 May report", "the 12 May report"},
                                           {"gave Ada 3/4 of the pie", "3/4 of the pie"},
                                           {"gave Ada 1.5 litres of ink", "1.5 litres of ink"},
                                           {"gave Ada 20261201 stamps", "20261201 stamps"},
                                           {"helped Ada paint in two days", "paint in two days"},
                                           {"promised Ada paper by Fridays", "paper by Fridays"}}) {
    INFO(one.line);
    CHECK_FALSE(read(one.line).happened);
    CHECK_FALSE(read(one.line).due);
    CHECK(read(one.line).text == one.text);
  }
}
