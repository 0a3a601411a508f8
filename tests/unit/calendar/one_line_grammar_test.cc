// The grammar of the one-line entry: what it can say it can say plainly, in two languages, and hostile lines
// do it no harm.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/calendar/name_match.h"
#include "core/calendar/one_line.h"
#include "tests/unit/calendar/one_line_print.h"
#include "tests/unit/calendar/one_line_reading.h"
#include "tests/unit/text/random_document.h"

using namespace goodturn;
using namespace goodturn::calendar;

namespace {

using Names = std::vector<std::string>;

using tests::read;
using tests::today;

void check_round_trip(const OneLine& line) {
  const std::string text = tests::line_text(line);
  INFO(text);
  const auto again = read_one_line(text, today);
  REQUIRE(again);
  CHECK(again->kind == line.kind);
  CHECK(again->people == line.people);
  CHECK(again->give_kind == line.give_kind);
  CHECK(again->ask_kind == line.ask_kind);
  CHECK(again->tags == line.tags);
  CHECK(again->text == line.text);
  REQUIRE(*again == line);
}

constexpr std::string_view pieces[] = {"Ada",
                                       "Bob,",
                                       "Ada's",
                                       "@Bob",
                                       "\"Ada Example\"",
                                       "@\"B\"",
                                       "@",
                                       "\"\"",
                                       "#",
                                       "#tag",
                                       "#it's",
                                       "##x,",
                                       "#\"q",
                                       "to",
                                       "with",
                                       "from",
                                       "and",
                                       "by",
                                       "on",
                                       "&",
                                       "Friday",
                                       "today",
                                       "tomorrow",
                                       "2026-12-01",
                                       "2026-11-01",
                                       "big",
                                       "small",
                                       "a",
                                       "intro",
                                       "public",
                                       "recognition",
                                       "thank",
                                       "you",
                                       "co",
                                       "creation",
                                       "advice",
                                       "article",
                                       "van",
                                       "Example",
                                       "x",
                                       "X\"y",
                                       ",",
                                       ".",
                                       "-",
                                       "-5",
                                       "\xE2\x80\x93",
                                       ":",
                                       "::",
                                       "::",
                                       "Ada:",
                                       "send",
                                       "for",
                                       "\xFF",
                                       "\xC3\xA9t\xC3\xA9",
                                       "\xC3\x89lodie",
                                       std::string_view("\0", 1),
                                       "\x1B[31m",
                                       "\xC2\xA0",
                                       "'s",
                                       "@'s",
                                       "\xE2\x80\x9E"
                                       "Ada\xE2\x80\x9C",
                                       "\xE2\x80\x9C"
                                       "Ada",
                                       "Bob\xE2\x80\x9D",
                                       "\xE2\x80\xAE"
                                       "adA",
                                       "\xE2\x80\x8B",
                                       "\xD7\x90\xD7\x91",
                                       "\xE6\x9D\x8E",
                                       "\xF0\x9F\x98\x80",
                                       "Toby",
                                       "Fort",
                                       "For",
                                       "To",
                                       "von",
                                       "an",
                                       "mit",
                                       "Rat",
                                       "Hilfe",
                                       "morgen",
                                       "Freitag",
                                       "gro\xC3\x9F",
                                       "recommendation",
                                       "42",
                                       "'",
                                       "\\",
                                       "%s",
                                       "\t",
                                       "\n",
                                       "a\"b"};
constexpr std::string_view verbs[] = {"gave",      "received", "promised",   "met",    "note", "ask",
                                      "called",    "thanked",  "introduced", "mailed", "gab",  "bekam",
                                      "versprach", "traf",     "bat",        "notiz"};

std::string random_line(tests::RandomText& random) {
  std::string line(random.pick(verbs));
  for (std::size_t count = 1 + random.below(14); count > 0; --count)
    line += (random.one_in(8) ? "" : " ") + std::string(random.pick(pieces));
  return line;
}

}  // namespace

TEST_CASE("whatever a line says can be written as a line that says the same") {
  tests::RandomText random(tests::seed_of("one line, there and back"));
  int said = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string line = random_line(random);
    const auto entry = read_one_line(line, today);
    if (!entry) {
      REQUIRE(entry.error().kind == ErrorKind::invalid);
      continue;
    }
    ++said;
    INFO(line);
    check_round_trip(*entry);
  }
  CHECK(said > 10'000);
}

TEST_CASE("every combination of fields can be written as a line") {
  const std::optional<Day> days[] = {std::nullopt, today, today + std::chrono::days(9),
                                     today - std::chrono::days(400)};
  const Names none, two = {"Ada van der Berg", "To For Friday"};
  for (const LineKind kind :
       {LineKind::gave, LineKind::received, LineKind::promised, LineKind::met, LineKind::called,
        LineKind::mailed, LineKind::note, LineKind::ask, LineKind::question})
    for (const Names& people : {none, two})
      for (const auto& day : days)
        for (const std::string text : {"", "from Bob to Eve by Friday, big intro", "thank you 2026-12-01"})
          for (std::size_t give = 0; give <= std::size(all_give_kinds); ++give) {
            OneLine line;
            line.kind = kind;
            line.people = people;
            line.text = text;
            line.tags = {"to", "2026-12-01"};
            const bool gives =
                kind == LineKind::gave || kind == LineKind::received || kind == LineKind::promised;
            if (gives && give < std::size(all_give_kinds)) line.give_kind = all_give_kinds[give];
            if (kind == LineKind::ask && give < std::size(all_ask_kinds)) line.ask_kind = all_ask_kinds[give];
            if ((kind == LineKind::gave || kind == LineKind::received) && give % 3 == 1) line.size = 3;
            const bool is_due = kind == LineKind::promised || kind == LineKind::ask;
            if (is_due) line.due = day;
            if (!is_due && kind != LineKind::note && (!day || *day <= today)) line.happened = day;
            check_round_trip(line);
          }
}

TEST_CASE("behind two colons all is text, but marked names and tags") {
  const OneLine plain = read("met Ada :: from Berlin, with Bob by Friday");
  CHECK(plain.people == Names{"Ada"});
  CHECK(plain.text == "from Berlin, with Bob by Friday");
  CHECK_FALSE(plain.happened);
  CHECK(read("met Ada :: with @Bob #tea").people == Names{"Ada", "Bob"});
  CHECK(read("met Ada :: with @Bob #tea").tags == Names{"tea"});
  CHECK(read("note :: Ada left").people.empty());
  CHECK(read("promised Ada advice :: on rust").text == "on rust");
  CHECK(read("promised Ada advice :: on rust").give_kind == GiveKind::advice);
  CHECK_FALSE(read("gave Ada :: help").give_kind);
  CHECK(read("note the C:: drive").text == "the C:: drive");
}

TEST_CASE("who it came from is the first, however the names begin") {
  CHECK(read("received an intro to Ada from Adam").people == Names{"Adam", "Ada"});
  CHECK(read("received intro to Bob from  Ada").people == Names{"Ada", "Bob"});
  CHECK(read("received intro to Bob From Ada").people == Names{"Ada", "Bob"});
  CHECK(read("received intro to Bob @Ada").people == Names{"Ada", "Bob"});
  CHECK(read("got Ada's intro to Bob").people == Names{"Ada", "Bob"});
  CHECK(read("gave intro to Bob").people == Names{"Bob"});
  const auto missing = read_one_line("received intro to Bob", today);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().what.starts_with("Say from whom"));
}

TEST_CASE("names that hold the grammar's own words") {
  CHECK(read("met Toby").people == Names{"Toby"});
  CHECK(read("met Fort Example").people == Names{"Fort Example"});
  CHECK(read("met \"To For\"").people == Names{"To For"});
  CHECK(read("gave \"From, With\" help").people == Names{"From, With"});
  CHECK(read("called \"Friday Example\" yesterday").people == Names{"Friday Example"});
  CHECK(read("met \"Ada #1\"").people == Names{"Ada #1"});
  CHECK(read("met \"Ada #1\"").tags.empty());
  CHECK(read("met @2026-11-01").people == Names{"2026-11-01"});
  CHECK_FALSE(read("met @2026-11-01").happened);
  CHECK(read("met O\"Brien").people == Names{"OBrien"});
  CHECK(read("met \xE2\x80\x9E"
             "Ada von und zu\xE2\x80\x9C about \xE2\x80\x9C"
             "tea")
            .people == Names{"Ada von und zu"});
  CHECK(read("met \xE2\x80\x9C"
             "Ada B\xE2\x80\x9D, Bob")
            .people == Names{"Ada B", "Bob"});
}

TEST_CASE("what is no name is not taken for one") {
  CHECK(read("met - Ada").people.empty());
  CHECK(read("called Ada \xF0\x9F\x98\x80").people == Names{"Ada"});
  CHECK(read("called Ada \xE2\x80\x93 tea").people == Names{"Ada"});
  CHECK(read("called Ada \xC3\xBC"
             "ber tea")
            .people == Names{"Ada"});
  CHECK(read("met @\"...\" Ada").people.empty());
  CHECK(read("note -5 degrees in Oslo").text == "-5 degrees in Oslo");
  CHECK(read("met Ada, grade A-").text == "grade A-");
}

TEST_CASE("a line from elsewhere is cleaned before it is read") {
  CHECK(read("gave\xC2\xA0"
             "Ada\xE2\x80\x83help")
            .people == Names{"Ada"});
  CHECK(read("met \xE2\x80\xAE"
             "Ada\xE2\x80\xAC")
            .people == Names{"Ada"});
  CHECK(read("met \xE2\x81\xA6"
             "Ada\xE2\x81\xA9 \xEF\xBB\xBFtea")
            .text == "tea");
  CHECK(read("note a\x1B[31mb\x7F"
             "c")
            .text == "a [31mb c");
  CHECK(read("note two\nlines\r\n#x").text == "two lines");
  CHECK(read(std::string("note a\0b", 8)).text == "a b");
  CHECK(read("note caf\xE9").text == "caf\xC3\xA9");
  CHECK(read("note \xC2\x9B"
             "31m")
            .text == "31m");
}

TEST_CASE("a line with more people than anybody meets is refused") {
  std::string line = "met Ada0";
  for (std::size_t i = 1; i < most_people_in_line; ++i) line += ", Ada" + std::to_string(i);
  CHECK(read(line).people.size() == most_people_in_line);
  CHECK_FALSE(read_one_line(line + ", Eve", today));
  for (const char* nothing :
       {"gave ,", "note ::", "met ;", "thanked -", "introduced ::", "note \xE2\x80\x8B"})
    CHECK_FALSE(read_one_line(nothing, today));
}

TEST_CASE("a name never means one of several people") {
  tests::RandomText random(tests::seed_of("names of several"));
  static constexpr std::string_view firsts[] = {"Ada", "Adam", "\xC3\x85sa", "To", "For", "Bob"};
  static constexpr std::string_view lasts[] = {"Example", "Exam", "For", "Berg", "van Berg"};
  for (int round = 0; round < 3'000; ++round) {
    std::vector<KnownName> people;
    for (std::size_t i = 0; i < 2 + random.below(6); ++i)
      people.push_back({Uid(std::to_string(i)),
                        std::string(random.pick(firsts)) + " " + std::string(random.pick(lasts)),
                        {},
                        random.one_in(2) ? "Acme" : ""});
    const bool whole = random.one_in(2);
    const std::string mention =
        std::string(random.pick(firsts)) + (whole ? " " + std::string(random.pick(lasts)) : "");
    const NameMatch match = match_name(mention, people);
    std::vector<Uid> bearers;
    for (const KnownName& one : people)
      if (one.name == mention || (!whole && one.name.starts_with(mention + " "))) bearers.push_back(one.uid);
    INFO(mention << " of " << people.size());
    if (bearers.size() > 1) CHECK(match.outcome == NameOutcome::ambiguous);
    if (match.outcome == NameOutcome::unique) CHECK(match.candidates.size() == 1);
    for (const Uid& uid : bearers)
      CHECK(std::find(match.candidates.begin(), match.candidates.end(), uid) != match.candidates.end());
  }
}

TEST_CASE("a line in German says the same as in English") {
  const std::pair<const char*, const char*> lines[] = {
      {"gab Ada Vorstellung an Bob #compilers", "gave Ada intro to Bob #compilers"},
      {"vorgestellt Ada und Bob", "introduced Ada and Bob"},
      {"gab Ada gro\xC3\x9F"
       "en Rat",
       "gave Ada big advice"},
      {"geholfen Ada heute", "helped Ada today"},
      {"dankte Ada", "thanked Ada"},
      {"bekam R\xC3\xBC"
       "ckmeldung von Ada",
       "received feedback from Ada"},
      {"bekam eine Vorstellung an Bob von Ada van Berg", "received an intro to Bob from Ada van Berg"},
      {"traf Ada, Bob und Eve gestern", "met Ada, Bob and Eve yesterday"},
      {"traf Ada am Freitag", "met Ada on Friday"},
      {"angerufen Ada", "called Ada"},
      {"schrieb an Ada", "wrote to Ada"},
      {"bat Ada bis Fr", "ask Ada by Fri"},
      {"versprach Ada bis morgen", "promised Ada by tomorrow"}};
  for (const auto& [german, english] : lines) {
    INFO(german);
    CHECK(read(german) == read(english));
  }
  CHECK(read("bat Ada um Rat").ask_kind == AskKind::advice);
  CHECK(read("traf Ada zum Mittagessen").text == "Mittagessen");
  CHECK(read("notiz Ada zieht nach Oslo").people == Names{"Ada"});
  // A word of the other language is no word of this one.
  CHECK(read("gave Ada an example").text == "an example");
  CHECK(read("gave Ada Rat").people == Names{"Ada Rat"});
}
