// What two versions of an item differ in, as the change log shows it.
#include "core/sync/differences.h"

#include <catch2/catch.hpp>

using namespace goodturn::sync;

namespace {

std::string card(const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ada\r\n" + lines + "END:VCARD\r\n";
}

std::string event(const std::string& lines) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Own\r\nEND:VTIMEZONE\r\nBEGIN:"
         "VEVENT\r\nUID:e\r\n" +
         lines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

using Found = std::vector<Difference>;

}  // namespace

TEST_CASE("each property that changed is named once, in order, with all its values") {
  CHECK(differences(card("FN:Ada\r\nTEL:1\r\nTITLE:a\\, b\r\n"),
                    card("FN:Ada\r\nTEL:1\r\nTEL:2\r\nNOTE:x\r\n")) ==
        Found{{"NOTE", "", "x"}, {"TEL", "1", "1, 2"}, {"TITLE", "a, b", ""}});
  CHECK(differences(card("TEL:1\r\nTEL:2\r\n"), card("TEL:2\r\nTEL:1\r\n")).empty());
  CHECK(differences(card("TEL:1\r\nTEL:1\r\n"), card("TEL:1\r\n")) == Found{{"TEL", "1, 1", "1"}});
  CHECK(differences(card("TEL:\r\nTEL:2\r\n"), card("TEL:2\r\n")) == Found{{"TEL", "2", "2"}});
}

TEST_CASE("of a calendar its event is compared, not its zones or its own lines") {
  const std::string before = event("SUMMARY:Talk\r\n");
  CHECK(differences(before, event("SUMMARY:Walk\r\n")) == Found{{"SUMMARY", "Talk", "Walk"}});
  std::string zoned = before;
  zoned.replace(zoned.find("TZID:Own"), 8, "TZID:Else");
  CHECK(differences(before, zoned).empty());
}

TEST_CASE("stamps of programs and folds are no difference; an empty text has no properties") {
  CHECK(
      differences(card("FN:Ada\r\nREV:20260101T000000Z\r\n"), card("FN:A\r\n da\r\nREV:20260102T000000Z\r\n"))
          .empty());
  CHECK(differences("", "").empty());
  const Found all = differences("", card("FN:Ada\r\n"));
  REQUIRE_FALSE(all.empty());
  CHECK(all.front() == Difference{"FN", "", "Ada"});
}
