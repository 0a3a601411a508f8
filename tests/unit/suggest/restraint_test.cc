// The restraints of ranking.md 3.2, one by one.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "core/suggest/answered.h"
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

TEST_CASE("Every overdue tie of the layers is shown within eight weeks") {
  std::vector<Contact> contacts;
  for (int i = 0; i < 8; ++i) contacts.push_back(regular("Strong" + std::to_string(i), 30, 61 + i, 40));
  contacts.push_back(regular("Weak", 40, 80, 4));
  bool was_shown = false;
  for (int week = 0; week < 8 && !was_shown; ++week) {
    const Day day = today + std::chrono::days(7 * week);
    for (const Suggestion& s : pick_week(contacts, {day + std::chrono::hours(12), day}, {5, std::nullopt})) {
      was_shown |= s.person == Uid("uid-Weak");
      for (Contact& contact : contacts)
        if (contact.uid == s.person) contact.showings.push_back(shown(s, day));
    }
  }
  CHECK(was_shown);
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
      deepen += s.rule == Rule::deepen;
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
