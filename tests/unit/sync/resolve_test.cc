// Putting a lost value back: in place of the other, or beside it.
#include "core/sync/resolve.h"

#include <catch2/catch.hpp>

#include "core/sync/merge.h"

using namespace goodturn::sync;

namespace {

std::string card(const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ada\r\n" + lines + "END:VCARD\r\n";
}

ConflictRow only_conflict(const std::string& base, const std::string& local, const std::string& remote) {
  const Merged merged = merge(card(base), card(local), card(remote));
  REQUIRE(merged.conflicts.size() == 1);
  return merged.conflicts.front();
}

}  // namespace

TEST_CASE("mine replaces the remote line with its parameters, theirs changes nothing") {
  const std::string now = card("FN:Ada\r\nBDAY;VALUE=date:1985-04-13\r\nX-KEPT:1\r\n");
  const ConflictRow row = only_conflict("FN:Ada\r\n", "FN:Ada\r\nBDAY;X-P=1:1985-04-12\r\n",
                                        "FN:Ada\r\nBDAY;VALUE=date:1985-04-13\r\n");
  CHECK(resolved(now, row, Take::mine) == card("FN:Ada\r\nBDAY;X-P=1:1985-04-12\r\nX-KEPT:1\r\n"));
  CHECK(resolved(now, row, Take::theirs) == now);
  CHECK_FALSE(can_take_both(row));
  CHECK_FALSE(resolved(now, row, Take::both));
}

TEST_CASE(
    "mine replaces the only line of its name also where that changed meanwhile, and stands beside several") {
  const ConflictRow row = only_conflict("FN:Ada\r\nBDAY:1980-01-01\r\n", "FN:Ada\r\nBDAY:1985-04-12\r\n",
                                        "FN:Ada\r\nBDAY:1985-04-13\r\n");
  CHECK(resolved(card("FN:Ada\r\nBDAY:1990-06-07\r\n"), row, Take::mine) ==
        card("FN:Ada\r\nBDAY:1985-04-12\r\n"));
  CHECK(resolved(card("BDAY:1990-06-07\r\nBDAY:1991-06-07\r\n"), row, Take::mine) ==
        card("BDAY:1990-06-07\r\nBDAY:1991-06-07\r\nBDAY:1985-04-12\r\n"));
}

TEST_CASE("mine of a structured value brings back only the part that lost") {
  const ConflictRow row = only_conflict("ORG:A;B\r\n", "ORG:C;B\r\n", "ORG:D;E\r\n");
  CHECK(resolved(card("ORG:D;E\r\n"), row, Take::mine) == card("ORG:C;E\r\n"));
}

TEST_CASE("both can stand where a property may be there twice") {
  const ConflictRow row = only_conflict("NOTE:a\r\n", "NOTE:mine\r\n", "NOTE:theirs\r\n");
  REQUIRE(can_take_both(row));
  CHECK(resolved(card("NOTE:theirs\r\n"), row, Take::both) == card("NOTE:theirs\r\nNOTE:mine\r\n"));
}

TEST_CASE("a clobbered list gets our values again and loses what we had removed") {
  ConflictRow row{0,     0,  goodturn::Href(), "CATEGORIES",       "mentor",
                  "old", {}, Cause::clobbered, "CATEGORIES:mentor"};
  CHECK(resolved(card("CATEGORIES:old,friends\r\n"), row, Take::mine) ==
        card("CATEGORIES:friends,mentor\r\n"));
  CHECK(resolved(card("CATEGORIES:old\r\n"), row, Take::both) == card("CATEGORIES:old,mentor\r\n"));
  CHECK(resolved(card("FN:x\r\n"), row, Take::mine) == card("FN:x\r\nCATEGORIES:mentor\r\n"));
}

TEST_CASE("a removal that was undone is done again") {
  ConflictRow row{0, 0, goodturn::Href(), "TEL", "", "123", {}, Cause::clobbered, ""};
  CHECK(resolved(card("TEL:123\r\nTEL:456\r\n"), row, Take::mine) == card("TEL:456\r\n"));
}

TEST_CASE("the component that holds the remote value is meant") {
  const auto calendar = [](const std::string& first, const std::string& second) {
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:m\r\nSUMMARY:" + first +
           "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:m\r\nRECURRENCE-ID:20250101\r\nSUMMARY:" + second +
           "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  };
  ConflictRow row{0, 0, goodturn::Href(), "SUMMARY", "mine", "theirs", {}, Cause::clash, "SUMMARY:mine"};
  CHECK(resolved(calendar("a", "theirs"), row, Take::mine) == calendar("a", "mine"));
}

TEST_CASE("a whole text can be taken, not mixed; a text without components takes no line") {
  ConflictRow whole{0, 0, goodturn::Href(), "", "HELLO", "WORLD", {}};
  CHECK(resolved("WORLD", whole, Take::mine) == "HELLO");
  CHECK_FALSE(resolved("WORLD", whole, Take::both));
  ConflictRow line{0, 0, goodturn::Href(), "FN", "a", "b", {}, Cause::clash, "FN:a"};
  CHECK_FALSE(resolved("WORLD", line, Take::mine));
}
