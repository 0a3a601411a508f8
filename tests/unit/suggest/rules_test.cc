// Each rule: when it speaks, when it is silent.
#include <catch2/catch.hpp>

#include "core/suggest/answered.h"
#include "core/suggest/celebrate.h"
#include "core/suggest/first_meeting.h"
#include "tests/support/in_english.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;

namespace {

Day day(int year, unsigned month, unsigned date) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date);
}

bool speaks(const Contact& contact, Rule rule) {
  // A second person gives enough history to be past the cold start.
  return !of_rule({contact, regular("Zoe", 30, 10)}, rule).empty() &&
         of_rule({contact, regular("Zoe", 30, 10)}, rule).front().person == contact.uid;
}

Contact with_record(RecordKind kind, int days_ago, std::optional<Day> due = std::nullopt) {
  Contact contact = person("Ada", {200, 100, 50});
  contact.obligations = {{Uid("r1"), kind, ago(days_ago), "the introduction", 2, due, std::nullopt}};
  return contact;
}

}  // namespace

TEST_CASE("Keep-in-touch needs a chosen person who is silent, reachable and not planned") {
  const auto silent = [](auto change) {
    Contact ada = regular("Ada", 14, 40);
    change(ada);
    return of_rule({ada}, Rule::keep_in_touch).empty();
  };
  CHECK_FALSE(silent([](Contact&) {}));
  CHECK_FALSE(silent([](Contact& c) { c.tags.clear(); }));
  CHECK(silent([](Contact& c) {
    c.tags.clear();
    c.touches.erase(c.touches.begin(), c.touches.end() - 2);
  }));
  CHECK(silent([](Contact& c) { c.do_not_suggest = true; }));
  CHECK(silent([](Contact& c) { c.snoozed_until = today + std::chrono::days(1); }));
  CHECK_FALSE(silent([](Contact& c) { c.snoozed_until = today; }));
  CHECK(silent([](Contact& c) { c.planned = now.instant + std::chrono::hours(24 * 20); }));
  CHECK_FALSE(silent([](Contact& c) { c.planned = now.instant + std::chrono::hours(24 * 300); }));
  CHECK_FALSE(silent([](Contact& c) { c.planned = now.instant - std::chrono::hours(1); }));
  CHECK(silent([](Contact& c) { c.manual_layer = 0; }));
  CHECK(silent([](Contact& c) { c.touches.push_back(touch_ago(0)); }));
  CHECK(silent([](Contact& c) { c.touches.clear(); }));
}

TEST_CASE("A tie that is long quiet is not chased") {
  CHECK(of_rule({regular("Ada", 7, 300)}, Rule::keep_in_touch).empty());
}

TEST_CASE("After a first meeting there are five days for a word") {
  CHECK(speaks(person("Ada", {0}), Rule::first_meeting));
  CHECK(speaks(person("Ada", {5}), Rule::first_meeting));
  CHECK_FALSE(speaks(person("Ada", {6}), Rule::first_meeting));
  CHECK_FALSE(speaks(person("Ada", {30, 2}), Rule::first_meeting));
  CHECK_FALSE(speaks(person("Ada"), Rule::first_meeting));
  Contact wrote = person("Ada", {2});
  wrote.touches.push_back(touch_ago(1, Channel::mail, Direction::in));
  CHECK(speaks(wrote, Rule::first_meeting));
  wrote.touches.push_back(touch_ago(1, Channel::mail, Direction::out));
  CHECK_FALSE(speaks(wrote, Rule::first_meeting));
}

TEST_CASE("Letters that arranged a first meeting do not hide it, an old acquaintance does") {
  Contact ada = person("Ada", {2});
  ada.touches.insert(ada.touches.begin(), touch_ago(9, Channel::mail, Direction::in));
  ada.touches.insert(ada.touches.begin() + 1, touch_ago(8, Channel::mail, Direction::out));
  const std::vector<Suggestion> met = of_rule({ada}, Rule::first_meeting);
  REQUIRE(met.size() == 1);
  CHECK(english(met[0].why) ==
        "You first met on 20 November, by what is noted here; you have sent nothing since.");
  const Showing open = shown(met[0], ago(1));
  CHECK_FALSE(answered_by(open, ada));
  ada.touches.push_back(touch_ago(1, Channel::mail, Direction::in));
  CHECK(speaks(ada, Rule::first_meeting));
  ada.touches.push_back(touch_ago(0, Channel::mail, Direction::out));
  CHECK_FALSE(speaks(ada, Rule::first_meeting));
  CHECK(answered_by(open, ada));

  Contact old = person("Old", {2});
  old.touches.insert(old.touches.begin(), touch_ago(2 + arranging_days + 1, Channel::mail, Direction::in));
  CHECK_FALSE(speaks(old, Rule::first_meeting));
  old.touches.front() = touch_ago(2 + arranging_days, Channel::mail, Direction::in);
  CHECK(speaks(old, Rule::first_meeting));
}

TEST_CASE("A first meeting is followed up on the next working day") {
  CHECK(of_rule({person("Ada", {5})}, Rule::first_meeting).at(0).due == today);
  CHECK(of_rule({person("Ada", {0})}, Rule::first_meeting).at(0).due == today + std::chrono::days(1));
  CHECK(of_rule({person("Ada", {2})}, Rule::first_meeting).at(0).due == today + std::chrono::days(1));
}

TEST_CASE("Thanks are suggested for thirty days, by size, until settled") {
  const Suggestion thank = of_rule({with_record(RecordKind::received, 0)}, Rule::thank).at(0);
  CHECK(thank.value == Approx(2.0 / 3));
  CHECK(thank.due == today + std::chrono::days(2));
  CHECK(english(thank.idea) == "Say thanks for “the introduction”, and what came of it.");
  CHECK(speaks(with_record(RecordKind::received, 30), Rule::thank));
  CHECK_FALSE(speaks(with_record(RecordKind::received, 31), Rule::thank));
  CHECK_FALSE(speaks(with_record(RecordKind::gave, 1), Rule::thank));
  Contact settled = with_record(RecordKind::received, 1);
  settled.obligations[0].settled = today;
  CHECK_FALSE(speaks(settled, Rule::thank));
}

TEST_CASE("A promise comes up three days before it is due") {
  CHECK(speaks(with_record(RecordKind::promised, 9, today + std::chrono::days(3)), Rule::promised));
  CHECK_FALSE(speaks(with_record(RecordKind::promised, 9, today + std::chrono::days(4)), Rule::promised));
  CHECK(speaks(with_record(RecordKind::promised, 9, ago(60)), Rule::promised));
  CHECK(speaks(with_record(RecordKind::promised, 4), Rule::promised));
  CHECK_FALSE(speaks(with_record(RecordKind::promised, 3), Rule::promised));
  const Suggestion promise =
      of_rule({with_record(RecordKind::promised, 9, today + std::chrono::days(3))}, Rule::promised).at(0);
  CHECK(promise.value == 1);
  CHECK(english(promise.why) == "You promised something for 25 November.");
  CHECK(promise.due == today + std::chrono::days(3));
}

TEST_CASE("A date returns every year, 29 February on the last of the month") {
  CHECK(next_return({std::nullopt, 11, 22}, day(2026, 11, 22)) == day(2026, 11, 22));
  CHECK(next_return({std::nullopt, 11, 21}, day(2026, 11, 22)) == day(2027, 11, 21));
  CHECK(next_return({1990, 1, 2}, day(2026, 12, 30)) == day(2027, 1, 2));
  CHECK(next_return({1992, 2, 29}, day(2027, 2, 1)) == day(2027, 2, 28));
  CHECK(next_return({1992, 2, 29}, day(2028, 2, 1)) == day(2028, 2, 29));
  CHECK(next_return({1992, 2, 29}, day(2027, 3, 1)) == day(2028, 2, 29));
  CHECK(next_return({2030, 5, 5}, day(2026, 5, 1)) == day(2030, 5, 5));
}

TEST_CASE("Birthdays and anniversaries of close people are shown a week ahead") {
  Contact ada = person("Ada", {200, 100, 50});
  ada.birthday = people::PartialDate{1986, 11, 28};
  const Suggestion card = of_rule({ada}, Rule::celebrate).at(0);
  CHECK(card.due == today + std::chrono::days(6));
  CHECK(card.evidence.age == 40);
  CHECK(english(card.why) == "Birthday on 28 November, 40 years. You last met on 3 October.");
  ada.birthday = people::PartialDate{std::nullopt, 11, 22};
  CHECK(english(of_rule({ada}, Rule::celebrate).at(0).why) ==
        "Birthday on 22 November. You last met on 3 October.");
  ada.birthday = people::PartialDate{std::nullopt, 11, 29};
  CHECK(of_rule({ada}, Rule::celebrate).at(0).due == today + std::chrono::days(7));
  ada.birthday = people::PartialDate{std::nullopt, 11, 30};
  CHECK(of_rule({ada}, Rule::celebrate).empty());
  ada.anniversary = people::PartialDate{2020, 11, 24};
  CHECK(english(of_rule({ada}, Rule::celebrate).at(0).why) ==
        "Anniversary on 24 November, 6 years. You last met on 3 October.");
  ada.manual_layer = 0;
  CHECK(of_rule({ada}, Rule::celebrate).empty());
}

TEST_CASE("A birthday depends on the local date, not on the hour or the zone") {
  Contact ada = person("Ada", {200, 100, 50});
  ada.birthday = people::PartialDate{1986, 11, 22};
  for (int hours = -12; hours <= 36; hours += 6) {
    const auto all = candidates(std::vector{ada}, {today + std::chrono::hours(hours), today}, {});
    REQUIRE(all.at(0).rule == Rule::celebrate);
    CHECK(all.at(0).due == today);
  }
}

TEST_CASE("Somebody never met is celebrated only as the holder of a role") {
  Contact ada = person("Ada");
  ada.birthday = people::PartialDate{std::nullopt, 11, 23};
  CHECK(of_rule({ada}, Rule::celebrate).empty());
  ada.roles = {Role::mentor};
  CHECK(of_rule({ada}, Rule::celebrate).size() == 1);
}

TEST_CASE("Identifiers are stable and of the agreed form") {
  const auto first = of_rule({regular("Ada", 14, 40)}, Rule::keep_in_touch).at(0);
  CHECK(first.id == of_rule({regular("Ada", 14, 40)}, Rule::keep_in_touch).at(0).id);
  CHECK(first.id.value.size() == 41);
  CHECK(first.id.value.starts_with("goodturn-"));
  CHECK(first.id.value.find_first_not_of("0123456789abcdef", 9) == std::string::npos);
  CHECK(first.id != of_rule({regular("Bob", 14, 40)}, Rule::keep_in_touch).at(0).id);
  CHECK(first.id != of_rule({regular("Ada", 14, 41)}, Rule::keep_in_touch).at(0).id);
}
