// What the whole list does: purist mode, hard times, first weeks, learning, rest, exposure, snooze.
#include <catch2/catch.hpp>
#include <set>

#include "core/suggest/answered.h"
#include "core/suggest/exposure.h"
#include "core/suggest/learning.h"
#include "core/suggest/permitted.h"
#include "core/suggest/resting.h"
#include "core/suggest/restraint.h"
#include "core/suggest/snooze.h"
#include "tests/support/in_english.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;

namespace {

std::set<Rule> rules_in(const std::vector<Suggestion>& suggestions) {
  std::set<Rule> rules;
  for (const Suggestion& suggestion : suggestions) rules.insert(suggestion.rule);
  return rules;
}

Showing showing(Rule rule, int days_ago, std::optional<Action> action = std::nullopt) {
  static int number = 0;
  return {
      Uid("s" + std::to_string(++number)), rule, ago(days_ago), std::nullopt, action, false, std::nullopt};
}

Contact rested(const std::string& name) {
  Contact contact = regular(name, 14, 100);
  contact.showings = {showing(Rule::keep_in_touch, 70), showing(Rule::keep_in_touch, 35)};
  return contact;
}

Contact of_level(const std::string& name, int seniority) {
  Contact contact = regular(name, 14, 5);
  contact.profile.seniority = seniority;
  return contact;
}

}  // namespace

TEST_CASE("Purist mode leaves what gives or helps, whoever the people are") {
  auto random = seeded();
  const std::vector<Contact> contacts = crowd(random, 600);
  Circle circle = anything(random, contacts);
  const auto before = rules_in(candidates(contacts, now, {}, circle));
  CHECK(before.contains(Rule::ask));
  CHECK(before.contains(Rule::keep_in_touch));
  circle.own.purist = true;
  const auto rules = rules_in(candidates(contacts, now, {}, circle));
  CHECK(rules.size() >= 6);
  for (const Rule rule : rules) CHECK((is_pure_give(rule) || rule == Rule::promised));
}

TEST_CASE("In the user's own hard time there are warm contacts and support, nothing else") {
  auto random = seeded();
  const std::vector<Contact> contacts = crowd(random, 600);
  Circle circle = anything(random, contacts);
  circle.own.crisis = ago(3);
  CHECK(rules_in(candidates(contacts, now, {}, circle)) == std::set{Rule::support, Rule::warm_contacts});
  for (const Suggestion& s : of_rule(contacts, Rule::warm_contacts, {}, circle))
    CHECK(s.evidence.layer <= 15);
}

TEST_CASE("In the first fourteen days only what needs no rhythm speaks") {
  auto random = seeded();
  const std::vector<Contact> contacts = crowd(random, 600);
  const Circle circle = anything(random, contacts);
  for (const Rule rule : rules_in(candidates(contacts, now, {5, ago(13)}, circle)))
    CHECK(fits_cold_start(rule));
  CHECK(rules_in(candidates(contacts, now, {5, ago(14)}, circle)).size() > 8);
}

TEST_CASE("Without any history the layer set by hand, then roles, then the last event order the list") {
  const auto dated = [](const std::string& name) {
    Contact contact = person(name);
    contact.birthday = people::PartialDate{std::nullopt, 11, 25};
    contact.manual_layer = 50;
    return contact;
  };
  Contact inner = dated("Inner"), role = dated("Role"), plain = dated("Plain");
  inner.manual_layer = 5;
  role.roles = {Role::mentor};
  std::vector<Uid> order;
  for (const Suggestion& s : candidates(std::vector{plain, role, inner}, now, {})) order.push_back(s.person);
  CHECK(order == std::vector{inner.uid, role.uid, plain.uid});
}

TEST_CASE("A rule that leads to something gains a little, one that does not loses a little") {
  std::vector<Contact> contacts = {person("Ada")};
  CHECK(LearnedFactors(contacts, std::nullopt, today).of(Rule::deepen) == 1);
  for (int i = 0; i < 10; ++i) contacts[0].showings.push_back(showing(Rule::deepen, 20 + i, Action::done));
  for (int i = 0; i < 10; ++i) contacts[0].showings.push_back(showing(Rule::revive, 20 + i, Action::not_now));
  const LearnedFactors learned(contacts, std::nullopt, today);
  CHECK(learned.of(Rule::deepen) == most_factor);
  CHECK(learned.of(Rule::revive) == least_factor);
  CHECK(learned.of(Rule::ask) == 1);
  CHECK(LearnedFactors(contacts, ago(10), today).of(Rule::deepen) == 1);
  CHECK(learned.outcome(Rule::deepen).done == 10);
}

TEST_CASE("What closed itself was shown but not answered; what is put off or fresh does not count") {
  std::vector<Contact> contacts = {person("Ada")};
  const auto factor = [&](const Showing& one) {
    contacts[0].showings = {one};
    return LearnedFactors(contacts, std::nullopt, today).of(one.rule);
  };
  CHECK(factor(showing(Rule::deepen, 20)) == Approx((3.0 / 11) / 0.3));
  CHECK(factor(showing(Rule::deepen, 20, Action::later)) == 1);
  Showing open = showing(Rule::deepen, 3);
  open.open = true;
  CHECK(factor(open) == 1);
  open.day = ago(15);
  CHECK(factor(open) < 1);
  Showing late = showing(Rule::deepen, 60, Action::done);
  late.answered = ago(40);
  CHECK(factor(late) < 1);
  late.answered = ago(46);
  CHECK(factor(late) == Approx((4.0 / 11) / 0.3));
}

TEST_CASE("The learned factor is part of the value") {
  Contact ada = regular("Ada", 14, 40);
  const double before = of_rule({ada}, Rule::keep_in_touch).at(0).value;
  Contact bob = person("Bob");
  for (int i = 0; i < 20; ++i) bob.showings.push_back(showing(Rule::keep_in_touch, 40 + i, Action::done));
  CHECK(of_rule({ada, bob}, Rule::keep_in_touch).at(0).value == Approx(before * most_factor));
  Circle circle;
  circle.own.without_learning = true;
  CHECK(of_rule({ada, bob}, Rule::keep_in_touch, {}, circle).at(0).value == Approx(before));
}

TEST_CASE("Who rests is shown with one line, and nothing is suggested about them") {
  Contact ada = rested("Ada");
  ada.birthday = people::PartialDate{std::nullopt, 11, 23};
  const Ranking ranking({ada, regular("Zoe", 14, 40)}, now);
  REQUIRE(ranking.resting().size() == 1);
  const Resting resting = ranking.resting()[0];
  CHECK(resting.person == ada.uid);
  CHECK(resting.since == ago(35));
  CHECK(resting.cadence == 180);
  CHECK(english(resting.line) ==
        "You last met on 14 August; shown twice since, so it rests. Revive it, choose a slower rhythm, or "
        "let it go.");
  for (const Suggestion& s : ranking.candidates({})) CHECK(s.person != ada.uid);
  ada.manual_layer = 0;
  CHECK(Ranking({ada}, now).resting().empty());
  Contact never_met = rested("Bea");
  never_met.touches.clear();
  CHECK(Ranking({never_met}, now).resting().empty());
}

TEST_CASE("A rest ends by a contact, by the user's word, and when something new is received") {
  const auto rests = [](auto change) {
    Contact ada = rested("Ada");
    change(ada);
    return is_resting(ada);
  };
  CHECK(rests([](Contact&) {}));
  CHECK_FALSE(rests([](Contact& c) { c.touches.push_back(touch_ago(30)); }));
  CHECK(rests([](Contact& c) {
    c.touches.push_back(touch_ago(30));
    c.touches.back().weight = 0;  // it was no contact
  }));
  CHECK_FALSE(rests([](Contact& c) { c.profile.revived = ago(1); }));
  CHECK(rests([](Contact& c) { c.profile.revived = ago(71); }));
  CHECK_FALSE(rests([](Contact& c) {
    c.obligations = {{Uid("r"), RecordKind::received, ago(2), "help", 1, std::nullopt, std::nullopt}};
  }));
  Contact revived = rested("Ada");
  revived.profile.revived = ago(1);
  CHECK(week_of({revived}).size() == 1);
  CHECK(Ranking({revived}, now).resting().empty());
}

TEST_CASE("Any reminder counts for the rest, a date of its own does not") {
  Contact ada = regular("Ada", 14, 100);
  ada.showings = {showing(Rule::deepen, 70), showing(Rule::reciprocate, 35)};
  CHECK(is_resting(ada));
  ada.showings[1].rule = Rule::celebrate;
  CHECK_FALSE(is_resting(ada));
}

TEST_CASE("Put off twice in one silence, a slower rhythm is offered") {
  Contact ada = regular("Ada", 14, 40);
  const Standing standing = Ranking({ada}, now).standings()[0];
  ada.profile.put_off = {ago(50), ago(20)};
  CHECK_FALSE(cadence_to_offer(ada, standing));
  ada.profile.put_off.push_back(ago(5));
  CHECK(cadence_to_offer(ada, standing) == 60);
}

TEST_CASE("The slower rhythm is the next step that covers the silence") {
  const auto slower = [](int days_since, double cadence) {
    Standing standing;
    standing.days_since = days_since;
    standing.cadence = cadence;
    return slower_cadence(standing);
  };
  const std::pair<int, int> steps[] = {{0, 30},   {30, 30},   {31, 60},   {60, 60},   {61, 90},  {90, 90},
                                       {91, 180}, {180, 180}, {181, 365}, {365, 365}, {366, 365}};
  for (const auto& [days, rhythm] : steps) {
    INFO(days);
    CHECK(slower(days, 14) == rhythm);
  }
  CHECK(slower(0, 30) == 60);
  CHECK(slower(0, 364) == 365);
  CHECK(slower(0, 365) == std::nullopt);
}

TEST_CASE("Five words to put somebody off") {
  const Day last = parse_day("2027-01-31").value();
  CHECK(snoozed_by(Snooze::one_week, std::nullopt, today)->until == today + std::chrono::days(7));
  CHECK(snoozed_by(Snooze::one_month, std::nullopt, last)->until == parse_day("2027-02-28"));
  CHECK(snoozed_by(Snooze::one_month, std::nullopt, today)->until == parse_day("2026-12-22"));
  CHECK(snoozed_by(Snooze::after_date, last, today)->until == last);
  CHECK(snoozed_by(Snooze::after_date, today, today).error().kind == ErrorKind::invalid);
  CHECK(snoozed_by(Snooze::they_write, std::nullopt, today)->until_they_write == today);
  CHECK(snoozed_by(Snooze::never, std::nullopt, today)->never);
}

TEST_CASE("Snoozed until they write ends with a word from them, not from the user") {
  Contact ada = regular("Ada", 14, 40);
  ada.profile.until_they_write = ago(10);
  CHECK_FALSE(may_suggest(ada, today));
  ada.touches.push_back(touch_ago(8, Channel::mail, Direction::out));
  CHECK_FALSE(may_suggest(ada, today));
  ada.touches.push_back(touch_ago(7, Channel::mail, Direction::in));
  CHECK(may_suggest(ada, today));
}

TEST_CASE("Exposure compares the list with the circle, group by group") {
  std::vector<Contact> contacts;
  for (int i = 0; i < 6; ++i) contacts.push_back(of_level("Senior" + std::to_string(i), i == 0 ? 3 : 4));
  for (int i = 0; i < 6; ++i) contacts.push_back(of_level("Junior" + std::to_string(i), 1));
  for (int i = 0; i < 9; ++i)
    contacts[static_cast<std::size_t>(i % 6)].showings.push_back(showing(Rule::thank, i + 1));
  contacts[6].showings.push_back(showing(Rule::thank, 5));
  contacts[7].showings.push_back(showing(Rule::thank, 31));
  Circle circle;
  circle.own.seniority = 2;
  const auto rows = Ranking(contacts, circle, now).exposure();
  REQUIRE(rows.size() == all_groups.size());
  CHECK(rows[0].shown == relations::Share{1, 10});
  CHECK(rows[0].alive == relations::Share{6, 12});
  CHECK(rows[0].ratio.value() == Approx(0.2));
  CHECK(rows[2].ratio.value() == Approx(1.8));
  CHECK_FALSE(rows[1].ratio);
  CHECK_FALSE(rows[3].ratio);
  CHECK(neglected_group(rows) == Group::junior);
  CHECK(to_string(Group::other_organisation) == "other-organisation");
}

TEST_CASE("A neglected group gets the stretch place") {
  std::vector<Contact> contacts;
  for (int i = 0; i < 8; ++i) {
    contacts.push_back(of_level("Senior" + std::to_string(i), 4));
    contacts.back().showings = {showing(Rule::thank, 29)};
    contacts.push_back(regular("Strong" + std::to_string(i), 10, 60 + i, 40));
    contacts.back().profile.seniority = 4;
  }
  contacts.push_back(regular("Junior", 60, 120, 4));
  contacts.back().profile.seniority = 1;
  contacts.push_back(regular("Old", 20, 1200));
  Circle circle;
  circle.own.seniority = 2;
  bool junior = false, stretch = false;
  for (const Suggestion& s : week_of(contacts, 5, circle)) {
    junior |= s.person == Uid("uid-Junior");
    stretch |= is_stretch(s.rule);
  }
  CHECK(junior);
  CHECK_FALSE(stretch);
}

TEST_CASE("Of three who all know each other two may stand in one list") {
  std::vector<Contact> contacts;
  for (int i = 0; i < 3; ++i) {
    contacts.push_back(person("T" + std::to_string(i), {90, 60, 40}));
    contacts.back().obligations = {
        {Uid("r" + std::to_string(i)), RecordKind::received, ago(3), "help", 3, std::nullopt, std::nullopt}};
  }
  Circle circle;
  circle.signs = {{0, 1, PairEvidence::user_said, ago(1), 2}, {1, 2, PairEvidence::user_said, ago(1), 2}};
  CHECK(week_of(contacts, 5, circle).size() == 3);
  circle.signs.push_back({0, 2, PairEvidence::user_said, ago(1), 2});
  CHECK(week_of(contacts, 5, circle).size() == 2);
}
