// Updates touch their own lines alone: whatever stands between them stays byte for byte.
#include <catch2/catch.hpp>

#include "tests/unit/calendar/journal_samples.h"
#include "tests/unit/text/random_document.h"

using namespace goodturn;
using namespace goodturn::calendar;
using namespace goodturn::calendar::samples;
using tests::RandomText;
using text::Document;

namespace {

constexpr std::string_view foreign_lines[] = {
    "X-FOREIGN:1",
    "x-foreign;B=\"c,d\";a=1:é",
    "X-GOODTURN-FUTURE:a,b",
    "item1.X-GOODTURN-OTHER:x",
    "COMMENT:folded in a strange\r\n  place",
    "COMMENT:folded with a tab\r\n\tplace",
    "STATUS:FINAL",
    "ATTACH:https://example.org/a",
    "not a content line",
    "COMMENT;ENCODING=QUOTED-PRINTABLE:a=3D",
    "X-BYTES:\xFF\xFE",
    "X-LONG:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "RELATED-TO:goodturn-0",
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nEND:VALARM"};

std::string unix_endings(std::string text) {
  std::string out;
  for (const char c : text)
    if (c != '\r') out += c;
  return out;
}

/// The item's text with foreign lines strewn between its own, beside other components.
std::string strewn(const std::string& item, RandomText& random, std::vector<std::string>& foreign) {
  const Document document = Document::parse(item);
  std::string text;
  bool inside = false;
  for (const text::Line& line : document.lines()) {
    if (line.raw() == "END:VCALENDAR\r\n") text += "BEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE\r\n";
    while (inside && random.one_in(3)) {
      foreign.emplace_back(random.pick(foreign_lines));
      text += foreign.back() + "\r\n";
    }
    text += line.raw();
    inside = line.raw() == "BEGIN:VJOURNAL\r\n" || (inside && line.raw() != "END:VJOURNAL\r\n");
  }
  return text;
}

bool is_stamp(const std::string& name) { return name == "DTSTAMP" || name == "LAST-MODIFIED"; }

/// The lines of `text` but those that say when it was written.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  const Document document = Document::parse(text);
  for (const text::Line& line : document.lines())
    if (!is_stamp(line.name())) lines.push_back(line.raw());
  return lines;
}

/// Whether `part` stands in `whole` in that order, other lines between.
bool stands_in_order(const std::vector<std::string>& part, const std::string& whole) {
  std::size_t at = 0;
  for (const std::string& line : part) {
    at = whole.find("\n" + line, at);
    if (at == std::string::npos) return false;
    at += line.size();
  }
  return true;
}

}  // namespace

TEMPLATE_TEST_CASE("foreign lines survive any updates byte for byte", "", Ask, Introduction, Goal, Script,
                   Community, Question, Venue, RoleTerm, PairSign, Profile, OwnProfile, Identity) {
  using Item = Form<TestType>;
  RandomText random(tests::seed_of("journal updates"));
  const auto changes = Item::changes();
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> foreign;
    TestType item = random.one_in(2) ? Item::full() : TestType{};
    std::string text = strewn(Item::write(item, stamp), random, foreign);
    const bool unix = random.one_in(3);
    if (unix) {
      text = unix_endings(text);
      for (std::string& line : foreign) line = unix_endings(line);
    }
    INFO(text);
    REQUIRE(Item::read(Document::parse(text)) == item);
    for (std::size_t steps = 1 + random.below(4); steps > 0; --steps) {
      const TestType before = item;
      switch (random.below(3)) {
        case 0:
          item = random.one_in(2) ? Item::full() : TestType{};
          break;
        default:
          changes[random.below(changes.size())](item);
      }
      const std::string updated = Item::update(Document::parse(text), item, stamp + std::chrono::hours(1));
      INFO(updated);
      REQUIRE(Item::read(Document::parse(updated)) == item);
      REQUIRE(stands_in_order(foreign, updated));
      REQUIRE((before != item || updated == text));
      REQUIRE(updated.ends_with(unix ? "END:VCALENDAR\n" : "END:VCALENDAR\r\n"));
      text = updated;
    }
  }
}

namespace {

/// Those lines of `all` that are not among `others`, in order.
std::vector<std::string> without(std::vector<std::string> all, const std::vector<std::string>& others) {
  std::erase_if(all,
                [&](const std::string& line) { return std::ranges::find(others, line) != others.end(); });
  return all;
}

}  // namespace

TEMPLATE_TEST_CASE("one changed field leaves all other lines as they are", "", Ask, Introduction, Goal,
                   Script, Community, Question, Venue, RoleTerm, PairSign, Profile, OwnProfile, Identity) {
  using Item = Form<TestType>;
  const std::string text = Item::write(Item::full(), stamp);
  const std::vector<std::string> before = lines_of(text);
  for (const auto& change : Item::changes()) {
    TestType item = Item::full();
    change(item);
    const std::vector<std::string> after =
        lines_of(Item::update(Document::parse(text), item, stamp + std::chrono::hours(1)));
    const std::vector<std::string> gone = without(before, after), come = without(after, before);
    // A name stands in its own line, in CONTACT and in the title; a flag that is taken back leaves no line.
    CHECK(gone.size() >= 1);
    CHECK(gone.size() <= 3);
    CHECK(come.size() <= gone.size());
    CHECK(without(before, gone) == without(after, come));
  }
}

TEST_CASE("readers of journal items take any bytes") {
  RandomText random(tests::seed_of("journal bytes"));
  for (int round = 0; round < 2'000; ++round) {
    std::string text = random.weird_document();
    static constexpr std::string_view kinds[] = {"ask",       "introduction", "goal",      "script",
                                                 "community", "venue",        "role-term", "pair",
                                                 "question",  "profile",      "self",      "identity"};
    static constexpr std::string_view names[] = {
        "CONTACTS",    "NAMES",        "SENT",        "DUE",         "WEEKLY-HOURS", "ANSWERED",
        "EVIDENCE",    "TITLES",       "CONSENT-A",   "UNTIL",       "CADENCE",      "RATINGS",
        "ANSWERED-AT", "WANTED-ROLES", "QUIET-HOURS", "SELF-CHECKS", "WORKDAYS",     "VERDICT"};
    std::string lines = "BEGIN:VJOURNAL\nX-GOODTURN-KIND:" + std::string(random.pick(kinds)) + "\n";
    for (std::size_t count = random.below(6); count > 0; --count)
      lines += "X-GOODTURN-" + std::string(random.pick(names)) + (random.one_in(4) ? ";X=\"" : ":") +
               random.word() + (random.one_in(3) ? "," : "\\") + random.word() + "\n";
    text.insert(random.below(text.size() + 1), lines);
    const Document document = Document::parse(text);
    INFO(text);
    const auto unchanged = [&](const auto& item, auto update) {
      return !item || update(document, *item, stamp) == text;
    };
    REQUIRE(unchanged(read_ask(document), update_ask));
    REQUIRE(unchanged(read_introduction(document), update_introduction));
    REQUIRE(unchanged(read_goal(document), update_goal));
    REQUIRE(unchanged(read_script(document), update_script));
    REQUIRE(unchanged(read_community(document), update_community));
    REQUIRE(unchanged(read_venue(document), update_venue));
    REQUIRE(unchanged(read_role_term(document), update_role_term));
    REQUIRE(unchanged(read_pair_sign(document), update_pair_sign));
    REQUIRE(unchanged(read_identity(document), update_identity));
    REQUIRE(unchanged(read_question(document), update_question));
  }
}
