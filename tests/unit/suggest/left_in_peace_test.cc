// Whoever is to be left in peace is in no list, by any rule, neither as the one nor as the other.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "core/suggest/offer.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

bool wrote_on(const Contact& contact, Day day) {
  return std::any_of(contact.touches.begin(), contact.touches.end(), [&](const relations::Touch& touch) {
    return touch.day >= day && touch.weight > 0 && touch.direction != Direction::out;
  });
}

/// The day after the last contact, gift or promise: from then on there is silence. nullopt: that is to come.
std::optional<Day> silence_begins(const Contact& contact) {
  Day last = ago(300);
  for (const relations::Touch& touch : contact.touches)
    if (touch.weight > 0) last = std::max(last, touch.day);
  for (const Obligation& one : contact.obligations) last = std::max(last, one.day);
  return last < today ? std::optional(last + std::chrono::days(1)) : std::nullopt;
}

enum class Peace { never, deceased, snoozed, until_they_write, resting };

/// What cannot be said of this person (somebody talked to today does not rest) becomes a "never".
void leave(Contact& contact, Peace how) {
  const std::optional<Day> silence = silence_begins(contact);
  const bool is_possible = how == Peace::resting
                               ? silence.has_value()
                               : how != Peace::until_they_write || !wrote_on(contact, today);
  switch (is_possible ? how : Peace::never) {
    case Peace::never:
      contact.do_not_suggest = true;
      break;
    case Peace::deceased:
      contact.profile.is_deceased = true;
      break;
    case Peace::snoozed:
      contact.snoozed_until = today + std::chrono::days(1);
      break;
    case Peace::until_they_write:
      contact.profile.until_they_write = today;
      break;
    case Peace::resting:
      for (const Rule rule : {Rule::deepen, Rule::keep_in_touch})
        contact.showings.push_back({Uid(contact.uid.value + std::string(to_string(rule))), rule, *silence,
                                    std::nullopt, std::nullopt, false});
      break;
  }
}

}  // namespace

TEST_CASE("Never, deceased, snoozed, waiting for a word or resting: in no list, whatever the rule") {
  auto random = seeded();
  std::map<Rule, int> silenced;
  int seconds = 0;
  std::size_t still_listed = 0;
  for (int round = 0; round < 4; ++round)
    for (auto& [contacts, circle] : crowds(random)) {
      const std::vector<Suggestion> before = candidates(contacts, now, {}, circle);
      std::set<Uid> left;
      for (std::size_t i = 0; i < contacts.size(); ++i) {
        if (random() % 2 == 0) continue;
        leave(contacts[i], static_cast<Peace>(i % 5));
        left.insert(contacts[i].uid);
      }
      for (const Suggestion& s : before) {
        silenced[s.rule] += left.contains(s.person);
        seconds += s.other && left.contains(*s.other);
      }
      const std::vector<Suggestion> after = candidates(contacts, now, {}, circle);
      still_listed += after.size();
      for (const Suggestion& s : after) {
        INFO(to_string(s.rule) << " " << s.person.value);
        REQUIRE_FALSE(left.contains(s.person));
        if (s.other) REQUIRE_FALSE(left.contains(*s.other));
      }
      for (const Suggestion& s : week_of(contacts, 12, circle)) REQUIRE_FALSE(left.contains(s.person));
    }
  for (const Rule rule : all_rules) {
    INFO(to_string(rule));
    CHECK(silenced[rule] > 0);
  }
  CHECK(seconds > 0);
  CHECK(still_listed > 0);
}

TEST_CASE("Whoever is aimed at is no aim any more as the own boss") {
  auto random = seeded();
  const std::set<Rule> aims = {Rule::role_gap, Rule::decision_maker, Rule::ask, Rule::build_now};
  constexpr std::size_t looked_at = 5;
  std::size_t aimed = 0;
  for (int round = 0; round < 4; ++round)
    for (auto& [contacts, circle] : crowds(random)) {
      std::set<Uid> persons;
      for (const Suggestion& s : candidates(contacts, now, {}, circle))
        if (aims.contains(s.rule) && persons.size() < looked_at) persons.insert(s.person);
      aimed += persons.size();
      for (const Uid& person : persons) {
        circle.own.boss = person;
        for (const Suggestion& s : candidates(contacts, now, {}, circle))
          REQUIRE_FALSE((s.person == person && aims.contains(s.rule)));
      }
    }
  CHECK(aimed > looked_at);
}
