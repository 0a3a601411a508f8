// What becomes of a line in the end: the sentences of this week, of the brief and of the draft, each as a
// person would say it, in both languages.
#include <set>
#include <tuple>

#include "core/suggest/brief.h"
#include "helper/journals/draft.h"
#include "helper/log/line.h"
#include "helper/people/own_language.h"
#include "helper/people/profile.h"
#include "helper/reports/network_report.h"
#include "helper/week/act.h"
#include "helper/week/week.h"
#include "helper/words/words.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

const Uid ada("ada");

/// Ada, met every two weeks until 11 November, beside Adam, Bob and Åsa; the clock says 18 November 2026.
void meet_ada(TestWorld& test) {
  int number = 0;
  for (const char* day : {"0819", "0902", "0916", "0930", "1014", "1028", "1111"}) {
    const std::string name = "m" + std::to_string(number++);
    test.server.put("cal/", name + ".ics",
                    meeting(name, "2026" + std::string(day) + "T090000Z", "ada@example.org"));
  }
  meet_circle(test);
}

LoggedLine logged(TestWorld& test, const std::string& line) {
  auto done = log_line(test.world(), test.undo(), line, {{"Ada", ada}});
  INFO(line << (done ? "" : ": " + done.error().what));
  REQUIRE(done);
  REQUIRE(done->proposal.is_clear());
  return *done;
}

struct Case {
  const char* line;
  Language language;
  Rule rule;
  const char* idea;      ///< this week
  const char* fact;      ///< of the brief
  const char* question;  ///< of the brief
};

constexpr const char* any_question = "How did it go with “Budget review”?";
constexpr const char* jede_frage = "Wie ging es mit „Budget review“ weiter?";

/// The sentence of the rule in this week; the talk of a touch is asked about when its pause is long enough.
std::string idea_of(TestWorld& test, const Case& one) {
  if (one.rule == Rule::keep_in_touch) test.clock.pass(std::chrono::hours(24 * 21));
  const auto snapshot = snapshot_of(test);
  suggest::Settings settings;
  for (const suggest::Suggestion& each : snapshot->ranking().candidates(settings))
    if (each.person == ada && each.rule == one.rule) return in_words(each.idea, one.language);
  return "no suggestion";
}

/// What the rule has to say of the person; nobody, when it has nothing.
suggest::Suggestion suggested(TestWorld& test, const Uid& person, Rule rule) {
  const auto snapshot = snapshot_of(test);
  for (suggest::Suggestion& each : snapshot->ranking().candidates({}))
    if (each.person == person && each.rule == rule) return std::move(each);
  return {};
}

suggest::PersonBrief brief_in(TestWorld& test, const Uid& person = ada) {
  const auto snapshot = snapshot_of(test);
  return suggest::brief_of(snapshot->by_uid(person)->contact, snapshot->ranking().circle(),
                           test.world().now());
}

}  // namespace

TEST_CASE("from a line to the sentences of the week and of the brief") {
  using enum Language;
  const std::vector<Case> cases = {
      {"received advice from Ada on hiring", en, Rule::thank,
       "Say thanks for the advice (“hiring”), and what came of it.",
       "You received advice (“hiring”) on 18 November; no thanks are noted yet.", any_question},
      {"bekam Rat von Ada zu Verträgen", de, Rule::thank,
       "Danken Sie für den Rat („Verträgen“), und sagen Sie, was daraus geworden ist.",
       "Am 18. November haben Sie Rat („Verträgen“) bekommen; ein Dank ist noch nicht vermerkt.", jede_frage},
      {"received help from Ada with the move", en, Rule::thank,
       "Say thanks for the help (“the move”), and what came of it.",
       "You received help (“the move”) on 18 November; no thanks are noted yet.", any_question},
      {"bekam Hilfe von Ada beim Umzug", de, Rule::thank,
       "Danken Sie für die Hilfe („Umzug“), und sagen Sie, was daraus geworden ist.",
       "Am 18. November haben Sie Hilfe („Umzug“) bekommen; ein Dank ist noch nicht vermerkt.", jede_frage},
      {"received an intro to Bob from Ada", en, Rule::thank,
       "Say thanks for the introduction (“Bob Example”), and what came of it.",
       "You received an introduction (“Bob Example”) on 18 November; no thanks are noted yet.", any_question},
      {"received feedback from Ada", en, Rule::thank, "Say thanks for the feedback, and what came of it.",
       "You received feedback on 18 November; no thanks are noted yet.", any_question},
      {"bekam Rückmeldung von Ada", de, Rule::thank,
       "Danken Sie für die Rückmeldung, und sagen Sie, was daraus geworden ist.",
       "Am 18. November haben Sie eine Rückmeldung bekommen; ein Dank ist noch nicht vermerkt.", jede_frage},
      {"received an article on Rust from Ada", en, Rule::thank,
       "Say thanks for the information (“an article on Rust”), and what came of it.",
       "You received information (“an article on Rust”) on 18 November; no thanks are noted yet.",
       any_question},
      {"received a hat from Ada", en, Rule::thank, "Say thanks for “a hat”, and what came of it.",
       "You received “a hat” on 18 November; no thanks are noted yet.", any_question},
      {"promised to send Ada the paper", en, Rule::promised,
       "What you promised: “send the paper”. Keep it, or agree on another day.",
       "You promised on 18 November: “send the paper”.", any_question},
      {"promised Ada to introduce Bob", en, Rule::promised,
       "What you promised: “introduce Bob”. Keep it, or agree on another day.",
       "You promised on 18 November: “introduce Bob”.", any_question},
      {"promised Ada intro to Bob", en, Rule::promised,
       "What you promised: “intro to Bob Example”. Keep it, or agree on another day.",
       "You promised on 18 November: “intro to Bob Example”.", any_question},
      {"versprach Ada Vorstellung an Bob", de, Rule::promised,
       "Versprochen ist: „Vorstellung an Bob Example“. Lösen Sie es ein, oder vereinbaren Sie einen anderen "
       "Tag.",
       "Am 18. November versprochen: „Vorstellung an Bob Example“.", jede_frage},
      {"promised Ada the slides", en, Rule::promised,
       "What you promised: “the slides”. Keep it, or agree on another day.",
       "You promised on 18 November: “the slides”.", any_question},
      {"met Ada for lunch", en, Rule::keep_in_touch,
       "You last met on 18 November about “lunch”; ask how it went.",
       "You last met on 18 November about “lunch”.", "How did it go with “lunch”?"},
      {"traf Ada zum Mittagessen", de, Rule::keep_in_touch,
       "Zuletzt getroffen am 18. November, es ging um „Mittagessen“; fragen Sie, was daraus geworden ist.",
       "Zuletzt getroffen am 18. November, es ging um „Mittagessen“.",
       "Wie ging es mit „Mittagessen“ weiter?"},
      {"mailed Ada about the budget", en, Rule::keep_in_touch,
       "You last wrote on 18 November about “the budget”; ask how it went.",
       "You last wrote on 18 November about “the budget”.", "How did it go with “the budget”?"},
      {"schrieb Ada über Rust", de, Rule::keep_in_touch,
       "Zuletzt geschrieben am 18. November, es ging um „Rust“; fragen Sie, was daraus geworden ist.",
       "Zuletzt geschrieben am 18. November, es ging um „Rust“.", "Wie ging es mit „Rust“ weiter?"},
      {"called Ada about tea", en, Rule::keep_in_touch,
       "You last spoke on 18 November about “tea”; ask how it went.",
       "You last spoke on 18 November about “tea”.", "How did it go with “tea”?"},
      {"met Ada #sailing", en, Rule::keep_in_touch,
       "You last met on 18 November about “sailing”; ask how it went.",
       "You last met on 18 November about “sailing”.", "How did it go with “sailing”?"},
      {"note Ada moves to Oslo", en, Rule::keep_in_touch,
       "You noted on 18 November: “moves to Oslo”; a good thing to come back to.",
       "You last met on 11 November about “Budget review”.", "How do things stand with “moves to Oslo”?"},
      {"notiz Ada zieht nach Oslo", de, Rule::keep_in_touch,
       "Am 18. November haben Sie vermerkt: „zieht nach Oslo“; daran lässt sich anknüpfen.",
       "Zuletzt getroffen am 11. November, es ging um „Budget review“.",
       "Wie steht es mit „zieht nach Oslo“?"}};
  for (const Case& one : cases) {
    INFO(one.line);
    TestWorld test;
    meet_ada(test);
    logged(test, one.line);
    if (one.rule == Rule::promised) test.clock.pass(std::chrono::hours(24 * 7));
    const suggest::PersonBrief brief = brief_in(test);
    CHECK(in_words(brief.facts, one.language).front() == one.fact);
    CHECK(in_words(brief.question, one.language) == one.question);
    CHECK(idea_of(test, one) == one.idea);
  }
}

TEST_CASE("what was given may suit somebody else, in the words it was noted with") {
  using enum Language;
  struct Given {
    const char* line;
    Language language;
    const char *title, *why, *offer;  ///< of this week for Bob, and of Bob's brief
  };
  for (const Given& one : std::vector<Given>{
           {"gave Ada an article on Rust", en, "Share “an article on Rust” with Bob Example",
            "You sent “an article on Rust” on 18 November; Bob Example likes “Rust”, too.",
            "“an article on Rust”, which you sent to Ada Example."},
           {"sent Ada a link to the Rust talk", en, "Share “a link to the Rust talk” with Bob Example",
            "You sent “a link to the Rust talk” on 18 November; Bob Example likes “Rust”, too.",
            "“a link to the Rust talk”, which you sent to Ada Example."},
           {"gab Ada einen Artikel über Rust", de, "„einen Artikel über Rust“ mit Bob Example teilen",
            "Am 18. November haben Sie „einen Artikel über Rust“ verschickt; auch Bob Example mag „Rust“.",
            "„einen Artikel über Rust“, das ging schon an Ada Example."},
           {"gab Ada den Artikel über Rust", de, "„den Artikel über Rust“ mit Bob Example teilen",
            "Am 18. November haben Sie „den Artikel über Rust“ verschickt; auch Bob Example mag „Rust“.",
            "„den Artikel über Rust“, das ging schon an Ada Example."}}) {
    INFO(one.line);
    TestWorld test;
    meet_ada(test);
    REQUIRE(edit_profile(test.world(), test.undo(), Uid("bob"), {{"interests", {"Rust"}}}));
    logged(test, one.line);
    const suggest::Suggestion share = suggested(test, Uid("bob"), Rule::give_match);
    CHECK(in_words(share.title, one.language) == one.title);
    CHECK(in_words(share.why.at(0), one.language) == one.why);
    CHECK(in_words(brief_in(test, Uid("bob")).offer, one.language) == one.offer);
  }
}

TEST_CASE("what was given opens the gate for an ask, and says so") {
  using enum Language;
  for (const auto& [line, language, ground] : std::vector<std::tuple<const char*, Language, const char*>>{
           {"gave Adam advice on hiring", en,
            "You gave something once and asked for nothing so far. This is close to your goal."},
           {"gab Adam Rat zu Verträgen", de,
            "Sie haben einmal etwas gegeben und bisher um nichts gebeten. Das liegt nahe an Ihrem Ziel."},
           {"thanked Adam for the talk", en,
            "You gave something once and asked for nothing so far. This is close to your goal."}}) {
    INFO(line);
    TestWorld test;
    meet_ada(test);
    add(test, goal_kind(), {{"companies", {"Acme"}}, {"weekly_asks", 1}});
    logged(test, "met Adam about tea 2026-11-02");
    logged(test, line);
    const suggest::Suggestion ask = suggested(test, Uid("adam"), Rule::ask);
    CHECK(holds(in_sentences(ask.why, language), ground));
  }
}

TEST_CASE("after a line of thanks nobody is to be thanked") {
  for (const auto& [received, thanks] : std::vector<std::pair<const char*, const char*>>{
           {"received advice from Ada on hiring", "thanked Ada"},
           {"received advice from Ada on hiring", "thanked Ada for the advice on hiring"},
           {"bekam Rat von Ada zu Verträgen", "dankte Ada für den Rat"},
           {"bekam Hilfe von Ada beim Umzug", "gab Ada Dank"}}) {
    INFO(thanks);
    TestWorld test;
    meet_ada(test);
    logged(test, received);
    CHECK(suggested(test, ada, Rule::thank).person == ada);
    CHECK(brief_in(test).facts.front().key.starts_with("brief.received"));
    logged(test, thanks);
    CHECK(suggested(test, ada, Rule::thank).person.empty());
    CHECK(in_words(brief_in(test).facts.front(), Language::en) ==
          "You last met on 11 November about “Budget review”.");
  }
}

TEST_CASE("a question to a community is counted until its answer came") {
  using enum Language;
  for (const auto& [line, language, open] : std::vector<std::tuple<const char*, Language, const char*>>{
           {"question Sailing club where to berth", en,
            "Not enough yet: no answer to what you asked (1 question)."},
           {"frage Sailing club wo man anlegt", de,
            "Noch nicht genug: Auf Ihre Frage kam noch keine Antwort (1 Frage)."}}) {
    INFO(line);
    TestWorld test;
    meet_ada(test);
    add(test, community_kind(), {{"name", "Sailing club"}});
    logged(test, line);
    const auto communities = network_report(*snapshot_of(test), test.world().now(), language, [] {
                               return false;
                             }).habits.communities;
    REQUIRE(communities.size() == 1);
    REQUIRE(communities[0].answer);
    CHECK(communities[0].answer->text == open);
  }
}

TEST_CASE("from a line that asks to the words of the mail") {
  using enum Language;
  struct Asked {
    const char* line;
    Language language;
    const char* draft;  ///< its second paragraph, to its first mark
  };
  for (const Asked& one : std::vector<Asked>{
           {"asked Ada for advice on hiring", en, "may I ask your advice on one thing: hiring?"},
           {"bat Ada um Rat zu Rust", de, "darf ich in einer Sache um Rat bitten: Rust?"},
           {"asked Ada for feedback on the talk", en,
            "I would like your honest view on one thing: the talk."},
           {"bat Ada um Feedback zu Rust", de, "in einer Sache hätte ich gern eine ehrliche Meinung: Rust."},
           {"asked Ada for an intro to Bob", en, "may I ask you for an introduction: Bob Example?"},
           {"asked Ada to introduce Bob", en, "may I ask you for an introduction: Bob?"},
           {"bat Ada um Vorstellung an Bob", de, "darf ich um eine Bekanntschaft bitten: Bob Example?"},
           {"asked Ada for a referral for the lead post", en, "It is about this: the lead post."},
           {"asked Ada for sponsorship for the new team", en, "considered for: the new team."},
           {"asked Ada for an informational interview on compilers", en, "where you work: compilers."},
           {"asked Ada for a warm application for the lead post", en,
            "I am about to apply: the lead post."}}) {
    INFO(one.line);
    TestWorld test;
    meet_ada(test);
    REQUIRE(choose_language(test.world(), one.language));
    const LoggedLine done = logged(test, one.line);
    const auto draft = draft_ask(test.world(), Uid(done.items.at(0)["id"].get<std::string>()), {});
    REQUIRE(draft);
    CHECK(draft->missing.empty());
    INFO(draft->text);
    CHECK(holds(draft->text, one.draft));
    CHECK(draft->text.starts_with(one.language == en ? "Dear Ada,\n\n" : "Hallo Ada,\n\n"));
  }
}

TEST_CASE("an ask of which nothing is said but its kind asks back before there is a mail") {
  TestWorld test;
  meet_ada(test);
  for (const char* line : {"asked Ada for advice", "asked Ada for a referral by 2026-12-02"}) {
    const Uid ask(logged(test, line).items.at(0)["id"].get<std::string>());
    const auto draft = draft_ask(test.world(), ask, {});
    REQUIRE(draft);
    CHECK(draft->text.empty());
    CHECK(draft->missing == std::vector<std::string>{"ask"});
    CHECK(holds(draft_ask(test.world(), ask, {{"ask", "the lead post"}})->text, "the lead post"));
  }
}

TEST_CASE("what was ticked on the list is not what the talk was about") {
  TestWorld test;
  meet_ada(test);
  logged(test, "met Ada about the harbour 2026-11-12");
  test.clock.pass(std::chrono::hours(24 * 21));
  const auto week = this_week(test.world(), Publish::yes);
  REQUIRE(week);
  const auto open = std::find_if(week->entries.begin(), week->entries.end(), [](const WeekEntry& entry) {
    return entry.open() && entry.suggestion.rule == Rule::keep_in_touch;
  });
  REQUIRE(open != week->entries.end());
  REQUIRE(answer_follow_up(test.world(), test.undo(), open->suggestion.id, {}));
  const auto snapshot = snapshot_of(test);
  const suggest::Contact& contact = snapshot->by_uid(ada)->contact;
  REQUIRE(contact.last_topic);
  CHECK(contact.last_topic->about == "the harbour");
  CHECK(contact.last_talk->about.empty());
  CHECK(contact.last_talk->day == parse_day("2026-12-09"));
  const suggest::PersonBrief brief = brief_in(test);
  CHECK(in_words(brief.facts.front(), Language::en) == "You last wrote on 9 December.");
  CHECK(in_words(brief.question, Language::en) == "How did it go with “the harbour”?");
  test.clock.pass(std::chrono::hours(24 * 30));
  const Case later = {"", Language::en, Rule::keep_in_touch, "", "", ""};
  CHECK(idea_of(test, later) == "You met on 12 November 2026 about “the harbour”; ask how it went.");
}
