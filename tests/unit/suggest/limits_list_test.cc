// The limits of what concerns the whole list: exposure, learning, rest, cooldown, days, words.
#include <catch2/catch.hpp>

#include "core/suggest/answered.h"
#include "core/suggest/exposure.h"
#include "core/suggest/learning.h"
#include "core/suggest/permitted.h"
#include "core/suggest/resting.h"
#include "core/suggest/restraint.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"
#include "tests/support/in_english.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;

namespace {

Showing once(Rule rule, int days, std::optional<Action> action = std::nullopt) {
  static int number = 0;
  return {Uid("once" + std::to_string(++number)), rule, ago(days), std::nullopt, action, false, std::nullopt};
}

/// People of a level, shown so often within the month.
Contact leveled(const std::string& name, int seniority, int times) {
  Contact contact = regular(name, 14, 5);
  contact.profile.seniority = seniority;
  for (int i = 0; i < times; ++i) contact.showings.push_back(once(Rule::thank, 3 + i));
  return contact;
}

Circle of_level_two() {
  Circle circle;
  circle.own.seniority = 2;
  return circle;
}

double learned(const std::vector<Showing>& showings, std::optional<Day> since = std::nullopt) {
  Contact ada = person("Ada");
  ada.showings = showings;
  return LearnedFactors(Contacts{ada}, since, today).of(showings.front().rule);
}

}  // namespace

TEST_CASE("Limits: exposure counts the showings of thirty days, today's among them") {
  const auto shown = [](int days) {
    Contact ada = leveled("Ada", 1, 0);
    ada.showings = {once(Rule::thank, days)};
    return Ranking({ada}, of_level_two(), now).exposure().at(0).shown;
  };
  CHECK(shown(0) == relations::Share{1, 1});
  CHECK(shown(29) == relations::Share{1, 1});
  CHECK(shown(30) == relations::Share{0, 0});
  CHECK(shown(-1) == relations::Share{0, 0});
}

TEST_CASE("Limits: exposure says nothing before eight showings, nor of a group that is not there") {
  const auto ratios = [](int times) {
    const auto rows =
        Ranking({leveled("Junior", 1, 0), leveled("Same", 2, times)}, of_level_two(), now).exposure();
    return std::pair(rows[0].ratio, rows[1].ratio);
  };
  CHECK(ratios(7) == std::pair(std::optional<double>(), std::optional<double>()));
  CHECK(ratios(8).first == 0);
  CHECK(ratios(8).second == 2);
  const auto rows = Ranking({leveled("Junior", 1, 8), leveled("Same", 2, 8)}, of_level_two(), now).exposure();
  CHECK(rows[0].ratio == 1);
  CHECK(rows[0].alive == relations::Share{1, 2});
  CHECK_FALSE(rows[2].ratio);  // nobody senior
}

TEST_CASE("Limits: exposure by place of work, of the living, whose place is known") {
  std::vector<Contact> book = {regular("Inside", 14, 5), regular("Outside", 14, 5), regular("Gone", 7, 400),
                               regular("Unknown", 14, 5)};
  book[0].organisation = "Werft";
  book[1].organisation = book[2].organisation = "Kontor";
  book[3].email.clear();
  for (Contact& one : book) one.showings = {once(Rule::thank, 4)};
  Circle circle;
  circle.own.organisation = "Werft";
  const auto rows = Ranking(book, circle, now).exposure();
  CHECK(rows[3].shown == relations::Share{1, 3});
  CHECK(rows[3].alive == relations::Share{1, 2});
  CHECK(rows[4].shown == relations::Share{2, 3});
  CHECK(rows[4].alive == relations::Share{1, 2});
  for (const std::size_t level : {0, 1, 2}) CHECK(rows[level].shown == relations::Share{0, 0});
}

TEST_CASE("Limits: neglected is the group with the lowest share, below one half") {
  const auto neglected = [](std::optional<double> junior, std::optional<double> same,
                            std::optional<double> senior) {
    const Exposure rows[] = {
        {Group::junior, {}, {}, junior}, {Group::same_level, {}, {}, same}, {Group::senior, {}, {}, senior}};
    return neglected_group(rows);
  };
  CHECK(neglected(0.5, 0.6, std::nullopt) == std::nullopt);
  CHECK(neglected(0.49, 0.6, std::nullopt) == Group::junior);
  CHECK(neglected(0.4, std::nullopt, 0.3) == Group::senior);
  CHECK(neglected(0.4, 0.3, 0.3) == Group::same_level);
  CHECK(neglected({}, {}, {}) == std::nullopt);
}

TEST_CASE("Limits: an answer teaches when it came within fourteen days, silence after them") {
  const double neither = (3.0 / 11) / 0.3, done = (4.0 / 11) / 0.3;
  Showing answered = once(Rule::deepen, 40, Action::done);
  answered.answered = ago(26);
  CHECK(learned({answered}) == Approx(done));
  answered.answered = ago(25);
  CHECK(learned({answered}) == Approx(neither));
  Showing open = once(Rule::deepen, 14);
  open.open = true;
  CHECK(learned({open}) == 1);
  open.day = ago(15);
  CHECK(learned({open}) == Approx(neither));
  // Closed by what happened, or refused: settled at once.
  CHECK(learned({once(Rule::deepen, 1)}) == Approx(neither));
  open = once(Rule::deepen, 1, Action::not_now);
  open.open = true;
  CHECK(learned({open}) == Approx(neither));
  open.action = Action::later;
  open.day = ago(90);
  CHECK(learned({open}) == 1);
  CHECK(learned({once(Rule::deepen, 30)}, ago(30)) == Approx(neither));
  CHECK(learned({once(Rule::deepen, 31)}, ago(30)) == 1);
}

TEST_CASE("Limits: what is done teaches even where nobody noted when") {
  CHECK(learned({once(Rule::revive, 90, Action::done)}) == Approx((4.0 / 11) / 0.3));
  std::vector<Showing> many;
  for (int i = 0; i < 3; ++i) many.push_back(once(Rule::revive, 90 + i));
  CHECK(learned(many) == Approx((3.0 / 13) / 0.3));
}

TEST_CASE("Limits: a person is out of sight for twenty-eight days, except for what has a date") {
  Contact ada = person("Ada");
  const Offer plain{Rule::deepen, 1, today, "p"}, dated{Rule::thank, 1, today, "p", true};
  const auto may = [&](const Offer& offer, const Showing& showing) {
    ada.showings = {showing};
    return may_show(offer, ada, today);
  };
  for (const int days : {1, 27}) {
    CHECK_FALSE(may(plain, once(Rule::celebrate, days)));
    CHECK(may(dated, once(Rule::celebrate, days)));
    CHECK(may(plain, once(Rule::celebrate, days, Action::later)));
  }
  CHECK(may(plain, once(Rule::celebrate, 28)));
  Showing open = once(Rule::deepen, 90);
  open.open = true;
  CHECK_FALSE(may(dated, open));
  Showing same{id_of(Rule::thank, ada.uid, "p"), Rule::thank, ago(27), {}, {}, false, {}};
  CHECK_FALSE(may(dated, same));
  same.action = Action::later;
  CHECK(may(dated, same));
  same.action.reset();
  same.day = ago(28);
  CHECK(may(dated, same));
  same.action = Action::done;
  CHECK_FALSE(may(dated, same));
  same.follow_up = id_of(Rule::thank, ada.uid, "another");
  CHECK(may(dated, same));
}

TEST_CASE("Limits: two reminders in one silence, counted from the day after the last contact") {
  Contact ada = person("Ada", {90});
  const auto count = [&](int days, Rule rule, std::optional<Action> action = std::nullopt) {
    ada.showings = {once(rule, days, action)};
    return showings_in_silence(ada);
  };
  CHECK(count(89, Rule::deepen) == 1);
  CHECK(count(90, Rule::deepen) == 0);
  CHECK(count(89, Rule::celebrate) == 0);
  CHECK(count(89, Rule::deepen, Action::later) == 0);
  CHECK(count(89, Rule::deepen, Action::not_now) == 1);
  ada.touches.insert(ada.touches.begin(), touch_ago(200));
  CHECK(count(91, Rule::deepen) == 0);
  ada.touches[1].weight = 0;
  CHECK(count(91, Rule::deepen) == 1);
  ada.touches.clear();
  CHECK(count(900, Rule::deepen) == 1);
  ada.profile.revived = ago(50);
  CHECK(count(50, Rule::deepen) == 0);
  CHECK(count(49, Rule::deepen) == 1);
  ada.obligations = {{Uid("r"), RecordKind::promised, ago(30), "", 1, {}, {}}};
  CHECK(count(30, Rule::deepen) == 0);
  CHECK(count(29, Rule::deepen) == 1);
}

TEST_CASE("Limits: somebody rests after two, but not while one of them still stands in the list") {
  Contact ada = person("Ada", {90});
  const Offer plain{Rule::deepen, 1, today, "p"};
  ada.showings = {once(Rule::deepen, 80)};
  CHECK_FALSE(is_resting(ada));
  CHECK(may_show(plain, ada, today));
  ada.showings.push_back(once(Rule::revive, 40));
  CHECK(is_resting(ada));
  CHECK_FALSE(may_suggest(ada, today));
  CHECK_FALSE(may_show(plain, ada, today));
  ada.showings[0].open = true;
  CHECK_FALSE(is_resting(ada));
}

TEST_CASE("Limits: chosen is who has a role, a tag, or three contact days") {
  Contact ada = person("Ada");
  CHECK_FALSE(is_chosen(ada, 2));
  CHECK(is_chosen(ada, 3));
  ada.tags = {"net"};
  CHECK(is_chosen(ada, 0));
  ada.tags.clear();
  ada.roles = {Role::ally};
  CHECK(is_chosen(ada, 0));
}

TEST_CASE("Limits: who waits for a word waits for one that counts, from that day on, from them") {
  Contact ada = person("Ada");
  ada.profile.until_they_write = ago(10);
  const auto is_open = [&](const relations::Touch& touch) {
    ada.touches = {touch};
    return may_suggest(ada, today);
  };
  CHECK(is_open(touch_ago(10, Channel::mail, Direction::in)));
  CHECK(is_open(touch_ago(3)));
  CHECK_FALSE(is_open(touch_ago(11, Channel::mail, Direction::in)));
  CHECK_FALSE(is_open(touch_ago(3, Channel::mail, Direction::out)));
  relations::Touch circular = touch_ago(3, Channel::mail, Direction::in);
  circular.weight = 0;
  CHECK_FALSE(is_open(circular));
}

TEST_CASE("Limits: resting people in the order of their last showing, without those who are out or asleep") {
  const auto resting = [](const std::string& name, int second, auto change) {
    Contact contact = regular(name, 14, 100);
    contact.showings = {once(Rule::keep_in_touch, 90), once(Rule::keep_in_touch, second)};
    change(contact);
    return contact;
  };
  const auto as_is = [](Contact&) {};
  const std::vector<Contact> book = {resting("Late", 35, as_is),
                                     resting("Zoe", 50, as_is),
                                     resting("Bob", 50, as_is),
                                     resting("Never", 50, [](Contact& c) { c.do_not_suggest = true; }),
                                     resting("Gone", 50, [](Contact& c) { c.profile.is_deceased = true; }),
                                     resting("Out", 50, [](Contact& c) { c.manual_layer = 0; }),
                                     resting("Once", 50, [](Contact& c) { c.showings.pop_back(); }),
                                     resting("Asleep", 50,
                                             [](Contact& c) {
                                               for (relations::Touch& touch : c.touches)
                                                 touch.day -= std::chrono::days(1000);
                                             }),
                                     resting("Unmet", 50, [](Contact& c) { c.touches.clear(); })};
  std::vector<std::pair<std::string, Day>> rows;
  for (const Resting& one : Ranking(book, now).resting()) rows.emplace_back(one.name, one.since);
  CHECK(rows ==
        std::vector<std::pair<std::string, Day>>{{"Bob", ago(50)}, {"Zoe", ago(50)}, {"Late", ago(35)}});
}

TEST_CASE("Limits: put off twice since the last contact, or ever where there was none") {
  Contact ada = person("Ada");
  Standing standing;
  standing.days_since = 20;
  standing.cadence = 14;
  ada.profile.put_off = {ago(30), ago(20)};
  CHECK(cadence_to_offer(ada, standing) == 30);
  standing.last_day = ago(31);
  CHECK(cadence_to_offer(ada, standing) == 30);
  standing.last_day = ago(30);
  CHECK_FALSE(cadence_to_offer(ada, standing));
}

TEST_CASE("Limits: the days of a week that suggestions use") {
  // Monday 16 to Monday 23 November 2026: its Monday, the next working day, the Friday two days on or later.
  const int expected[][3] = {{16, 17, 20}, {16, 18, 20}, {16, 19, 20}, {16, 20, 27},
                             {16, 23, 27}, {16, 23, 27}, {16, 23, 27}, {23, 24, 27}};
  const Day november = std::chrono::year(2026) / 11 / 1;
  for (int i = 0; i < 8; ++i) {
    const Day day = november + std::chrono::days(15 + i);
    INFO(to_iso(day));
    CHECK(days_between(november, monday_of(day)) + 1 == expected[i][0]);
    CHECK(days_between(november, next_working_day(day)) + 1 == expected[i][1]);
    CHECK(days_between(november, friday_after(day)) + 1 == expected[i][2]);
  }
}

TEST_CASE("Limits: how the last contact is told") {
  const std::pair<relations::Touch, const char*> told[] = {
      {touch_ago(4), "You last met on 18 November."},
      {touch_ago(4, Channel::call, Direction::out), "You last spoke on 18 November."},
      {touch_ago(4, Channel::mail, Direction::out), "You last wrote on 18 November."},
      {touch_ago(4, Channel::message, Direction::mutual), "You last wrote on 18 November."},
      {touch_ago(4, Channel::mail, Direction::in), "You last heard from this contact on 18 November."},
      {touch_ago(4, Channel::social, Direction::out), "You were last in touch on 18 November."},
      {touch_ago(4, Channel::post, Direction::out), "You were last in touch on 18 November."}};
  for (const auto& [touch, sentence] : told) {
    Contact ada = person("Ada", {9});
    ada.touches.push_back(touch);
    ada.touches.push_back(touch_ago(1));
    ada.touches.back().weight = 0;
    CHECK(english(*last_contact_said(ada, "", today)) == sentence);
  }
  CHECK_FALSE(last_contact_said(person("Ada"), "", today));
  Contact ada = person("Ada", {9});
  CHECK(english(*last_contact_said(ada, "the harbour", today)) ==
        "You last met on 13 November about “the harbour”.");
  ada.touches.push_back(touch_ago(9, Channel::call));  // of two at one moment the later noted one
  CHECK(english(*last_contact_said(ada, "", today)) == "You last spoke on 13 November.");
  CHECK(is_last_contact({ago(9), Channel::call, ""}, ada));
  CHECK_FALSE(is_last_contact({ago(9), Channel::meeting, ""}, ada));
  CHECK_FALSE(is_last_contact({ago(8), Channel::call, ""}, ada));
}

TEST_CASE("Limits: eighty bytes of a text, on one line") {
  CHECK(shortened(std::string(80, 'a')) == std::string(80, 'a'));
  CHECK(shortened(std::string(81, 'a')) == std::string(77, 'a') + "…");
  CHECK(shortened("a\t\n b") == "a b");
  CHECK(shortened("  ").empty());
  CHECK(shortened(std::string(100, '\x80')) == "…");  // no character begins anywhere
  CHECK(shortened("a b\n") == "a b");
  CHECK(gift_word(std::nullopt) == "other");
  CHECK(gift_word(GiveKind::public_recognition) == "public_recognition");
}
