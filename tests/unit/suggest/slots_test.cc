// The slots of a week, on candidates made by hand: who gets a place before whom (ranking.md 3.2).
#include <catch2/catch.hpp>
#include <deque>

#include "core/network/pairs.h"
#include "core/suggest/selection.h"
#include "core/suggest/traits.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;

namespace {

/// Today is a Sunday: its week began six days ago.
constexpr int monday_ago = 6;

class Table {
 public:
  /// A new person, worth less than everybody before; the place of the candidate.
  Candidate& add(Rule rule, int waiting = 1) {
    people.push_back(person("P" + std::to_string(people.size())));
    return more(rule, waiting);
  }
  /// One more candidate about the newest person.
  Candidate& more(Rule rule, int waiting = 1) {
    offers_.push_back({rule, 1, today, std::to_string(offers_.size())});
    Candidate& one = candidates.emplace_back();
    one.offer = &offers_.back();
    one.who = people.size() - 1;
    one.value = 1 - 0.01 * static_cast<double>(candidates.size());
    one.last_day = ago(waiting);
    return one;
  }
  Candidate& overdue(int waiting) {
    Candidate& one = add(Rule::keep_in_touch, waiting);
    one.is_overdue = true;
    return one;
  }
  /// Somebody who was in the list with that rule.
  void shown_before(Rule rule, int days, bool open = false) {
    people.push_back(person("S" + std::to_string(people.size())));
    people.back().showings = {{Uid("s"), rule, ago(days), {}, Action::done, open, {}}};
  }
  Offer& offer_of(std::size_t candidate) { return offers_[candidate]; }

  [[nodiscard]] std::vector<std::size_t> picked(int budget) const {
    const Contacts contacts{people};
    const std::vector<Standing> standings(people.size());
    const std::vector<Traits> traits(people.size());
    const network::Graph ties = network::pair_knowledge(people.size(), signs, today).ties;
    return select(candidates, {contacts, standings, traits, circle, ties, now}, budget);
  }

  std::vector<Contact> people;
  std::vector<Candidate> candidates;
  std::vector<network::PairSign> signs;
  Circle circle;

 private:
  std::deque<Offer> offers_;
};

using Places = std::vector<std::size_t>;

network::PairSign friends(std::size_t a, std::size_t b) { return {a, b, PairEvidence::user_said, ago(1), 2}; }

}  // namespace

TEST_CASE("Slots: by value, as many as the budget, each person once") {
  Table table;
  for (int i = 0; i < 3; ++i) table.add(Rule::promised);
  table.more(Rule::first_meeting);
  table.add(Rule::promised);
  CHECK(table.picked(5) == Places{0, 1, 2, 4});
  CHECK(table.picked(2) == Places{0, 1});
  CHECK(table.picked(0).empty());
}

TEST_CASE("Slots: what was listed since Monday or is still open takes a place") {
  for (const auto& [days, open, left] : {std::tuple{monday_ago, false, 1},
                                         {monday_ago + 1, false, 2},
                                         {monday_ago + 1, true, 1},
                                         {0, false, 1}}) {
    Table table;
    for (int i = 0; i < 3; ++i) table.add(Rule::promised);
    table.shown_before(Rule::promised, days, open);
    CHECK(std::ssize(table.picked(2)) == left);
  }
}

TEST_CASE("Slots: one pure give comes first unless the week had one") {
  Table table;
  for (int i = 0; i < 3; ++i) table.add(Rule::promised);
  table.add(Rule::reciprocate);
  table.add(Rule::thank);
  CHECK(table.picked(2) == Places{0, 3});
  table.shown_before(Rule::promised, 3);
  CHECK(table.picked(3) == Places{0, 3});
  table.shown_before(Rule::celebrate, 3);
  CHECK(table.picked(4) == Places{0, 1});
}

TEST_CASE("Slots: three reminders to keep in touch, those of the week among them") {
  Table table;
  for (int i = 0; i < 5; ++i) table.add(Rule::keep_in_touch);
  CHECK(table.picked(9) == Places{0, 1, 2});
  table.shown_before(Rule::keep_in_touch, 3);
  CHECK(table.picked(9) == Places{0, 1});
  table.shown_before(Rule::keep_in_touch, 3);
  table.shown_before(Rule::keep_in_touch, 3);
  CHECK(table.picked(9).empty());
}

TEST_CASE("Slots: one stretch, of whatever rule") {
  const Rule stretches[] = {Rule::role_gap, Rule::decision_maker, Rule::ask, Rule::revive, Rule::diversify};
  for (const Rule first : stretches)
    for (const Rule second : stretches) {
      Table table;
      table.add(first);
      table.add(second);
      table.add(Rule::promised);
      CHECK(table.picked(9) == Places{0, 2});
      table.shown_before(second, 3);
      CHECK(table.picked(9) == Places{2});
    }
}

TEST_CASE("Slots: one deepening, be it within or without the own house, and one word to build on") {
  for (const auto& [first, second] : {std::pair{Rule::deepen, Rule::deepen},
                                      {Rule::deepen, Rule::diversify},
                                      {Rule::diversify, Rule::deepen}}) {
    Table table;
    table.add(first);
    table.add(second);
    CHECK(table.picked(9) == Places{0});
    table.shown_before(second, 3);
    CHECK(table.picked(9).empty());
  }
  Table table;
  for (int i = 0; i < 4; ++i) table.add(Rule::promised);
  table.add(Rule::build_now);
  table.add(Rule::build_now);
  CHECK(table.picked(3) == Places{0, 1, 4});
  table.shown_before(Rule::build_now, 3);
  CHECK(table.picked(4) == Places{0, 1, 2});
}

TEST_CASE("Slots: two of one unit of one organisation") {
  Table table;
  for (int i = 0; i < 4; ++i) {
    table.add(Rule::promised);
    table.people.back().organisation = "Werft";
    table.people.back().unit = "Docks";
  }
  CHECK(table.picked(9) == Places{0, 1});
  table.people[1].organisation = "Kontor";
  CHECK(table.picked(9) == Places{0, 1, 2});
  table.people[0].unit.clear();
  table.people[1].unit.clear();
  table.people[3].unit.clear();
  CHECK(table.picked(9) == Places{0, 1, 2, 3});
  for (Contact& one : table.people) one.unit = "Docks";
  table.people[1].organisation = "Werft";
  table.shown_before(Rule::promised, 3);
  table.people.back().organisation = "Werft";
  table.people.back().unit = "Docks";
  CHECK(table.picked(9) == Places{0});
}

TEST_CASE("Slots: no third of three who all know each other, also of those of the week") {
  Table table;
  for (int i = 0; i < 3; ++i) table.add(Rule::promised);
  table.signs = {friends(0, 1), friends(0, 2)};
  CHECK(table.picked(9) == Places{0, 1, 2});
  table.signs.push_back(friends(1, 2));
  CHECK(table.picked(9) == Places{0, 1});
  table.shown_before(Rule::promised, 3);
  table.signs = {friends(0, 1), friends(0, 3), friends(1, 3)};
  CHECK(table.picked(9) == Places{0, 2});
}

TEST_CASE("Slots: any two friends in the list who know each other keep a third out") {
  for (const auto& [one, other] : {std::pair{0, 1}, {0, 2}, {1, 2}}) {
    Table table;
    for (int i = 0; i < 4; ++i) table.add(Rule::promised);
    table.signs = {friends(3, 0), friends(3, 1), friends(3, 2)};
    CHECK(table.picked(9).size() == 4);
    table.signs.push_back(friends(static_cast<std::size_t>(one), static_cast<std::size_t>(other)));
    CHECK(table.picked(9) == Places{0, 1, 2});
  }
}

TEST_CASE("Slots: nobody is the second of an introduction in a week that has them already") {
  Table table;
  table.add(Rule::promised);
  table.add(Rule::introduce);
  table.offer_of(1).other = 0;
  // The introduction is the give of the week: it comes first, and the promise finds its person taken.
  CHECK(table.picked(9) == Places{1});
  table.add(Rule::thank);
  table.candidates[1].value = 0.5;
  std::swap(table.candidates[1], table.candidates[2]);
  CHECK(table.picked(9) == Places{0, 1});
}

TEST_CASE("Slots: who was listed this week is in no new idea, but in a step that waits") {
  Table table;
  table.add(Rule::introduce);
  table.shown_before(Rule::promised, 3);
  table.offer_of(0).other = 1;
  CHECK(table.picked(9).empty());
  table.offer_of(0).dated = true;
  CHECK(table.picked(9) == Places{0});
}

TEST_CASE("Slots: the second of this week's introduction is in the list, too") {
  for (const auto& [days, open, is_free] : {std::tuple{monday_ago, false, false},
                                            {monday_ago + 1, false, true},
                                            {monday_ago + 30, true, false}}) {
    Table table;
    table.add(Rule::introduce);
    table.add(Rule::promised);
    table.offer_of(0).other = 1;
    const Uid id = id_of(Rule::introduce, table.people[0].uid, table.offer_of(0).period);
    table.people[0].showings = {{id, Rule::introduce, ago(days), {}, {}, open, {}}};
    CHECK(table.picked(9) == (is_free ? Places{1} : Places{}));
    table.people[0].showings[0].follow_up = Uid("another");
    CHECK(table.picked(9) == Places{1});
  }
}

TEST_CASE("Slots: a neglected group gets the place of courage, by a reminder") {
  Table table;
  for (int i = 0; i < 3; ++i) table.add(Rule::promised);
  table.add(Rule::revive);
  table.add(Rule::thank).is_neglected = true;  // no reminder
  table.add(Rule::keep_in_touch).is_neglected = true;
  CHECK(table.picked(3) == Places{0, 4, 5});  // 4 is the give
  CHECK(table.picked(9) == Places{0, 1, 2, 4, 5});
  table.candidates[5].is_neglected = false;
  CHECK(table.picked(3) == Places{0, 1, 4});
  CHECK(table.picked(9) == Places{0, 1, 2, 3, 4, 5});
  table.candidates[5].is_neglected = true;
  table.shown_before(Rule::ask, 3);
  CHECK(table.picked(4) == Places{0, 1, 4});
}

TEST_CASE("Slots: who waits for twenty-eight days comes before those who are worth more") {
  const auto third = [](int waiting, const std::vector<Showing>& showings) {
    Table table;
    for (int i = 0; i < 3; ++i) table.add(Rule::keep_in_touch);
    table.overdue(waiting);
    table.people.back().showings = showings;
    return table.picked(5).back();
  };
  CHECK(third(27, {}) == 2);
  CHECK(third(28, {}) == 3);
  CHECK(third(90, {{Uid("x"), Rule::deepen, ago(30), {}, {}, false, {}}}) == 3);
  // Put off three weeks ago: no rest, but not in line either.
  CHECK(third(90, {{Uid("x"), Rule::deepen, ago(21), {}, Action::later, false, {}}}) == 2);
}

TEST_CASE("Slots: of those who wait the longest, of equal ones the more valuable") {
  Table table;
  for (int i = 0; i < 3; ++i) table.add(Rule::keep_in_touch);
  table.overdue(40);
  table.overdue(60);
  table.overdue(60);
  table.overdue(50);
  CHECK(table.picked(5) == Places{0, 1, 4});
  table.candidates[4].is_overdue = false;
  CHECK(table.picked(5) == Places{0, 1, 5});
}

TEST_CASE("Slots: two of those who wait where more than eight wait, while more than one place is left") {
  Table table;
  for (int i = 0; i < 3; ++i) table.add(Rule::keep_in_touch);
  for (int i = 0; i < 8; ++i) table.overdue(30);
  CHECK(table.picked(5) == Places{0, 1, 3});
  table.overdue(27);  // not in line
  CHECK(table.picked(5) == Places{0, 1, 3});
  table.overdue(28);
  CHECK(table.picked(5) == Places{0, 3, 4});
  CHECK(table.picked(3) == Places{0, 3, 4});
  CHECK(table.picked(2) == Places{0, 3});
  CHECK(table.picked(1) == Places{0});
  table.shown_before(Rule::keep_in_touch, 3);
  table.shown_before(Rule::keep_in_touch, 3);
  CHECK(table.picked(9) == Places{3});
}

TEST_CASE("Slots: a thanks to the same person comes before the reminder, where it may be shown") {
  Table table;
  table.add(Rule::keep_in_touch);
  table.add(Rule::promised);
  table.more(Rule::keep_in_touch, 60).is_overdue = true;
  table.overdue(40);
  CHECK(table.picked(9) == Places{0, 1, 3});
  // A follow-up that was answered does not return; then the reminder may.
  const Uid id = id_of(Rule::promised, table.people[1].uid, table.offer_of(1).period);
  table.people[1].showings = {{id, Rule::promised, ago(50), {}, Action::done, false, {}}};
  CHECK(table.picked(2) == Places{0, 2});
}

TEST_CASE("Slots: equal values are in the order of circle, roles, last contact, UID") {
  Table table;
  for (int i = 0; i < 6; ++i) table.add(Rule::promised);
  for (Candidate& one : table.candidates) one.value = 0.5;
  table.candidates[0].layer = 0;  // in no circle
  table.candidates[1].layer = 150;
  for (std::size_t i : {2, 3, 4, 5}) table.candidates[i].layer = 15;
  table.people[4].roles = {Role::ally};
  table.people[3].roles = {Role::ally, Role::mentor};
  table.candidates[2].last_day = ago(9);
  table.candidates[5].last_day = ago(8);
  const auto order = [&] {
    std::vector<Candidate> sorted = table.candidates;
    sort_candidates(sorted, Contacts{table.people});
    Places places;
    for (const Candidate& one : sorted) places.push_back(one.who);
    return places;
  };
  CHECK(order() == Places{3, 4, 5, 2, 1, 0});
  table.candidates[2].last_day = ago(8);
  CHECK(order() == Places{3, 4, 2, 5, 1, 0});
  table.candidates[0].value = 0.51;
  CHECK(order() == Places{0, 3, 4, 2, 5, 1});
}
