// The restraints of ranking.md 3.2, one by one.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "core/network/pairs.h"
#include "core/relations/silence.h"
#include "core/suggest/answered.h"
#include "core/suggest/offer.h"
#include "core/suggest/selection.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

std::vector<Contact> silent_people(int count) {
  std::vector<Contact> contacts;
  for (int i = 0; i < count; ++i) contacts.push_back(regular("P" + std::to_string(i), 10 + i, 45 + i));
  return contacts;
}

Contact with_thanks(const std::string& name, const std::string& record, int size = 3) {
  Contact contact = person(name, {90, 60, 40});
  contact.obligations = {
      {Uid(record), RecordKind::received, ago(3), "help", size, std::nullopt, std::nullopt}};
  return contact;
}

Contact once_shown(int days_ago, std::optional<Action> action = std::nullopt, bool open = false) {
  Contact ada = regular("Ada", 14, 40);
  Showing showing = shown(of_rule({ada}, Rule::keep_in_touch).at(0), ago(days_ago));
  showing.action = action;
  showing.open = open;
  ada.showings = {showing};
  return ada;
}

}  // namespace

TEST_CASE("At most three keep-in-touch a week, and the budget caps everything") {
  CHECK(week_of(silent_people(10)).size() == 3);
  CHECK(week_of(silent_people(10), 2).size() == 2);
  CHECK(week_of(silent_people(10), 0).empty());
  CHECK(week_of({}).empty());
}

TEST_CASE("A pure give has a place even when others are worth more") {
  std::vector<Contact> contacts;
  for (int i = 0; i < 6; ++i) {
    contacts.push_back(person("Q" + std::to_string(i), {200, 150, 100}));
    contacts.back().obligations = {
        {Uid("p" + std::to_string(i)), RecordKind::promised, ago(9), "slides", 1, today, std::nullopt}};
  }
  contacts.push_back(with_thanks("Giver", "g", 1));
  const std::vector<Suggestion> week = week_of(contacts, 2);
  REQUIRE(week.size() == 2);
  CHECK(week[0].rule == Rule::promised);
  CHECK(week[1].rule == Rule::thank);
}

TEST_CASE("A person stands in the list once") {
  Contact ada = with_thanks("Ada", "r1");
  ada.tags = {"net"};
  ada.birthday = people::PartialDate{std::nullopt, 11, 23};
  CHECK(candidates(std::vector{ada}, now, {}).size() > 1);
  CHECK(week_of({ada}).size() == 1);
}

TEST_CASE("At most two of one organisational unit") {
  std::vector<Contact> contacts;
  for (int i = 0; i < 4; ++i) {
    contacts.push_back(with_thanks("T" + std::to_string(i), "r" + std::to_string(i)));
    contacts.back().organisation = "Example";
    contacts.back().unit = "Research";
  }
  CHECK(week_of(contacts).size() == 2);
  contacts[3].unit = "Sales";
  CHECK(week_of(contacts).size() == 3);
  for (Contact& contact : contacts) contact.unit.clear();
  CHECK(week_of(contacts).size() == 4);
}

TEST_CASE("What was shown this week, or is still open, uses up the budget") {
  std::vector<Contact> contacts = silent_people(10);
  contacts[0].showings = {{Uid("a"), Rule::keep_in_touch, ago(2), std::nullopt, Action::done, false}};
  contacts[1].showings = {{Uid("b"), Rule::keep_in_touch, ago(20), std::nullopt, std::nullopt, true}};
  CHECK(week_of(contacts).size() == 1);
  CHECK(week_of(contacts, 2).empty());
  contacts[0].showings[0].day = ago(7);  // the Sunday before: last week
  CHECK(week_of(contacts).size() == 2);
}

TEST_CASE("A person rests 28 days after a showing") {
  CHECK(week_of({once_shown(27)}).empty());
  CHECK(week_of({once_shown(28)}).size() == 1);
  CHECK(week_of({once_shown(27, Action::not_now)}).empty());
  CHECK(week_of({once_shown(30, std::nullopt, true)}).empty());
}

TEST_CASE("What was put off returns when its time has come, as the same follow-up") {
  const Contact ada = once_shown(8, Action::later);
  REQUIRE(week_of({ada}).size() == 1);
  CHECK(week_of({ada})[0].id == ada.showings[0].follow_up);
}

TEST_CASE("Two showings in one silence, then rest; a contact starts anew") {
  Contact ada = once_shown(39);
  CHECK_FALSE(is_resting(ada));
  const std::vector<Suggestion> second = week_of({ada});
  REQUIRE(second.size() == 1);
  CHECK(second[0].id != ada.showings[0].follow_up);
  ada.showings.push_back(shown(second[0], ago(30)));
  CHECK(is_resting(ada));
  CHECK(week_of({ada}).empty());
  Contact again = regular("Ada", 14, 40);
  again.showings = {shown(second[0], ago(100)), shown(second[0], ago(60))};
  CHECK_FALSE(is_resting(again));
  CHECK(week_of({again}).size() == 1);
}

TEST_CASE("Recent showings halve the value but do not hold up what has a date") {
  Contact ada = with_thanks("Ada", "r1");
  const double before = of_rule({ada}, Rule::thank).at(0).value;
  ada.showings = {{Uid("k"), Rule::keep_in_touch, ago(10), std::nullopt, std::nullopt, false}};
  CHECK(of_rule({ada}, Rule::thank).at(0).value == Approx(before / 2));
  CHECK(week_of({ada}).size() == 1);
}

TEST_CASE("An answered follow-up does not return") {
  Contact ada = with_thanks("Ada", "r1");
  ada.touches.clear();
  ada.showings = {shown(of_rule({ada}, Rule::thank).at(0), ago(2))};
  CHECK(week_of({ada}).empty());
  ada.showings[0].day = ago(29);
  CHECK(week_of({ada}).size() == 1);
  ada.showings[0].action = Action::not_now;
  CHECK(week_of({ada}).empty());
}

TEST_CASE("In the first fourteen days only dated rules speak") {
  const std::vector<Contact> contacts = {regular("Ada", 14, 40), with_thanks("Bob", "r1")};
  const auto rules = [&](std::optional<Day> started) {
    std::map<Rule, int> count;
    for (const Suggestion& s : candidates(contacts, now, {5, started})) ++count[s.rule];
    return count;
  };
  CHECK(rules(ago(13)).count(Rule::keep_in_touch) == 0);
  CHECK(rules(ago(13)).at(Rule::thank) == 1);
  CHECK(rules(ago(14)).count(Rule::keep_in_touch) == 1);
  CHECK(rules(std::nullopt).count(Rule::keep_in_touch) == 1);
  CHECK(of_rule({regular("New", 2, 1, 5)}, Rule::keep_in_touch).empty());
}

namespace {

/// Somebody the user talks to all the time and who is in no list: without such a person a month without a
/// word would be the user's own silence, which is cut out.
Contact often() {
  Contact contact = regular("Often", 3, 1, 120);
  contact.manual_layer = 0;
  return contact;
}

/// Three ties of this week that are much stronger than those who wait, and not unusually silent: by value
/// they would fill the week.
std::vector<Contact> strong_ones(int week) {
  std::vector<Contact> strong;
  for (int i = 0; i < keep_in_touch_slots; ++i) {
    Contact& contact = strong.emplace_back(person("Strong" + std::to_string(week) + std::to_string(i)));
    contact.tags = {"net"};
    for (int age = 835; age >= 35; age -= contact.touches.size() % 12 == 0 ? 60 : 20)
      contact.touches.insert(contact.touches.end(), 6, touch_ago(age));
    shift(contact, std::chrono::days(7 * week));
  }
  return strong;
}

/// Which of those who wait were in the list of any of eight weeks, every list kept as shown and nobody ever
/// answered.
std::set<Uid> shown_in_eight_weeks(std::vector<Contact> waiting) {
  std::set<Uid> seen;
  for (int week = 0; week < round_robin_weeks; ++week) {
    const Day day = today + std::chrono::days(7 * week);
    waiting.front().touches.push_back(touch_ago(-7 * week));
    std::vector<Contact> contacts = waiting;
    for (Contact& strong : strong_ones(week)) contacts.push_back(std::move(strong));
    for (const Suggestion& s : pick_week(contacts, {day + std::chrono::hours(12), day}, {5, std::nullopt}))
      for (Contact& contact : waiting) {
        if (contact.uid != s.person || s.rule != Rule::keep_in_touch) continue;
        contact.showings.push_back(shown(s, day));
        seen.insert(s.person);
      }
  }
  return seen;
}

/// People of different strength, each overdue today by their own gaps and past their own rhythm.
std::vector<Contact> overdue_people(std::mt19937_64& random, int count) {
  std::uniform_int_distribution gap(28, 45), late(35, 50), times(12, 40);
  std::vector<Contact> contacts = {often()};
  while (std::ssize(contacts) <= count) {
    const int usual = gap(random);
    contacts.push_back(
        regular("P" + std::to_string(contacts.size()), usual, usual + late(random), times(random)));
  }
  return contacts;
}

}  // namespace

TEST_CASE("Sixteen overdue ties are all shown within eight weeks, whoever is stronger") {
  auto random = seeded();
  for (int round = 0; round < 40; ++round) {
    const std::vector<Contact> contacts = overdue_people(random, 2 * round_robin_weeks);
    const Ranking ranking(contacts, now);
    for (std::size_t i = 1; i < contacts.size(); ++i)
      REQUIRE(ranking.standings()[i].parts.silence >= relations::overdue_quantile);
    REQUIRE(of_rule(contacts, Rule::keep_in_touch).size() == 2 * round_robin_weeks);
    CHECK(shown_in_eight_weeks(contacts).size() == 2 * round_robin_weeks);
  }
}

TEST_CASE("Two places a week are all that those who wait can count on") {
  auto random = seeded();
  const std::size_t seen = shown_in_eight_weeks(overdue_people(random, 40)).size();
  CHECK(seen >= 2 * round_robin_weeks);
  CHECK(seen < keep_in_touch_slots * round_robin_weeks);  // the third place goes by value
}

TEST_CASE("Done is seen in the history") {
  Contact ada = once_shown(5, std::nullopt, true);
  CHECK_FALSE(answered_by(ada.showings[0], ada));
  ada.touches.push_back(touch_ago(4, Channel::mail, Direction::in));
  CHECK_FALSE(answered_by(ada.showings[0], ada));
  ada.touches.push_back(touch_ago(3, Channel::mail, Direction::out));
  CHECK(answered_by(ada.showings[0], ada));

  Contact bob = person("Bob", {2});
  const Showing met = shown(of_rule({bob}, Rule::first_meeting).at(0), ago(2));
  CHECK_FALSE(answered_by(met, bob));
  bob.touches.push_back(touch_ago(1, Channel::mail, Direction::out));
  CHECK(answered_by(met, bob));

  Contact cy = with_thanks("Cy", "r1");
  const Showing thanks = shown(of_rule({cy}, Rule::thank).at(0), ago(1));
  cy.touches.push_back(touch_ago(0));
  CHECK_FALSE(answered_by(thanks, cy));
  cy.obligations[0].settled = today;
  CHECK(answered_by(thanks, cy));

  Contact dee = person("Dee", {200, 100, 50});
  dee.birthday = people::PartialDate{std::nullopt, 11, 20};
  const Showing birthday{Uid("b"), Rule::celebrate, ago(5), std::nullopt, std::nullopt, true};
  dee.touches.push_back(touch_ago(4));
  CHECK_FALSE(answered_by(birthday, dee));
  dee.touches.push_back(touch_ago(2));
  CHECK(answered_by(birthday, dee));
}

TEST_CASE("Every week keeps every restraint, whoever the people are") {
  auto random = seeded();
  for (int round = 0; round < 30; ++round) {
    std::vector<Contact> contacts = crowd(random, 120);
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      contacts[i].organisation = "Works";
      contacts[i].unit = "unit" + std::to_string(i % 7);
    }
    const Circle circle = anything(random, contacts);
    const std::vector<Suggestion> week = week_of(contacts, 5, circle);
    std::map<Uid, int> per_person;
    std::map<std::string, int> per_unit;
    int keep_in_touch = 0, gives = 0, stretches = 0, deepen = 0, build = 0;
    for (const Suggestion& s : week) {
      ++per_person[s.person];
      const auto who = std::find_if(contacts.begin(), contacts.end(),
                                    [&](const Contact& contact) { return contact.uid == s.person; });
      REQUIRE(++per_unit[who->unit] <= 2);
      REQUIRE_FALSE(who->profile.is_deceased);
      REQUIRE_FALSE(who->do_not_suggest);
      keep_in_touch += s.rule == Rule::keep_in_touch;
      stretches += is_stretch(s.rule);
      deepen += s.rule == Rule::deepen || s.rule == Rule::diversify;
      build += s.rule == Rule::build_now;
      gives += is_pure_give(s.rule);
    }
    REQUIRE(week.size() == 5);
    REQUIRE(per_person.size() == week.size());
    REQUIRE(keep_in_touch <= 3);
    REQUIRE(gives >= 1);
    REQUIRE(stretches <= 1);
    REQUIRE(deepen <= 1);
    REQUIRE(build <= 1);
  }
}

TEST_CASE("Nobody is suggested within the usual rhythm, nor before a rhythm set by hand has passed") {
  CHECK(of_rule({regular("Ada", 14, 2)}, Rule::keep_in_touch).empty());
  CHECK(of_rule({regular("Ada", 14, 10)}, Rule::keep_in_touch).empty());
  CHECK(of_rule({regular("Ada", 14, 30)}, Rule::keep_in_touch).size() == 1);
  Contact slow = regular("Ada", 14, 30);
  slow.manual_cadence = 60;
  CHECK(of_rule({slow}, Rule::keep_in_touch).empty());
}

namespace {

/// A crowd of few organisations and units, in which many know each other.
std::vector<Contact> crowded(std::mt19937_64& random) {
  std::vector<Contact> contacts = crowd(random, 120);
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    contacts[i].organisation = i % 2 == 0 ? "North" : "South";
    contacts[i].unit = i % 3 == 0 ? "" : i % 3 == 1 ? "Research" : "Sales";
    if (i % 7 == 0) contacts[i].unit.clear();
  }
  return contacts;
}

Circle entangled(std::mt19937_64& random, const std::vector<Contact>& contacts) {
  Circle circle = anything(random, contacts);
  std::uniform_int_distribution<std::size_t> anyone(0, contacts.size() - 1);
  for (int clique = 0; clique < 30; ++clique) {
    const std::array members = {anyone(random), anyone(random), anyone(random), anyone(random)};
    for (const std::size_t a : members)
      for (const std::size_t b : members)
        if (a != b) circle.signs.push_back({a, b, PairEvidence::user_said, ago(1), 2});
  }
  return circle;
}

}  // namespace

TEST_CASE("No week holds three of one unit, nor three who all know each other") {
  auto random = seeded();
  std::size_t of_units = 0, acquainted = 0;
  for (int round = 0; round < 40; ++round) {
    const std::vector<Contact> contacts = crowded(random);
    const Circle circle = entangled(random, contacts);
    const network::Graph ties = network::pair_knowledge(contacts.size(), circle.signs, today).ties;
    std::vector<std::size_t> listed;
    for (const Suggestion& one : week_of(contacts, 12, circle))
      listed.push_back(
          static_cast<std::size_t>(std::find_if(contacts.begin(), contacts.end(),
                                                [&](const Contact& c) { return c.uid == one.person; }) -
                                   contacts.begin()));
    std::map<std::pair<std::string, std::string>, int> units;
    for (const std::size_t who : listed)
      if (!contacts[who].unit.empty()) {
        const int count = ++units[{contacts[who].organisation, contacts[who].unit}];
        REQUIRE(count <= per_unit);
        of_units += count == per_unit;
      }
    for (const std::size_t a : listed)
      for (const std::size_t b : listed)
        for (const std::size_t c : listed) {
          if (a >= b) continue;
          acquainted += c == b && ties.joined(a, b);
          if (b < c) REQUIRE_FALSE((ties.joined(a, b) && ties.joined(b, c) && ties.joined(a, c)));
        }
  }
  CHECK(of_units > 0);
  CHECK(acquainted > 0);
}

TEST_CASE("After two showings of any reminder in one silence the person rests, whatever the rules") {
  auto random = seeded();
  int rested = 0;
  for (int round = 0; round < 6; ++round) {
    std::vector<Contact> contacts = crowd(random, 300);
    const Circle circle = anything(random, contacts);
    std::vector<Rule> reminders;
    for (const Rule rule : all_rules)
      if (is_reminder(rule)) reminders.push_back(rule);
    std::size_t next = 0;
    for (Contact& contact : contacts) {
      contact.obligations.clear();
      contact.showings.clear();
      if (contact.touches.empty()) continue;
      Day last = contact.touches.front().day;
      for (const relations::Touch& touch : contact.touches) last = std::max(last, touch.day);
      if (days_between(last, today) < 70) continue;
      for (const int age : {66, 33}) {
        Showing showing{Uid(contact.uid.value + std::to_string(age)),
                        reminders[next++ % reminders.size()],
                        ago(age),
                        last,
                        std::nullopt,
                        false};
        contact.showings.push_back(showing);
      }
    }
    std::set<Uid> twice;
    for (const Contact& contact : contacts)
      if (!contact.showings.empty() && !contact.profile.revived) twice.insert(contact.uid);
    for (const Suggestion& one : candidates(contacts, now, {}, circle)) {
      INFO(to_string(one.rule) << " " << one.person_name);
      REQUIRE_FALSE(twice.contains(one.person));
    }
    rested += static_cast<int>(twice.size());
  }
  CHECK(rested > 0);
}
