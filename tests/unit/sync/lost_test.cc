// Values that the server did not keep, and values that another program put back.
#include "core/sync/lost.h"

#include <catch2/catch.hpp>

#include "core/sync/token.h"

using namespace goodturn;
using namespace goodturn::sync;

namespace {

std::string card(const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ada\r\n" + lines + "END:VCARD\r\n";
}

std::vector<ConflictRow> dropped_of(const std::string& sent, const std::string& kept) {
  return dropped(card(sent), card(kept));
}

std::vector<ConflictRow> clobbered_of(const std::string& before, const std::string& after,
                                      const std::string& agreed, const std::string& remote) {
  return clobbered(card(before), card(after), card(agreed), card(remote));
}

}  // namespace

TEST_CASE("a card that the server gave a UID has dropped nothing, and two cards are told apart by theirs") {
  const std::string nameless = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n";
  const std::string named = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:given\r\nFN:Ada\r\nEND:VCARD\r\n";
  CHECK(sync::dropped(nameless, named).empty());
  std::string newer = named;
  CHECK(sync::dropped(newer.replace(newer.find("3.0"), 3, "4.0"), named).empty());
  const std::string other = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:other\r\nFN:Ben\r\nEND:VCARD\r\n";
  CHECK(sync::dropped(named + other, other + named).empty());
  CHECK_FALSE(sync::dropped(named + other, named).empty());
}

TEST_CASE("a server that sorts, folds or adds has dropped nothing") {
  CHECK(dropped_of("FN:Ada\r\nTEL;TYPE=HOME,VOICE:1\r\n",
                   "TEL;TYPE=home;TYPE=voice:1\r\nFN:A\r\n da\r\nX-NEW:1\r\n")
            .empty());
  CHECK(dropped_of("N:Example;Ada;;;\r\nCATEGORIES:a,b\r\n",
                   "N:Example;Ada\r\nCATEGORIES:b\r\nCATEGORIES:a\r\n")
            .empty());
  CHECK(dropped_of("NOTE;X-P=1:x\r\n", "NOTE:x\r\n").empty());
}

TEST_CASE("a value that is missing from what the server kept is named with its line") {
  const auto rows = dropped_of("FN:Ada\r\nPHOTO;ENCODING=b:AAAA\r\nCATEGORIES:a,b\r\nNOTE:long\r\n",
                               "FN:Ada\r\nCATEGORIES:a\r\nNOTE:lon\r\n");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].property == "CATEGORIES");
  CHECK(rows[0].local_value == "b");
  CHECK(rows[0].local_line == "CATEGORIES:b");
  CHECK(rows[1].property == "NOTE");
  CHECK(rows[1].remote_value == "lon");
  CHECK(rows[2].property == "PHOTO");
  CHECK(rows[2].local_value == "(4 bytes)");
  CHECK(rows[2].local_line == "PHOTO;ENCODING=b:AAAA");
  for (const auto& row : rows) CHECK(row.cause == Cause::dropped);
}

TEST_CASE("our tag that is gone again was clobbered, also beside an edit of the other program") {
  const auto rows = clobbered_of("CATEGORIES:friends\r\n", "CATEGORIES:friends,mentor\r\n",
                                 "CATEGORIES:friends,mentor\r\n", "CATEGORIES:friends,work\r\nTEL:1\r\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].cause == Cause::clobbered);
  CHECK(rows[0].local_value == "mentor");
  CHECK(rows[0].local_line == "CATEGORIES:mentor");
}

TEST_CASE("a value back at the old one was clobbered, a third value is an ordinary edit") {
  CHECK(clobbered_of("TITLE:old\r\n", "TITLE:ours\r\n", "TITLE:ours\r\n", "TITLE:third\r\n").empty());
  const auto rows =
      clobbered_of("TITLE:old\r\n", "TITLE:ours\r\n", "TITLE:ours\r\nX-S:1\r\n", "TITLE:old\r\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].local_value == "ours");
  CHECK(rows[0].remote_value == "old");
  CHECK(clobbered_of("FN:a\r\n", "FN:a\r\nTITLE:ours\r\n", "FN:a\r\nTITLE:ours\r\n", "FN:a\r\n").size() == 1);
}

TEST_CASE("a removal that came back is named with what came back") {
  const auto rows = clobbered_of("TEL:1\r\nTEL:2\r\n", "TEL:2\r\n", "TEL:2\r\n", "TEL:1\r\nTEL:2\r\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].local_line.empty());
  CHECK(rows[0].remote_value == "1");
}

TEST_CASE("a tag that was taken off and is back is named as put back by another program") {
  const auto rows =
      clobbered_of("CATEGORIES:a,old\r\n", "CATEGORIES:a\r\n", "CATEGORIES:a\r\n", "CATEGORIES:a,old\r\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].cause == Cause::clobbered);
  CHECK(rows[0].property == "CATEGORIES");
  CHECK(rows[0].local_value.empty());
  CHECK(rows[0].remote_value == "old");
}

TEST_CASE("what was back already when both sides last agreed is not told again") {
  CHECK(clobbered_of("TITLE:old\r\n", "TITLE:ours\r\n", "TITLE:old\r\n", "TITLE:old\r\nTEL:1\r\n").empty());
  CHECK(clobbered_of("TITLE:a\r\n", "TITLE:a\r\n", "TITLE:a\r\n", "TITLE:a\r\n").empty());
}

TEST_CASE("several values of one property that are put back are told one by one") {
  const auto rows =
      clobbered_of("TEL:1\r\nTEL:2\r\n", "TEL:3\r\nTEL:4\r\n", "TEL:3\r\nTEL:4\r\n", "TEL:1\r\nTEL:2\r\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].local_value == "3");
  CHECK(rows[0].remote_value == "1");
  CHECK(rows[1].local_value == "4");
  CHECK(rows[1].remote_value == "2");
}

TEST_CASE("a single value counts as put back only where it alone is there") {
  CHECK(clobbered_of("BDAY:1980-01-01\r\n", "BDAY:1981-01-01\r\n", "BDAY:1981-01-01\r\n",
                     "BDAY:1980-01-01\r\nBDAY:1982-01-01\r\n")
            .empty());
}

TEST_CASE("a long value is shown by its size, one of 2,000 bytes as it is") {
  for (const std::size_t size : {std::size_t{2000}, std::size_t{2001}}) {
    const std::string value(size, 'x');
    const auto rows = dropped_of("NOTE:" + value + "\r\n", "FN:Ada\r\n");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].local_value == (size == 2000 ? value : "(2001 bytes)"));
  }
}

TEST_CASE("what is dropped inside a component is named, too, and an encoded list with its whole line") {
  const auto event = [](const std::string& lines) {
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:e\r\nBEGIN:VALARM\r\nUID:a\r\nACTION:DISPLAY\r\n" + lines +
           "END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  };
  const auto rows = dropped(event("DESCRIPTION:Go\r\n"), event(""));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].property == "DESCRIPTION");
  const auto encoded = dropped_of("CATEGORIES;ENCODING=b:AAAA\r\n", "FN:Ada\r\n");
  REQUIRE(encoded.size() == 1);
  CHECK(encoded[0].local_line == "CATEGORIES;ENCODING=b:AAAA");
}

TEST_CASE("a token goes back when its number does") {
  const auto back = [](const char* old, const char* fresh) {
    return went_back(SyncToken(old), SyncToken(fresh));
  };
  CHECK(back("http://sabre.io/ns/sync/100", "http://sabre.io/ns/sync/99"));
  CHECK(back("data:,17", "data:,09"));
  CHECK_FALSE(back("data:,9", "data:,10"));
  CHECK_FALSE(back("data:,9", "data:,9"));
  CHECK_FALSE(back("data:,1-9", "data:,2-3"));
  CHECK_FALSE(back("abc", "abb"));
  CHECK_FALSE(back("abc1", "abc"));
  CHECK_FALSE(back("", "5"));
}
