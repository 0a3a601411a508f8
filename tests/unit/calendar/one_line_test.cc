// The one-line entry: what a line says, what it does not say, and which lines are refused.
#include "core/calendar/one_line.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/calendar/one_line_token.h"
#include "tests/support/in_english.h"
#include "tests/unit/calendar/one_line_reading.h"
#include "tests/unit/text/random_document.h"

using namespace goodturn;
using namespace goodturn::calendar;

namespace {

using Names = std::vector<std::string>;

using tests::read;
using tests::today;

std::string day_text(const std::optional<Day>& day) { return day ? to_iso(*day) : "none"; }

}  // namespace

TEST_CASE("one line says who was given what") {
  const OneLine line = read("gave Ada intro to Bob #compilers");
  CHECK(line.kind == LineKind::gave);
  CHECK(line.people == Names{"Ada", "Bob"});
  CHECK(line.give_kind == GiveKind::introduction);
  CHECK(line.tags == Names{"compilers"});
  CHECK(line.text.empty());
  CHECK_FALSE(line.size);
  CHECK_FALSE(line.due);
  CHECK_FALSE(line.happened);
}

TEST_CASE("the first word says the kind, in any case and with a colon") {
  const std::pair<const char*, LineKind> lines[] = {{"gave Ada help", LineKind::gave},
                                                    {"Give Ada help", LineKind::gave},
                                                    {"received help from Ada", LineKind::received},
                                                    {"GOT help from Ada", LineKind::received},
                                                    {"promised Ada help", LineKind::promised},
                                                    {"met Ada", LineKind::met},
                                                    {"called Ada", LineKind::called},
                                                    {"mailed Ada", LineKind::mailed},
                                                    {"wrote Ada", LineKind::mailed},
                                                    {"note: Ada likes tea", LineKind::note},
                                                    {"ask Ada for advice", LineKind::ask},
                                                    {"Asked Ada for advice", LineKind::ask},
                                                    {"question Ada where to berth", LineKind::question},
                                                    {"introduced Ada to Bob", LineKind::gave},
                                                    {"helped Ada", LineKind::gave},
                                                    {"thanked Ada", LineKind::gave}};
  for (const auto& [line, kind] : lines) {
    INFO(line);
    CHECK(read(line).kind == kind);
    CHECK(read(line).people.front() == "Ada");
  }
  CHECK(read("introduced Ada to Bob").give_kind == GiveKind::introduction);
  CHECK(read("introduced ada to bob").people == Names{"ada", "bob"});
  CHECK(read("helped Ada with feedback forms").give_kind == GiveKind::help);
  CHECK(read("thanked Ada").give_kind == GiveKind::thanks);
}

TEST_CASE("every one of the twelve kinds has its word") {
  for (const GiveKind kind : all_give_kinds) {
    const std::string word(to_string(kind));
    CHECK(read("gave Ada " + word).give_kind == kind);
    std::string apart = word;
    std::replace(apart.begin(), apart.end(), '-', ' ');
    const OneLine line = read("received some " + apart + " from Ada");
    CHECK(line.give_kind == kind);
    CHECK(line.people == Names{"Ada"});
    CHECK(line.text.empty());
  }
  for (const AskKind kind : all_ask_kinds) {
    const OneLine line = read("asked Ada for " + std::string(to_string(kind)));
    CHECK(line.ask_kind == kind);
    CHECK_FALSE(line.give_kind);
    CHECK(line.text.empty());
  }
}

TEST_CASE("a word that says more than its kind stays in the text") {
  CHECK(read("gave Ada article on Rust").text == "article on Rust");
  CHECK(read("gave Ada article on Rust").give_kind == GiveKind::information);
  CHECK(read("gave Ada advice on Rust").text == "Rust");
  CHECK(read("gave Ada comments and feedback").text == "comments and feedback");
  CHECK(read("asked Ada for tips on hiring").text == "tips on hiring");
  CHECK(read("asked Ada for advice on hiring").text == "hiring");
  CHECK(read("asked Ada for the name of an interview coach").text == "the name of an interview coach");
  CHECK(read("gave Ada a hat").text == "a hat");
  CHECK_FALSE(read("gave Ada a hat").give_kind);
  CHECK(read("promised Ada intro to Bob").text == "intro");
  CHECK_FALSE(read("met Ada for advice").give_kind);
  CHECK(read("met Ada for advice").text == "advice");
}

TEST_CASE("people stand in order, however many") {
  CHECK(read("met Ada and Bob").people == Names{"Ada", "Bob"});
  CHECK(read("met Ada, Bob & Eve about Berlin").people == Names{"Ada", "Bob", "Eve"});
  CHECK(read("met Ada, Bob, and Eve about Berlin").text == "Berlin");
  CHECK(read("met with Ada Example").people == Names{"Ada Example"});
  CHECK(read("met Ada with Bob").people == Names{"Ada", "Bob"});
  CHECK(read("met for lunch with Ada").people == Names{"Ada"});
  CHECK(read("called Ada van der Berg about tea").people == Names{"Ada van der Berg"});
  CHECK(read("gave advice to Ada").people == Names{"Ada"});
  CHECK(read("called mum about tea").people == Names{"mum"});
  CHECK(read("called mum about tea").text == "tea");
  CHECK(read("received help from ada").people == Names{"ada"});
  CHECK(read("got Ada's feedback on the talk").people == Names{"Ada"});
  CHECK(read("got Ada\xE2\x80\x99s feedback").people == Names{"Ada"});
  CHECK(read("met \xC3\x89lodie Example.").people == Names{"\xC3\x89lodie Example"});
  CHECK(read("called Dr. J. Example about tea").people == Names{"Dr J Example"});
  CHECK(read("called Ada. Bob was ill").people == Names{"Ada"});
  CHECK(read("met Ada and Ada").people == Names{"Ada"});
  CHECK(read("promised to send Ada the paper").people == Names{"Ada"});
  CHECK(read("promised to send Ada the paper").text == "send the paper");
  CHECK(read("promised Ada to introduce Bob").people == Names{"Ada"});
  CHECK(read("asked Ada for intro to bob").people == Names{"Ada", "bob"});
}

TEST_CASE("a mark or quotation marks say what a name is") {
  CHECK(read("gave @Ada Rust help").people == Names{"Ada"});
  CHECK(read("gave @Ada Rust help").text == "Rust help");
  CHECK(read("met \"Ada von und zu Example\", Bob").people == Names{"Ada von und zu Example", "Bob"});
  CHECK(read("note lunch was @\"Ada Example\"'s idea").people == Names{"Ada Example"});
  CHECK(read("note call \"the old one\"").people.empty());
  CHECK(read("note call \"the old one\"").text == "call \"the old one\"");
  CHECK(read("received @Bob's help with help from Ada").people == Names{"Bob", "Ada"});
  CHECK(read("note a @ b").text == "a @ b");
}

TEST_CASE("words that only look like names are no people") {
  CHECK(read("note buy flowers").people.empty());
  CHECK(read("called him back").people.empty());
  CHECK(read("gave help to move").people.empty());
  CHECK(read("gave feedback quickly to Ada").people == Names{"Ada"});
  CHECK(read("gave Ada access to Jira").people == Names{"Ada"});
  CHECK(read("met Ada Friday").people == Names{"Ada"});
  CHECK(read("received Rust help from Ada").people == Names{"Ada"});
  CHECK(read("called Ada from Berlin").people == Names{"Ada"});
  CHECK(read("called today").people.empty());
  CHECK(read("helped Ada with Rust").people == Names{"Ada"});
  CHECK(read("helped Ada with Rust").text == "Rust");
}

TEST_CASE("size is said before the gift or alone at the end") {
  CHECK(read("gave Ada a big intro to Bob").size == 3);
  CHECK(read("gave Ada a big intro to Bob").text.empty());
  CHECK(read("gave Ada small help").size == 1);
  CHECK(read("helped Ada, big").size == 3);
  CHECK(read("received advice from Ada huge #x").size == 3);
  const OneLine data = read("gave Ada help with big data");
  CHECK_FALSE(data.size);
  CHECK(data.text == "big data");
  CHECK_FALSE(read("helped Ada win big").size);
  CHECK_FALSE(read("met Ada, big").size);
}

TEST_CASE("when a promise or an ask is due") {
  const std::pair<const char*, const char*> lines[] = {{"promised Ada paper today", "2026-11-22"},
                                                       {"promised Ada paper tomorrow", "2026-11-23"},
                                                       {"promised Ada paper by Friday", "2026-11-27"},
                                                       {"promised Ada paper by fri", "2026-11-27"},
                                                       {"promised Ada paper by Sunday", "2026-11-29"},
                                                       {"promised Ada paper by tomorrow.", "2026-11-23"},
                                                       {"promised Ada paper 2026-12-01", "2026-12-01"},
                                                       {"promised by 2026-12-01 Ada a paper", "2026-12-01"},
                                                       {"promised Ada paper by 2026-11-01", "2026-11-01"},
                                                       {"ask Ada for help tomorrow", "2026-11-23"},
                                                       {"ask Ada for help on Monday", "2026-11-23"},
                                                       {"ask Ada by today", "2026-11-22"},
                                                       {"promised Ada paper", "none"},
                                                       {"promised Ada 20261201 stamps", "none"},
                                                       {"promised Ada paper by Fridays", "none"}};
  for (const auto& [line, due] : lines) {
    INFO(line);
    CHECK(day_text(read(line).due) == due);
    CHECK(read(line).people == Names{"Ada"});
  }
  CHECK(read("promised Ada paper by Friday").text == "paper");
  CHECK(day_text(read("asked Ada for advice yesterday").happened) == "2026-11-21");
  CHECK(day_text(read("promised Ada yesterday a paper").happened) == "2026-11-21");
}

TEST_CASE("when it happened is never later than today") {
  const std::pair<const char*, const char*> lines[] = {
      {"met Ada today", "2026-11-22"},      {"met Ada yesterday", "2026-11-21"},
      {"met Ada on Friday", "2026-11-20"},  {"met Ada on Sunday", "2026-11-15"},
      {"met Ada 2026-11-01", "2026-11-01"}, {"called Ada about tomorrow", "none"},
      {"called Ada about Friday", "none"},  {"note Ada left yesterday", "none"}};
  for (const auto& [line, day] : lines) {
    INFO(line);
    CHECK(day_text(read(line).happened) == day);
    CHECK_FALSE(read(line).due);
  }
  CHECK(read("called Ada about tomorrow").text == "tomorrow");
  CHECK(read("note Ada left yesterday").text == "left yesterday");
}

TEST_CASE("tags lose their punctuation and stand once") {
  const OneLine line = read("met Ada #rust, #C++ #rust. C# # #\xC3\xA9t\xC3\xA9");
  CHECK(line.tags == Names{"rust", "C++", "\xC3\xA9t\xC3\xA9"});
  CHECK(line.text == "C# #");
}

TEST_CASE("lines that say nothing are refused with words that help") {
  for (const char* line : {"", "   \t", "gave", "introduced", "Ada gave help", "#tag", "42", "\"gave\" Ada",
                           "gave \"Ada help", "met @\"Ada", "gav Ada help", "\xFF\xFE", "."}) {
    INFO(line);
    const auto entry = read_one_line(line, today);
    REQUIRE_FALSE(entry);
    CHECK(entry.error().kind == ErrorKind::invalid);
    CHECK(tests::english(entry.error()).ends_with("."));
  }
  CHECK_FALSE(read_one_line("note " + std::string(longest_one_line, 'x'), today));
  CHECK(read_one_line("note " + std::string(longest_one_line - 5, 'x'), today));
}

TEST_CASE("no line of any bytes makes the reader stumble, and nothing is lost but punctuation") {
  tests::RandomText random(tests::seed_of("one line"));
  static constexpr std::string_view pieces[] = {"gave",        "received",   "promised",
                                                "met",         "note",       "ask",
                                                "introduced",  "Ada",        "Bob,",
                                                "Ada's",       "@Bob",       "\"Ada Example\"",
                                                "@\"B\"",      "@",          "\"\"",
                                                "#",           "#tag",       "to",
                                                "with",        "from",       "and",
                                                "by",          "on",         "Friday",
                                                "today",       "2026-12-01", "big",
                                                "a",           "intro",      "public",
                                                "recognition", "van",        "x",
                                                ",",           ".",          "&",
                                                "\xFF",        "\xC3\xA9",   std::string_view("\0", 1),
                                                "'s",          "@'s",        "advice",
                                                "send"};
  for (int round = 0; round < 20'000; ++round) {
    std::string line(
        random.pick({"gave", "received", "promised", "met", "note", "ask", "called", "thanked"}));
    for (std::size_t count = random.below(12); count > 0; --count)
      line += (random.one_in(8) ? "" : " ") + std::string(random.pick(pieces));
    const auto entry = read_one_line(line, today);
    if (!entry) {
      CHECK(entry.error().kind == ErrorKind::invalid);
      continue;
    }
    INFO(line);
    const std::string clean = cleaned_line(line);
    std::string unquoted = clean;
    std::erase(unquoted, '"');
    for (const std::string& name : entry->people)
      REQUIRE(unquoted.find(name.substr(0, name.find(' '))) != unquoted.npos);
    for (const std::string& name : entry->people) REQUIRE_FALSE(name.empty());
    for (const std::string& tag : entry->tags) REQUIRE(clean.find("#" + tag) != clean.npos);
    if (entry->happened) REQUIRE(*entry->happened <= today);
    REQUIRE(entry->text.size() <= clean.size());
  }
}
