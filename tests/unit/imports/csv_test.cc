// Tables of other programs, cell by cell.
#include "core/imports/csv.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "core/imports/card_writer.h"
#include "core/imports/split.h"
#include "core/imports/tables.h"
#include "core/text/document.h"

using namespace goodturn::imports;
using goodturn::Uid;
using Rows = std::vector<CsvRow>;

namespace {

std::string quoted(const std::string& cell) {
  std::string out = "\"";
  for (const char letter : cell) out += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return out + '"';
}

unsigned seed() {
  const char* given = std::getenv("GOODTURN_SEED");
  return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device()();
}

}  // namespace

TEST_CASE("cells are apart by comma, semicolon or tab; lines end as they like") {
  CHECK(read_csv("a,b\r\n1,2\r\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read_csv("a;b,c;d\n1;2;3") == Rows{{"a", "b,c", "d"}, {"1", "2", "3"}});
  CHECK(read_csv("a\tb\r1\t2\r") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read_csv("").empty());
  CHECK(read_csv("\n\r\n,,\n").empty());
}

TEST_CASE("a quoted cell holds everything; a stray quote is a letter") {
  CHECK(read_csv("\"a,\"\"b\"\"\r\nc\",d") == Rows{{"a,\"b\"\r\nc", "d"}});
  CHECK(read_csv("a \"b\",c") == Rows{{"a \"b\"", "c"}});
  CHECK(read_csv("\"a\"b,c") == Rows{{"ab", "c"}});
  CHECK(read_csv("\"never ends,\nx") == Rows{{"never ends,\nx"}});
}

TEST_CASE("encodings with and without marks") {
  CHECK(read_csv("\xEF\xBB\xBF"
                 "a,b") == Rows{{"a", "b"}});
  CHECK(read_csv("caf\xE9,\x80") == Rows{{"café", "€"}});
  CHECK(read_csv(std::string_view("\xFF\xFE"
                                  "a\0,\0=\xD8\x00\xDE\n\0",
                                  12)) == Rows{{"a", "\xF0\x9F\x98\x80"}});
  CHECK(read_csv(std::string_view("\xFE\xFF\0a\xDC\x00", 6)) == Rows{{"a\xEF\xBF\xBD"}});
}

TEST_CASE("what is written with quotes is read back, whatever stands in it") {
  const unsigned begin = seed();
  INFO("GOODTURN_SEED=" << begin);
  std::mt19937 chance(begin);
  const std::string letters = "ab,;\t\"\n\r \\^:é";
  for (int round = 0; round < 2000; ++round) {
    Rows rows;
    std::string text;
    for (unsigned row = 0; row <= chance() % 4; ++row) {
      CsvRow cells{"x"};
      text += "x";
      for (unsigned cell = 0; cell <= chance() % 4; ++cell) {
        std::string value;
        for (auto size = chance() % 6; size > 0; --size) value += letters[chance() % 12];
        text += ',' + quoted(value);
        cells.push_back(value);
      }
      text += "\r\n";
      rows.push_back(cells);
    }
    REQUIRE(read_csv(text) == rows);
  }
}

TEST_CASE("a table of another program, or of nobody, is told apart") {
  CHECK_FALSE(read_table(read_csv("a,b\n1,2")));
  CHECK_FALSE(read_table({}));
  CHECK(read_table(read_csv("First Name,Last Name,URL,Connected On\n"))->kind == TableKind::linkedin);
  CHECK(read_table(read_csv("First Name,Last Name,E-mail Address\n"))->kind == TableKind::outlook);
  CHECK(read_table(read_csv("Name,Given Name,Family Name\n"))->kind == TableKind::google);
}

TEST_CASE("the same row gives the same card; one with another cell gives another") {
  const std::string head = "First Name,Last Name,E-mail Address,Hobby\n";
  const auto uid = [&](const std::string& row) { return read_table(read_csv(head + row))->cards.at(0).uid; };
  CHECK(uid("Ada,Example,ada@example.org,tea") == uid("Ada,Example,ada@example.org,tea"));
  CHECK(uid("Ada,Example,ada@example.org,tea") != uid("Ada,Example,ada@example.org,chess"));
  const auto table = read_table(read_csv(head + "Ada,Example,,\nAda,Example,,\n,,,\n"));
  CHECK(table->cards.size() == 1);
  CHECK(table->cards[0].name == "Ada Example");
}

TEST_CASE("a cell cannot end its line or begin a property") {
  CardWriter card;
  card.full_name = "A\r\nEND:VCARD";
  card.add_text("NOTE", "x\r\nEMAIL:evil@example.org");
  card.add_raw("URL", "https://example.org/\r\nTEL:1");
  card.add_unknown("a\"b;c:\nd", "v");
  const auto document = goodturn::text::Document::parse(card.write(Uid("u")));
  REQUIRE(document.components().size() == 1);
  const auto& only = document.components().front();
  CHECK(document.all(only, "EMAIL").empty());
  CHECK(document.all(only, "TEL").empty());
  const auto unknown = document.all(only, "X-IMPORTED");
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].parameter("X-COLUMN") == "a\"b;c:\nd");
}

TEST_CASE("a text of cards falls apart by their ends, and each has a UID") {
  const auto cards = split_cards("BEGIN:VCARD\nUID:x\nEND:VCARD\nBEGIN:VCARD\nFN:Y\nEND:VCARD");
  REQUIRE(cards.size() == 2);
  CHECK(cards[0].text == "BEGIN:VCARD\nUID:x\nEND:VCARD\n");
  CHECK(goodturn::text::uid_of(goodturn::text::Document::parse(cards[1].text)) == cards[1].uid.value);
  CHECK(split_cards("nothing").empty());
  const std::string task =
      with_uid("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n", Uid("u"));
  CHECK(task == "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:u\r\nEND:VTODO\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("a UID line that says nothing gives way to the one that an item gets") {
  const auto cards = split_cards("BEGIN:VCARD\r\nUID: \r\nFN:X\r\nEND:VCARD\r\n");
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].text == "BEGIN:VCARD\r\nUID:" + cards[0].uid.value + "\r\nFN:X\r\nEND:VCARD\r\n");
}
