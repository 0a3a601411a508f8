// The limits of layers, rhythms and states, and what keep-in-touch says of them (metrics.md 2.3–2.7).
#include <catch2/catch.hpp>

#include "core/suggest/digest.h"
#include "core/suggest/survey.h"
#include "tests/support/in_english.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;

namespace {

Standing standing_of(const Contact& contact) { return Ranking({contact}, now).standings()[0]; }

std::string reminder_idea(const Contact& contact) {
  return english(of_rule({contact}, Rule::keep_in_touch).at(0).idea);
}

/// The why-text of the first of these people.
std::string reminder_why(const std::vector<Contact>& contacts) {
  for (const Suggestion& one : of_rule(contacts, Rule::keep_in_touch))
    if (one.person == contacts[0].uid) return english(one.why);
  return "";
}

}  // namespace

TEST_CASE("Limits: a touch is deep by a call or a meeting of two, whoever called") {
  const auto depth = [](Channel channel, int others, Direction direction = Direction::mutual) {
    relations::Touch touch = touch_ago(3, channel, direction);
    touch.weight = relations::touch_weight(channel, direction, others);
    return depth_of(touch);
  };
  CHECK(depth(Channel::meeting, 1) == 2);
  CHECK(depth(Channel::meeting, 2) == 1);
  CHECK(depth(Channel::meeting, 9) == 0);
  CHECK(depth(Channel::call, 3) == 2);
  CHECK(depth(Channel::call, 1, Direction::in) == 2);
  CHECK(depth(Channel::mail, 1, Direction::out) == 1);
  CHECK(depth(Channel::mail, 6, Direction::out) == 0);
}

TEST_CASE("Limits: a touch of this very moment counts in full, one to come not at all") {
  relations::Touch touch = touch_ago(0);
  touch.at = now.instant;
  const std::vector<relations::Touch> one = {touch};
  CHECK(digest_of(one, now.instant).strength[0] == Approx(1));
  CHECK(digest_of(one, now.instant).strength[1] == 0);
  const std::vector<relations::Touch> week = {touch_ago(7)};
  const Instant later = week[0].at + std::chrono::days(7);
  CHECK(digest_of(week, later).strength[1] == Approx(1));  // a week ago it was that day's
}

TEST_CASE("Limits: the depth of the last year is the deepest of what is seen and what the user says") {
  Contact ada = person("Ada");
  ada.touches = {touch_ago(9, Channel::mail, Direction::out)};
  CHECK(standing_of(ada).depth == 1);
  ada.noted_depth = 3;
  CHECK(standing_of(ada).depth == 3);
  ada.touches.push_back(touch_ago(3, Channel::call));
  ada.noted_depth = 1;
  CHECK(standing_of(ada).depth == 2);
  CHECK(standing_of(person("Bob")).depth == 0);
}

TEST_CASE("Limits: a meeting is planned within the rhythm, or within four weeks") {
  const auto state = [](int hours, std::optional<int> cadence) {
    Contact ada = regular("Ada", 14, 10);
    ada.manual_cadence = cadence;
    ada.planned = now.instant + std::chrono::hours(hours);
    return standing_of(ada).state;
  };
  CHECK(state(28 * 24, std::nullopt) == State::planned);
  CHECK(state(28 * 24 + 1, std::nullopt) == State::alive);
  CHECK(state(60 * 24, 60) == State::planned);
  CHECK(state(60 * 24 + 1, 60) == State::alive);
  CHECK(state(28 * 24, 7) == State::planned);
  CHECK(state(0, std::nullopt) == State::alive);
}

TEST_CASE("Limits: a rhythm of no days is none; without layer and role it is a year") {
  Contact ada = person("Ada");
  CHECK(standing_of(ada).cadence == 365);
  ada.manual_cadence = 0;
  CHECK(standing_of(ada).cadence == 365);
  ada.manual_cadence = 1;
  CHECK(standing_of(ada).cadence == 1);
}

TEST_CASE("Limits: a new tie is in its circle from the first day") {
  // One contact twelve days ago: the weeks before it are no circle at all (metrics.md 2.3).
  CHECK(standing_of(person("Ada", {12})).layer == 5);
  CHECK(standing_of(person("Ada", {0})).layer == 5);
  CHECK(standing_of(person("Ada")).layer == 0);
}

TEST_CASE("Limits: a reminder waits for the rhythm to pass, to the day") {
  const auto reminded = [](int since) {
    Contact ada = regular("Ada", 14, since);
    ada.manual_cadence = 30;
    return of_rule({ada}, Rule::keep_in_touch).size();
  };
  CHECK(reminded(29) == 0);
  CHECK(reminded(30) == 1);
}

TEST_CASE("Limits: a reminder needs a silence of a day that is not the user's own, and says something") {
  const auto reminded = [](Contact ada) {
    ada.tags = {"net"};
    ada.manual_cadence = 1;
    return of_rule({ada, person("Zoe", {400})}, Rule::keep_in_touch).size();
  };
  CHECK(reminded(regular("Ada", 1, 1)) == 1);
  // Daily words, then twenty days without one to anybody: that silence is the user's own (metrics.md 2.5).
  Contact ill = regular("Ada", 1, 20, 40);
  REQUIRE(standing_of(ill).elapsed == 0);
  CHECK(reminded(ill) == 0);
  // One day after a single contact nothing is unusual: no gap of the pool is shorter, so F is 0.
  CHECK(reminded(person("Ada", {1})) == 0);
  CHECK(reminded(person("Ada", {2})) == 1);
}

TEST_CASE("Limits: a quiet tie is taken up only by the user's word, given in this silence") {
  Contact ada = regular("Ada", 14, 300);
  REQUIRE(standing_of(ada).state == State::quiet);
  const auto reminded = [&](int revived) {
    ada.profile.revived = ago(revived);
    return of_rule({ada}, Rule::keep_in_touch).size();
  };
  CHECK(reminded(299) == 1);
  CHECK(reminded(300) == 0);
  ada.manual_layer = 0;
  CHECK(reminded(1) == 0);
}

TEST_CASE("Limits: each reminder of a silence is a follow-up of its own, one put off is the same") {
  Contact ada = regular("Ada", 14, 40);
  const auto id = [&] { return of_rule({ada}, Rule::keep_in_touch).at(0).id; };
  const Uid first = id();
  ada.showings = {{first, Rule::keep_in_touch, ago(20), {}, {}, false, {}}};
  const Uid second = id();
  CHECK(second != first);
  ada.showings[0].action = Action::later;
  CHECK(id() == first);
  ada.showings[0].action = Action::not_now;
  CHECK(id() == second);
  ada.showings[0].rule = Rule::deepen;
  CHECK(id() == first);
  ada.showings[0].rule = Rule::keep_in_touch;
  ada.showings[0].day = ago(40);  // on the day of the last contact: of the silence before
  CHECK(id() == first);
}

TEST_CASE("Limits: the idea is an open promise, else the newer of note and talk, else nothing made up") {
  Contact ada = regular("Ada", 14, 30);
  ada.last_topic = LastTalk{ago(30), Channel::meeting, "the harbour"};
  CHECK(reminder_idea(ada) == "You last met on 23 October about “the harbour”; ask how it went.");
  ada.last_topic->channel = Channel::call;  // another contact of that day was the last
  CHECK(reminder_idea(ada) == "You spoke on 23 October about “the harbour”; ask how it went.");
  ada.last_note = Note{ago(31), "a new bike"};
  CHECK(reminder_idea(ada) == "You spoke on 23 October about “the harbour”; ask how it went.");
  ada.last_note->day = ago(30);
  CHECK(reminder_idea(ada) == "You noted on 23 October: “a new bike”; a good thing to come back to.");
  ada.last_note->text = " ";
  CHECK(reminder_idea(ada) == "You spoke on 23 October about “the harbour”; ask how it went.");
  ada.last_topic->about.clear();
  CHECK(reminder_idea(ada) == "Nothing concrete is noted; a short hello is enough.");
  ada.last_topic.reset();
  ada.last_note->text = "a new bike";
  CHECK(reminder_idea(ada) == "You noted on 23 October: “a new bike”; a good thing to come back to.");
}

TEST_CASE("Limits: of promises the first open one that says what comes before every other idea") {
  Contact ada = regular("Ada", 14, 30);
  ada.last_note = Note{ago(1), "a new bike"};
  const auto record = [](RecordKind kind, const std::string& text, std::optional<Day> settled = {}) {
    return Obligation{Uid(text), kind, ago(200), text, 1, today + std::chrono::days(90), settled};
  };
  ada.obligations = {record(RecordKind::received, "lunch"), record(RecordKind::promised, "the map", ago(3)),
                     record(RecordKind::promised, ""), record(RecordKind::promised, "about"),
                     record(RecordKind::promised, "the slides")};
  CHECK(reminder_idea(ada) == "You promised: “the slides”. Say how it stands.");
  ada.obligations.pop_back();
  CHECK(reminder_idea(ada) == "You noted on 21 November: “a new bike”; a good thing to come back to.");
}

TEST_CASE("Limits: the words for a tie follow its circle and its state") {
  Contact ada = regular("Ada", 14, 30);
  const auto why = [&](std::optional<int> layer) {
    ada.manual_layer = layer;
    ada.manual_cadence = 20;
    return reminder_why({ada});
  };
  const std::string most = "among the people you are in touch with most",
                    regularly = "among the people you are in touch with regularly",
                    earlier = "someone you know from earlier contact";
  const std::pair<int, std::string> words[] = {{5, most}, {15, regularly}, {50, regularly}, {150, earlier}};
  for (const auto& [layer, text] : words) {
    INFO(layer);
    CHECK(why(layer).find(text) != std::string::npos);
  }
}

TEST_CASE("Limits: the rhythm is told with its range where there is one") {
  Contact even = regular("Even", 14, 30);
  CHECK(reminder_why({even}).find("Usually it is every 14 days.") != std::string::npos);
  Contact uneven = person("Uneven", {180, 170, 150, 140, 120, 110, 90, 80, 60, 50});
  const Suggestion reminder = of_rule({uneven}, Rule::keep_in_touch).at(0);
  CHECK(english(reminder.why).find("Usually it is every 10 days (10–20).") != std::string::npos);
  CHECK(reminder.evidence.usual_days == 10);
  CHECK(reminder.evidence.usual_low == 10);
  CHECK(reminder.evidence.usual_high == 20);
  CHECK(reminder.evidence.days_since == 50);
  CHECK_FALSE(of_rule({even}, Rule::keep_in_touch).at(0).evidence.usual_low);
  CHECK(english(usual_words(standing_of(uneven)).value()) == "usually every 10 days (10–20)");
}

TEST_CASE("Limits: after more than four usual gaps a call, up to then a line") {
  const auto reminder = [](int since) {
    Contact ada = regular("Ada", 7, since);
    return of_rule({ada, regular("Zoe", 30, 10)}, Rule::keep_in_touch).at(0);
  };
  const Suggestion line = reminder(28), call = reminder(29);
  CHECK(english(line.title) == "Write to Ada");
  CHECK_FALSE(line.is_call);
  CHECK(english(line.idea) == "Nothing concrete is noted; a short hello is enough.");
  CHECK(english(call.title) == "Call Ada");
  CHECK(call.is_call);
  CHECK(english(call.idea) ==
        "Nothing concrete is noted; after a long pause a call or a coffee says more than a line.");
}
