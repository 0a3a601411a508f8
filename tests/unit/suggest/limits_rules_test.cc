// Which rules may speak, for whom, how often, and what each of them counts as.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <set>

#include "core/suggest/celebrate.h"
#include "core/suggest/permitted.h"
#include "core/suggest/rules.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

std::set<Rule> rules_where(auto is) {
  std::set<Rule> rules;
  for (const Rule rule : all_rules)
    if (is(rule)) rules.insert(rule);
  return rules;
}

Contact sharing(const std::string& name) {
  Contact contact = regular(name, 14, 40);
  contact.profile.needs = {"Rust"};
  return contact;
}

Circle with_rust() {
  Circle circle;
  circle.own.offers = {"Rust"};
  return circle;
}

}  // namespace

TEST_CASE("Limits: reminders are the rules without a date of their own") {
  CHECK(rules_where(is_reminder) == std::set{Rule::give_match, Rule::reciprocate, Rule::keep_in_touch,
                                             Rule::role_gap, Rule::decision_maker, Rule::ask, Rule::revive,
                                             Rule::deepen, Rule::diversify, Rule::build_now,
                                             Rule::warm_contacts});
}

TEST_CASE("Limits: what the first weeks, purist mode and a hard time leave") {
  const std::set<Rule> first = {Rule::thank,   Rule::promised,   Rule::first_meeting, Rule::celebrate,
                                Rule::support, Rule::give_match, Rule::warm_contacts};
  const std::set<Rule> purist = {Rule::thank,      Rule::promised,  Rule::celebrate,   Rule::support,
                                 Rule::give_match, Rule::introduce, Rule::reciprocate, Rule::warm_contacts};
  const auto permitted = [](const Circle& circle, bool is_cold) {
    return rules_where([&](Rule rule) { return is_permitted(rule, circle, is_cold); });
  };
  Circle circle;
  CHECK(permitted(circle, true) == first);
  CHECK(permitted(circle, false).size() == all_rules.size());
  circle.own.purist = true;
  CHECK(permitted(circle, false) == purist);
  std::set<Rule> both;
  std::set_intersection(first.begin(), first.end(), purist.begin(), purist.end(),
                        std::inserter(both, both.end()));
  CHECK(permitted(circle, true) == both);
  circle.own.crisis = today;
  for (const bool is_cold : {false, true})
    CHECK(permitted(circle, is_cold) == std::set{Rule::support, Rule::warm_contacts});
}

TEST_CASE("Limits: the first weeks begin with the first contact of all where nothing else says when") {
  const auto speaks = [](std::vector<Contact> book, std::optional<Day> started) {
    return !of_rule(book, Rule::reciprocate, {5, started}).empty();
  };
  Contact ada = person("Ada", {13});
  ada.ledger = {favour(relations::LedgerSide::received, 20, 3)};
  CHECK_FALSE(speaks({ada}, std::nullopt));
  CHECK(speaks({ada}, ago(14)));
  CHECK(speaks({ada, person("Bob", {14})}, std::nullopt));
  CHECK(speaks({person("Bob", {14}), ada}, std::nullopt));
  CHECK(speaks({person("Bob", {14}), ada, person("Cy", {13})}, std::nullopt));
  CHECK_FALSE(speaks({ada, person("Bob", {14})}, ago(13)));
  ada.touches.clear();
  CHECK_FALSE(speaks({ada}, std::nullopt));
}

TEST_CASE("Limits: each time a reminder returns it is the next follow-up, past all that were shown") {
  Contact ada = sharing("Ada");
  const auto now_id = [&] { return of_rule({ada}, Rule::give_match, {}, with_rust()).at(0).id; };
  std::vector<Uid> ids = {now_id()};
  for (const int days : {300, 200, 100}) {
    ada.showings.push_back({ids.back(), Rule::give_match, ago(days), {}, {}, false, {}});
    ada.touches.push_back(touch_ago(days - 40));  // nobody rests
    ids.push_back(now_id());
  }
  CHECK(std::set(ids.begin(), ids.end()).size() == 4);
  ada.showings[1].open = true;
  CHECK(now_id() == ids[1]);
  ada.showings[1].open = false;
  ada.showings[1].action = Action::later;
  CHECK(now_id() == ids[1]);
  ada.showings[1].action = Action::not_now;
  CHECK(now_id() == ids[3]);
  ada.showings[2].action = Action::done;
  CHECK(of_rule({ada}, Rule::give_match, {}, with_rust()).empty());
}

TEST_CASE("Limits: to two people of whom one mourns nothing but support is suggested") {
  Contact ada = sharing("Ada");
  CHECK(of_rule({ada}, Rule::give_match, {}, with_rust()).size() == 1);
  ada.profile.grief = ago(365);
  CHECK(of_rule({ada}, Rule::give_match, {}, with_rust()).empty());
  CHECK(of_rule({ada}, Rule::support).size() == 1);
  ada.profile.grief = ago(366);
  CHECK(of_rule({ada}, Rule::give_match, {}, with_rust()).size() == 1);
}

TEST_CASE("Limits: values are halved for each showing of the last twenty-eight days that was seen") {
  Contact ada = person("Ada");
  const auto fresh = [&](int days, std::optional<Action> action = std::nullopt) {
    ada.showings = {{Uid("a"), Rule::ask, ago(days), {}, action, false, {}},
                    {Uid("b"), Rule::thank, ago(1), {}, {}, false, {}}};
    return freshness_of(ada, today);
  };
  CHECK(fresh(27) == 0.25);
  CHECK(fresh(28) == 0.5);
  CHECK(fresh(3, Action::later) == 0.5);
  CHECK(fresh(3, Action::not_now) == 0.25);
}

TEST_CASE("Limits: what every suggestion says of its person") {
  Contact ada = sharing("Ada");
  const Suggestion one = of_rule({ada}, Rule::give_match, {}, with_rust()).at(0);
  CHECK(one.rule == Rule::give_match);
  CHECK(one.person == ada.uid);
  CHECK(one.person_name == "Ada");
  CHECK(one.email == "Ada@example.org");
  CHECK(one.evidence.last_day == ago(40));
  CHECK_FALSE(one.other);
  CHECK(one.other_name.empty());
}

TEST_CASE("Limits: an old tie is trusted more the higher it stands, up to one") {
  const auto trust = [](std::optional<int> level, bool is_trusted = false) {
    Contact old = regular("Old", 20, 1200);
    old.profile.seniority = level;
    old.profile.is_trusted = is_trusted;
    return of_rule({old}, Rule::revive).at(0).value / 0.45;
  };
  CHECK(trust(std::nullopt) == Approx(0.5));
  CHECK(trust(0) == Approx(0.5));
  CHECK(trust(3) == Approx(0.8));
  CHECK(trust(5) == Approx(1));
  CHECK(trust(9) == Approx(1));
  CHECK(trust(0, true) == Approx(1));
}

TEST_CASE("Limits: an old tie sleeps from the third year on, whole years are told") {
  const auto years = [](int year, unsigned month, unsigned date) -> std::optional<int> {
    const Day last = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date);
    Contact old = regular("Old", 20, days_between(last, today));
    const auto all = of_rule({old}, Rule::revive);
    return all.empty() ? std::nullopt : all[0].evidence.years;
  };
  CHECK(years(2023, 11, 23) == std::nullopt);
  CHECK(years(2023, 11, 22) == 3);
  CHECK(years(2022, 12, 1) == 3);
  CHECK(years(2022, 11, 23) == 3);
  CHECK(years(2022, 11, 22) == 4);
  CHECK(years(2022, 10, 30) == 4);
}

TEST_CASE("Limits: who is out, was never chosen, or will be met is not called after years") {
  const auto revived = [](auto change) {
    Contact old = regular("Old", 20, 1200, 2);
    change(old);
    return of_rule({old}, Rule::revive).size();
  };
  CHECK(revived([](Contact&) {}) == 1);
  CHECK(revived([](Contact& c) { c.tags.clear(); }) == 0);
  CHECK(revived([](Contact& c) { c.manual_layer = 0; }) == 0);
  CHECK(revived([](Contact& c) { c.planned = now.instant + std::chrono::hours(9); }) == 0);
  CHECK(revived([](Contact& c) {
          c.tags.clear();
          c.profile.is_trusted = true;
        }) == 1);
}
