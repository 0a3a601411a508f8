// Who a one-line entry names, where a hasty reader would name somebody else.
#include <catch2/catch.hpp>

#include "core/calendar/name_match.h"
#include "tests/unit/calendar/one_line_reading.h"

using namespace goodturn;
using namespace goodturn::calendar;
using tests::read;

using Names = std::vector<std::string>;

TEST_CASE("further people behind a second from, with or then") {
  CHECK(read("received help from Ada and from Bob").people == Names{"Ada", "Bob"});
  CHECK(read("received help from Ada and from Bob").text.empty());
  CHECK(read("met Ada and then Bob").people == Names{"Ada", "Bob"});
  CHECK(read("met with Ada and with Bob").people == Names{"Ada", "Bob"});
  CHECK(read("bekam Hilfe von Ada und von Bob").people == Names{"Ada", "Bob"});
  CHECK(read("traf Ada und dann Bob").people == Names{"Ada", "Bob"});
}

TEST_CASE("what was given may have a German article, and some names have the same word") {
  const OneLine line = read("gab Ada den Bericht über Rust");
  CHECK(line.people == Names{"Ada"});
  CHECK(line.text == "den Bericht über Rust");
  CHECK(read("versprach Ada den Bericht bis Freitag").people == Names{"Ada"});
  CHECK(read("gab Ada van den Berg den Bericht").people == Names{"Ada van den Berg"});
  CHECK(read("met Jan den Hartog").people == Names{"Jan den Hartog"});
}

TEST_CASE("how many more there were") {
  const OneLine line = read("met Ada, Bob and 18 others about Oslo");
  CHECK(line.people == Names{"Ada", "Bob"});
  CHECK(line.more == 18);
  CHECK(line.text == "Oslo");
  CHECK(read("met Ada and two other people").more == 2);
  CHECK(read("traf Ada und drei weitere").more == 3);
  CHECK(read("mailed Ada, Bob and 3 others").more == 3);
  CHECK(read("met Ada and 18 of us").more == 0);
  CHECK(read("gave Ada and 2 others help").more == 0);
}

TEST_CASE("somebody's husband is not somebody") {
  CHECK(read("met Ada's husband").people == Names{"Ada's husband"});
  CHECK(read("called Ada's mum about tea").people == Names{"Ada's mum"});
  CHECK(read("got advice from Ada's boss").people == Names{"Ada's boss"});
  CHECK(read("received intro from Ada's colleague Bob to Eve").people == Names{"Ada's colleague Bob", "Eve"});
  CHECK(read("got Ada's feedback on the talk").people == Names{"Ada"});
  CHECK(read("got Ada's useful feedback").people == Names{"Ada"});
  CHECK(read("met Ada's").people == Names{"Ada"});
  CHECK(read("note Ada's birthday is in May").people == Names{"Ada"});
  const std::vector<KnownName> people = {{Uid("1"), "Ada Example", {}, ""}};
  CHECK(match_name("Ada's husband", people).outcome == NameOutcome::unknown);
}

TEST_CASE("the words behind a verb that are nobody") {
  CHECK(read("met up with Ada").people == Names{"Ada"});
  CHECK(read("met up with Ada").text.empty());
  CHECK(read("met briefly with Ada").people == Names{"Ada"});
  CHECK(read("met privately with Ada").people == Names{"Ada"});
  CHECK(read("gave talk to Ada").people == Names{"Ada"});
  CHECK(read("gave talk to Ada").text == "talk");
  CHECK(read("helped ada with Rust").people == Names{"ada"});
  CHECK(read("introduced ada to Bob").people == Names{"ada", "Bob"});
}

TEST_CASE("more verbs, and those that end the sentence") {
  CHECK(read("spoke with Ada about tea").kind == LineKind::called);
  CHECK(read("talked to Ada").people == Names{"Ada"});
  CHECK(read("saw Ada").kind == LineKind::met);
  CHECK(read("sent Ada the paper").give_kind == GiveKind::information);
  CHECK(read("sprach mit Ada").people == Names{"Ada"});
  CHECK(read("rief Ada an").people == Names{"Ada"});
  CHECK(read("rief Ada an").text.empty());
  CHECK(read("rief Ada an wegen Rust").text == "Rust");
  CHECK(read("stellte Ada und Bob vor").people == Names{"Ada", "Bob"});
  CHECK(read("stellte Ada und Bob vor").give_kind == GiveKind::introduction);
  CHECK(read("schickte Ada ein Buch").text == "ein Buch");
}

TEST_CASE("whom an introduction of several people led to") {
  CHECK(read("introduced Ada to Bob and Carol").led_to == 2);
  CHECK(read("introduced Ada and Bob to Carol").led_to == 1);
  CHECK(read("introduced Ada, Bob and Carol").led_to == 0);
  CHECK(read("introduced Ada to Bob").people == Names{"Ada", "Bob"});
}

TEST_CASE("small letters beyond English begin no name") {
  // świetny, że, дорогой, µ-like Greek, ống
  for (const char* small : {"\xC5\x9Bwietny",
                            "\xC5\xBC"
                            "e",
                            "\xD0\xB4\xD0\xBE\xD1\x80\xD0\xBE\xD0\xB3\xD0\xBE\xD0\xB9",
                            "\xCE\xBA\xCE\xB1\xCE\xB9", "\xE1\xBB\x91ng"})
    CHECK(read("gave Ada " + std::string(small) + " book").people == Names{"Ada"});
  // Świetny, Żaneta, Дора, Καίτη, Ống, 李
  for (const char* capital : {"\xC5\x9Awietny",
                              "\xC5\xBB"
                              "aneta",
                              "\xD0\x94\xD0\xBE\xD1\x80\xD0\xB0", "\xCE\x9A\xCE\xB1\xCE\xAF\xCF\x84\xCE\xB7",
                              "\xE1\xBB\x90ng", "\xE6\x9D\x8E"})
    CHECK(read("gave Ada " + std::string(capital) + " help").people == Names{"Ada " + std::string(capital)});
}

TEST_CASE("a name the other way round may be somebody else") {
  const std::vector<KnownName> people = {{Uid("1"), "Thomas James", {}, ""},
                                         {Uid("2"), "Example, Ada", {}, ""}};
  CHECK(match_name("James Thomas", people).outcome == NameOutcome::ambiguous);
  CHECK(match_name("James Thomas", people).candidates == std::vector<Uid>{Uid("1")});
  CHECK(match_name("Thomas James", people).outcome == NameOutcome::unique);
  CHECK(match_name("James, Thomas", people).outcome == NameOutcome::unique);
  CHECK(match_name("Thomas, James", people).outcome == NameOutcome::ambiguous);
  CHECK(match_name("Ada Example", people).outcome == NameOutcome::unique);
  CHECK(match_name("Example, Ada", people).outcome == NameOutcome::unique);
}
