// Hostile sizes (security.md T27): read in linear time, kept whole, never a stack overflow. The bounds
// are wide enough for a sanitizer build on a busy machine and far below anything quadratic.
#include <catch2/catch.hpp>
#include <chrono>

#include "core/text/document.h"

using namespace goodturn;
using text::Document;

namespace {

constexpr std::chrono::seconds bound(10);

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

void check_bomb(const std::string& bytes) {
  const auto start = std::chrono::steady_clock::now();
  const Document document = Document::parse(bytes);
  CHECK((document.print() == bytes));
  (void)text::content_hash(document);
  (void)text::uid_of(document);
  for (const text::Component& component : document.components())
    for (const char* name : {"PHOTO", "NOTE", "TEL"})
      for (const text::Property& property : document.all(component, name)) (void)text::decoded_text(property);
  CHECK((text::semantically_equal(document, Document::parse(bytes))));
  CHECK(std::chrono::steady_clock::now() - start < bound);
}

std::string card(const std::string& body) { return "BEGIN:VCARD\r\nUID:1\r\n" + body + "\r\nEND:VCARD\r\n"; }

}  // namespace

TEST_CASE("bombs are carried, not detonated") {
  SECTION("10 MB photo on one line") { check_bomb(card("PHOTO:" + std::string(10'000'000, 'A'))); }
  SECTION("10 MB photo, folded") { check_bomb(card("PHOTO;ENCODING=b:" + repeated("AAAA\r\n ", 1'500'000))); }
  SECTION("100,000 parameters") { check_bomb(card("TEL" + repeated(";TYPE=a,b", 100'000) + ":1")); }
  SECTION("100,000 nested components") { check_bomb(repeated("BEGIN:A\r\nBEGIN:B\r\n", 50'000)); }
  SECTION("100,000 siblings without END") { check_bomb(repeated("BEGIN:VCARD\r\nUID:1\r\n", 100'000)); }
  SECTION("100,000 stray ENDs") {
    check_bomb(repeated("BEGIN:A\nBEGIN:B\n", 40) + repeated("END:C\n", 100'000));
  }
  SECTION("soft breaks for ever") {
    check_bomb(card("NOTE;QUOTED-PRINTABLE:" + repeated("=\r\n", 1'000'000)));
  }
  SECTION("a header that never ends") { check_bomb(card("NOTE" + repeated(";X=\r\n =", 300'000))); }
  SECTION("quotes and carets") { check_bomb(card("NOTE;X=" + repeated("\"^", 1'000'000) + ":x")); }
  SECTION("carriage returns") { check_bomb(card("NOTE:" + repeated("\r", 1'000'000))); }
  SECTION("nothing but folds") { check_bomb(repeated(" \n", 1'000'000)); }
  SECTION("backslashes") { check_bomb(card("NOTE:" + repeated("\\", 3'000'001))); }
}

TEST_CASE("components deeper than 64 stay ordinary lines and the tree closes again") {
  const Document document =
      Document::parse(repeated("BEGIN:A\nBEGIN:B\n", 100) + repeated("END:B\nEND:A\n", 100) +
                      "BEGIN:VCARD\nUID:last\nEND:VCARD\n");
  REQUIRE(document.components().size() == 2);
  CHECK(document.components()[0].end == 399);
  CHECK(text::uid_of(document) == "last");
}
