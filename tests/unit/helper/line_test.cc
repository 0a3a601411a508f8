// One line of words on its way into the journal.
#include "helper/log/line.h"

#include <set>

#include "core/network/pairs.h"
#include "core/relations/debt.h"
#include "core/relations/giving.h"
#include "helper/erase/person.h"
#include "helper/index/local_time.h"
#include "helper/people/large_gift.h"
#include "helper/people/profile.h"
#include "helper/people/records.h"
#include "tests/support/in_english.h"
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

TEST_CASE("a question to a community is one line, and a name that fits two is asked back") {
  TestWorld test;
  meet_circle(test);
  const Json club = add(test, community_kind(), {{"name", "Sailing club"}}).item;
  add(test, community_kind(), {{"name", "Sailing school"}});
  CHECK_FALSE(proposed(test, "question Sailing where to berth").is_clear());
  CHECK(proposed(test, "question Sailing where to berth").mentions.at(0).candidates.size() == 2);
  CHECK_FALSE(proposed(test, "question Ada where to berth").is_clear());
  const LoggedLine done = logged(test, "question \"sailing club\" where to berth? #oslo");
  REQUIRE(done.items.size() == 1);
  CHECK(done.proposal.items[0].kind == "question");
  CHECK(tests::english(done.proposal.items[0].says) == "Question to Sailing club: where to berth? #oslo");
  CHECK(done.items[0]["community"] == club["id"]);
  CHECK(done.items[0]["asked"] == "2026-11-18T09:00:00Z");
  const NameAnswers answer = {{"Sailing", Uid(club["id"].get<std::string>())}};
  // The name may go on in small letters.
  for (const char* line : {"question Sailing club where to berth", "frage Sailing Club where to berth"}) {
    const Proposal longer = proposed(test, line);
    REQUIRE(longer.is_clear());
    CHECK(tests::english(longer.items.at(0).says) == "Question to Sailing club: where to berth");
  }
  CHECK(holds(propose_line(test.world(), "question Sailing club", {}).error().what, "Say what you asked"));
  CHECK(logged(test, "question Sailing where to berth", answer).items[0]["community"] == club["id"]);
  CHECK_FALSE(propose_line(test.world(), "question Sailing where", {{"Sailing", Uid("ada")}}));
  CHECK(
      holds(propose_line(test.world(), "question \"Sailing club\"", {}).error().what, "Say what you asked"));
  CHECK(holds(propose_line(test.world(), "question :: where", {}).error().what, "Say which community"));
  REQUIRE(test.undo().apply(test.world(), done.undo));
  CHECK(all(test, question_kind()).size() == 1);
}

TEST_CASE("features_042_a_large_gift_to_somebody_hardly_known_gets_a_gentle_word") {
  TestWorld test;
  meet_circle(test);
  const auto by_line = [&](const std::string& line) {
    return logged(test, line).proposal.items.at(0).is_large_gift;
  };
  const auto by_form = [&](RecordKind kind, int size) {
    LogEntry entry;
    entry.kind = kind;
    entry.size = size;
    entry.text = "a watch";
    const auto done = log_entry(test.world(), test.undo(), Uid("bob"), entry);
    REQUIRE(done);
    return done->is_large_gift;
  };
  for (const int layer : {0, 150}) {
    REQUIRE(edit_profile(test.world(), test.undo(), Uid("bob"), {{"layer", layer}}));
    CHECK(by_line("gave Bob big help"));
    CHECK(by_form(RecordKind::gave, 3));
    CHECK_FALSE(by_line("gave Bob small help"));
    CHECK_FALSE(by_line("received from Bob big help"));
    CHECK_FALSE(by_form(RecordKind::gave, 2));
    CHECK_FALSE(by_form(RecordKind::received, 3));
  }
  REQUIRE(edit_profile(test.world(), test.undo(), Uid("bob"), {{"layer", 15}}));
  CHECK_FALSE(by_line("gave Bob big help"));
  CHECK_FALSE(by_form(RecordKind::gave, 3));
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
  CHECK(proposal.items[0].fields["at"] == "2026-11-17T11:00:00Z");
  CHECK(holds(tests::english(proposal.items[0].says), "Called Åsa Öberg"));
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
  CHECK(done.items[0]["text"] == "Bob Example");
}

TEST_CASE("an introduction of several people is one for each pair that it brought together") {
  TestWorld test;
  meet_circle(test);
  const auto pairs = [&](const std::string& line) {
    std::set<std::set<std::string>> found;
    const LoggedLine done = logged(test, line);
    for (const Json& item : done.items)
      found.insert({item["a"].get<std::string>(), item["b"].get<std::string>()});
    CHECK(found.size() == done.items.size());
    for (const char* uid : {"ada", "bob", "adam"}) {
      const auto given = snapshot_of(test)->by_uid(Uid(uid))->ledger;
      CHECK(std::count_if(found.begin(), found.end(), [&](const auto& pair) { return pair.contains(uid); }) ==
            static_cast<std::ptrdiff_t>(given.size()));
    }
    REQUIRE(test.undo().apply(test.world(), done.undo));
    return found;
  };
  using Pairs = std::set<std::set<std::string>>;
  CHECK(pairs("introduced Ada Example to Bob and Adam Example") == Pairs{{"ada", "bob"}, {"ada", "adam"}});
  CHECK(pairs("introduced Ada Example and Bob to Adam Example") == Pairs{{"ada", "adam"}, {"bob", "adam"}});
  CHECK(pairs("introduced Ada Example, Bob and Adam Example") ==
        Pairs{{"ada", "bob"}, {"ada", "adam"}, {"bob", "adam"}});
}

TEST_CASE("several people in a line were there together, and each weighs as much as that") {
  TestWorld test;
  meet_circle(test);
  const auto weight = [&](const std::string& line) {
    const LoggedLine done = logged(test, line);
    const auto snapshot = snapshot_of(test);
    const suggest::Contact& ada = snapshot->by_uid(Uid("ada"))->contact;
    REQUIRE(ada.touches.size() == 1);
    const double found = ada.touches[0].weight;
    CHECK(snapshot->standing(*snapshot->by_uid(Uid("ada"))).depth == (found == 1 ? 2 : found > 0 ? 1 : 0));
    REQUIRE(test.undo().apply(test.world(), done.undo));
    return found;
  };
  CHECK(weight("met Ada Example") == Approx(1));
  CHECK(weight("met Ada Example and Bob") == Approx(0.5));
  CHECK(weight("met Ada Example, Bob and Adam Example") == Approx(1.0 / 3));
  CHECK(weight("met Ada Example, Bob and 5 others") == Approx(1.0 / 7));
  CHECK(weight("met Ada Example, Bob and 18 others") == 0);
  CHECK(weight("mailed Ada Example and Bob") == Approx(0.2));
  CHECK(weight("mailed Ada Example, Bob and 4 others") == 0);
}

TEST_CASE("who is erased leaves the meetings of others, which stay as large as they were") {
  TestWorld test;
  meet_circle(test);
  logged(test, "met Ada Example, Bob and Adam Example");
  REQUIRE(erase_person(test.world(), Uid("bob"), OnServers::leave));
  const auto snapshot = snapshot_of(test);
  const suggest::Contact& ada = snapshot->by_uid(Uid("ada"))->contact;
  REQUIRE(ada.touches.size() == 1);
  CHECK(ada.touches[0].weight == Approx(1.0 / 3));
  CHECK(shelf(test).size() == 2);
  for (const auto& [place, text] : shelf(test)) CHECK(text.find("bob") == std::string::npos);
}

TEST_CASE("two meetings of the same people say that these know each other, once for each meeting") {
  TestWorld test;
  meet_circle(test);
  logged(test, "met Ada Example and Bob yesterday");
  logged(test, "met Bob, Ada Example and 5 others 3 days ago");
  const auto signs = [&] { return snapshot_of(test)->signs(); };
  REQUIRE(signs().size() == 2);
  CHECK(signs()[0].evidence == PairEvidence::co_meeting);
  const auto known = [&] {
    return network::pair_knowledge(4, signs(), test.world().now().today).counts.known();
  };
  CHECK(known() == 0);  // eight people do not all get to know each other
  logged(test, "met Ada Example with Bob 5 days ago");
  CHECK(known() == 1);
}

TEST_CASE("another day in a line stands at its noon, wherever the user lives") {
  TestWorld test;
  meet_circle(test);
  // In summer Berlin is two hours ahead of UTC, in winter one.
  CHECK(proposed(test, "met Bob on 12 May").items[0].fields["at"] == "2026-05-12T10:00:00Z");
  CHECK(proposed(test, "met Bob yesterday").items[0].fields["at"] == "2026-11-17T11:00:00Z");
  for (const char* zone : {"Pacific/Auckland", "Pacific/Kiritimati", "Etc/GMT+12", "America/Los_Angeles"}) {
    INFO(zone);
    const ical::IcalRecurrence there(zone);
    for (Day day = *parse_day("2026-03-01"); day < *parse_day("2026-11-30"); day += std::chrono::days(7)) {
      const Instant noon = local_noon(there, day);
      REQUIRE(there.local_day(noon) == day);
      REQUIRE(there.local_day(noon - std::chrono::hours(11)) == day);
      REQUIRE(there.local_day(noon + std::chrono::hours(11)) == day);
    }
  }
}

TEST_CASE("thanks on an earlier day settle what was received until then") {
  TestWorld test;
  meet_circle(test);
  const Uid bob("bob");
  const auto settled = [&] {
    std::map<std::string, std::string> days;
    for (const Json& one : all(test, entry_kind()))
      if (one["kind"] == "received") days[one.value("text", "")] = one.value("settled", "");
    return days;
  };
  using Days = std::map<std::string, std::string>;
  logged(test, "received help from Bob with the roof 2026-10-20");
  logged(test, "received help from Bob with the move");
  const LoggedLine thanks = logged(test, "thanked Bob 2026-11-01");
  CHECK(settled() == Days{{"the roof", "2026-11-01"}, {"the move", ""}});
  const Uid id(thanks.items.at(0)["id"].get<std::string>());

  SECTION("removing them opens it again") {
    REQUIRE(remove_item(test.world(), test.undo(), entry_kind(), id));
    CHECK(settled() == Days{{"the roof", ""}, {"the move", ""}});
  }
  SECTION("moving them to today settles everything, today") {
    change(test, entry_kind(), thanks.items[0], {{"at", "2026-11-18T08:00:00Z"}});
    CHECK(settled() == Days{{"the roof", "2026-11-18"}, {"the move", "2026-11-18"}});
  }
  SECTION("what another thanks of that day settled stays settled") {
    logged(test, "thanked Bob 2026-11-01");
    REQUIRE(remove_item(test.world(), test.undo(), entry_kind(), id));
    CHECK(settled() == Days{{"the roof", "2026-11-01"}, {"the move", ""}});
  }
  SECTION("what was settled by itself stays settled") {
    for (const Json& one : all(test, entry_kind()))
      if (one.value("text", "") == "the move") change(test, entry_kind(), one, {{"settled", "2026-11-18"}});
    REQUIRE(remove_item(test.world(), test.undo(), entry_kind(), id));
    CHECK(settled() == Days{{"the roof", ""}, {"the move", "2026-11-18"}});
  }
}

TEST_CASE("nobody is thanked for thanks, nor for what was made together") {
  TestWorld test;
  meet_circle(test);
  logged(test, "received thanks from Bob");
  logged(test, "received co-creation from Adam Example");
  const auto snapshot = snapshot_of(test);
  for (const char* uid : {"bob", "adam"}) {
    INFO(uid);
    const Person& person = *snapshot->by_uid(Uid(uid));
    CHECK(person.contact.obligations.empty());
    CHECK(relations::social_debt(person.ledger, test.world().now().today).owed.empty());
    CHECK(relations::thanking(person.ledger, test.world().now().today).acknowledged.whole == 0);
    CHECK(person.moments.size() == 1);
  }
  CHECK(snapshot->by_uid(Uid("bob"))->ledger.size() == 1);
  for (const suggest::Suggestion& one : snapshot->ranking().candidates({}))
    CHECK((one.rule != Rule::thank && one.rule != Rule::reciprocate));
}

TEST_CASE("only what can be passed on as it is may suit others") {
  TestWorld test;
  meet_circle(test);
  logged(test, "gave Bob info about his salary talks");
  logged(test, "gave Bob news on Rust");
  CHECK(snapshot_of(test)->ranking().circle().articles.empty());
  logged(test, "gave Bob an article on Rust");
  logged(test, "gab Bob ein Buch über Rust");
  logged(test, "sent Bob information https://example.org/rust");
  CHECK(snapshot_of(test)->ranking().circle().articles.size() == 3);
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
