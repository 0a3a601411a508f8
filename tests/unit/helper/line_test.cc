// One line of words on its way into the journal.
#include "helper/log/line.h"

#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

LoggedLine logged(TestWorld& test, const std::string& line, const NameAnswers& answers = {}) {
  auto done = log_line(test.world(), test.undo(), line, answers);
  INFO(line << (done ? "" : ": " + done.error().what));
  REQUIRE(done);
  return *done;
}

Proposal proposed(TestWorld& test, const std::string& line, const NameAnswers& answers = {}) {
  auto done = propose_line(test.world(), line, answers);
  INFO(line << (done ? "" : ": " + done.error().what));
  REQUIRE(done);
  return *done;
}

}  // namespace

TEST_CASE("an introduction that was made is one item, and given to both") {
  TestWorld test;
  meet_circle(test);
  const LoggedLine done = logged(test, "gave Ada Example intro to Bob #compilers");
  REQUIRE(done.items.size() == 1);
  CHECK(done.proposal.items[0].kind == "introduction");
  CHECK(done.items[0]["a"] == "ada");
  CHECK(done.items[0]["b"] == "bob");
  CHECK(done.items[0]["next"] == "done");
  CHECK(done.items[0]["reason"] == "#compilers");
  const auto snapshot = snapshot_of(test);
  for (const char* uid : {"ada", "bob"}) {
    const Person& person = *snapshot->by_uid(Uid(uid));
    REQUIRE(person.ledger.size() == 1);
    CHECK(person.ledger[0].kind == GiveKind::introduction);
    CHECK(person.moments.size() == 1);
  }
  REQUIRE(test.undo().apply(test.world(), done.undo));
  CHECK(shelf(test).empty());
}

TEST_CASE("a name that could be two people is asked back and writes nothing") {
  TestWorld test;
  meet_circle(test);
  const LoggedLine open = logged(test, "met Example");
  CHECK(open.undo.empty());
  CHECK_FALSE(open.proposal.is_clear());
  CHECK(open.proposal.items.empty());
  REQUIRE(open.proposal.mentions.size() == 1);
  CHECK(open.proposal.mentions[0].candidates.size() == 3);
  CHECK(shelf(test).empty());
  const LoggedLine unknown = logged(test, "met Zoë");
  CHECK(unknown.proposal.mentions[0].outcome == calendar::NameOutcome::unknown);
  CHECK(unknown.proposal.mentions[0].candidates.empty());
  const LoggedLine answered = logged(test, "met Example", {{"Example", Uid("adam")}});
  REQUIRE(answered.items.size() == 1);
  CHECK(answered.items[0]["person"] == "adam");
  CHECK(propose_line(test.world(), "met Example", {{"Example", Uid("nobody")}}).error().kind ==
        ErrorKind::invalid);
}

TEST_CASE("names are found without accents, and a proposal writes nothing") {
  TestWorld test;
  meet_circle(test);
  const Proposal proposal = proposed(test, "called Asa Oberg about the paper yesterday");
  REQUIRE(proposal.items.size() == 1);
  CHECK(proposal.items[0].fields["person"] == "asa");
  CHECK(proposal.items[0].fields["channel"] == "call");
  CHECK(proposal.items[0].fields["at"] == "2026-11-17T12:00:00Z");
  CHECK(holds(proposal.items[0].says, "Called Åsa Öberg"));
  CHECK(shelf(test).empty());
}

TEST_CASE("each verb makes the item that it says") {
  TestWorld test;
  meet_circle(test);
  struct Case {
    std::string line, kind;
    Json fields;
  };
  const std::vector<Case> cases = {
      {"gave Bob big advice on hiring", "entry", {{"kind", "gave"}, {"give_kind", "advice"}, {"size", 3}}},
      {"received feedback from Bob", "entry", {{"kind", "received"}, {"give_kind", "feedback"}}},
      {"promised Bob the slides by 2026-12-01", "promise", {{"text", "the slides"}, {"due", "2026-12-01"}}},
      {"mailed Bob about lunch", "entry", {{"kind", "touch"}, {"channel", "mail"}, {"direction", "out"}}},
      {"note Bob moves to Oslo", "entry", {{"kind", "note"}, {"text", "moves to Oslo"}}},
      {"asked Bob for feedback by 2026-12-02", "ask", {{"kind", "feedback"}, {"due", "2026-12-02"}}},
      {"met Bob #sailing", "entry", {{"kind", "touch"}, {"channel", "meeting"}, {"text", "#sailing"}}}};
  for (const Case& one : cases) {
    INFO(one.line);
    const LoggedLine done = logged(test, one.line);
    REQUIRE(done.items.size() == 1);
    CHECK(done.proposal.items[0].kind == one.kind);
    CHECK(done.items[0]["person"] == "bob");
    for (const auto& [name, value] : one.fields.items()) CHECK(done.items[0][name] == value);
    REQUIRE(test.undo().apply(test.world(), done.undo));
    CHECK(shelf(test).empty());
  }
}

TEST_CASE("one line about several people is taken back as a whole") {
  TestWorld test;
  meet_circle(test);
  const LoggedLine done = logged(test, "met Bob, Ada Example and Adam Example today");
  CHECK(done.items.size() == 3);
  CHECK(shelf(test).size() == 3);
  REQUIRE(test.undo().apply(test.world(), done.undo));
  CHECK(shelf(test).empty());
}

TEST_CASE("who an introduction came from is not who it led to") {
  TestWorld test;
  meet_circle(test);
  const LoggedLine done = logged(test, "received an intro to Bob from @\"Ada Example\"");
  REQUIRE(done.items.size() == 1);
  CHECK(done.items[0]["person"] == "ada");
  CHECK(done.items[0]["kind"] == "received");
  CHECK(holds(done.items[0]["text"].get<std::string>(), "to Bob Example"));
}

TEST_CASE("thanks in a line settle what was received") {
  TestWorld test;
  meet_circle(test);
  logged(test, "received help from Bob");
  const LoggedLine thanks = logged(test, "thanked Bob");
  const auto settled = [&] {
    for (const Json& one : all(test, entry_kind()))
      if (one["kind"] == "received") return one.value("settled", "");
    return std::string("gone");
  };
  CHECK(settled() == "2026-11-18");
  REQUIRE(test.undo().apply(test.world(), thanks.undo));
  CHECK(settled().empty());
}

TEST_CASE("a line that says nothing is refused with what to write") {
  TestWorld test;
  meet_circle(test);
  CHECK(holds(propose_line(test.world(), "hello Bob", {}).error().what, "Begin with gave"));
  CHECK(holds(propose_line(test.world(), "gave advice", {}).error().what, "Say with whom"));
  CHECK(propose_line(test.world(), "", {}).error().kind == ErrorKind::invalid);
}
