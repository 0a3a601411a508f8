// S5: over 300 cards and 300 events in the shapes of real programs are carried byte for byte, and an edit
// touches the lines it means.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "core/people/card.h"
#include "core/text/document.h"
#include "tests/support/shapes/shapes.h"

using namespace goodturn;
using tests::Shape;
using text::Document;

namespace {

std::vector<std::string> raw_lines(const std::string& text, const std::string& but_for) {
  std::vector<std::string> lines;
  const Document document = Document::parse(text);
  for (const text::Line& line : document.lines())
    if (line.name() != but_for) lines.push_back(line.raw());
  return lines;
}

void carried(const std::vector<Shape>& shapes) {
  std::set<std::string> uids;
  std::set<std::string> texts;
  for (const Shape& shape : shapes) {
    INFO(shape.program << " " << shape.uid << "\n" << shape.text);
    const Document document = Document::parse(shape.text);
    REQUIRE(document.print() == shape.text);
    CHECK(text::semantically_equal(document, Document::parse(document.print())));
    CHECK(text::uid_of(document) == shape.uid);
    CHECK(uids.insert(shape.uid).second);
    CHECK(texts.insert(shape.text).second);
  }
  CHECK(shapes.size() >= 300);
}

/// What servers stamp, and what says no more than its absence.
bool says_nothing(const text::Property& property) {
  static const std::set<std::string> stamps = {"",    "BEGIN",   "END",           "PRODID",
                                               "REV", "DTSTAMP", "LAST-MODIFIED", "X-MOZ-GENERATION"};
  return stamps.contains(property.name) || property.value.empty() ||
         (property.name == "CLASS" && property.value == "PUBLIC");
}

/// Leaving out any single line but for those must show; time zones are named, not described (volatile.cc).
void every_line_counts(const Shape& shape) {
  const Document whole = Document::parse(shape.text);
  bool in_zone = false;
  for (std::size_t number = 0; number < whole.lines().size(); ++number) {
    const text::Property property = whole.lines()[number].property();
    if (property.value == "VTIMEZONE") in_zone = property.name == "BEGIN";
    if (in_zone || says_nothing(property)) continue;
    Document shorter = whole;
    shorter.erase_line(number);
    INFO(shape.program << ": " << property.name);
    CHECK_FALSE(text::semantically_equal(whole, shorter));
  }
}

}  // namespace

TEST_CASE("cards as programs write them are carried byte for byte") { carried(tests::card_shapes()); }
TEST_CASE("events as programs write them are carried byte for byte") { carried(tests::event_shapes()); }

TEST_CASE("a tag changes no other line of a card that some program wrote") {
  for (const Shape& shape : tests::card_shapes()) {
    INFO(shape.program << " " << shape.uid << "\n" << shape.text);
    const std::string tagged = people::edit_tags(Document::parse(shape.text), {"oarsman"}, {});
    CHECK(raw_lines(tagged, "CATEGORIES") == raw_lines(shape.text, "CATEGORIES"));
    const auto card = people::read_card(Document::parse(tagged));
    REQUIRE(card.has_value());
    CHECK(std::count(card->tags.begin(), card->tags.end(), "oarsman") == 1);
    const auto before = people::read_card(Document::parse(shape.text));
    const std::string back = people::edit_tags(Document::parse(tagged), {}, {"oarsman"});
    CHECK(people::read_card(Document::parse(back)) == before);
  }
}

TEST_CASE("no line of such a card or event is left out of its meaning") {
  const auto cards = tests::card_shapes();
  const auto events = tests::event_shapes();
  for (std::size_t at = 0; at < cards.size(); at += 7) every_line_counts(cards[at]);
  for (std::size_t at = 0; at < events.size(); at += 7) every_line_counts(events[at]);
}
