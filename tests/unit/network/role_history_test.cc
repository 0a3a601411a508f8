// Roles in time, goals, leanings, newcomers and readers: the edges; examples are in tests/unit/features.
#include "core/network/role_history.h"

#include <catch2/catch.hpp>

#include "core/network/goal.h"
#include "core/network/leaning.h"
#include "core/network/readiness.h"
#include "core/network/trend.h"
#include "core/network/words_match.h"
#include "tests/unit/relations/favours.h"

using namespace goodturn;
using namespace goodturn::network;
using relations::ago;
using relations::today;

namespace {

const auto alive = [](const Uid&) { return relations::Liveliness::alive; };

RoleTerm term(int since, std::optional<int> until, const char* role = "ally") {
  return {Uid("ada"), role, ago(since), until ? std::optional(ago(*until)) : std::nullopt};
}

Indulgence echo() { return {0.7, 0, 30, EchoWord::echo}; }

}  // namespace

TEST_CASE("A term holds from its first day to the day before its last") {
  const std::vector terms = {term(10, 5)};
  CHECK(holders_on(terms, ago(11), alive).empty());
  CHECK(holders_on(terms, ago(10), alive).size() == 1);
  CHECK(holders_on(terms, ago(6), alive).size() == 1);
  CHECK(holders_on(terms, ago(5), alive).empty());
}

TEST_CASE("A role is closed until it is opened again") {
  CHECK(was_closed(std::vector{term(10, 5)}, Uid("ada"), "ally", today));
  CHECK_FALSE(was_closed(std::vector{term(10, 5)}, Uid("ada"), "ally", ago(6)));
  CHECK_FALSE(was_closed(std::vector{term(10, 5), term(2, {})}, Uid("ada"), "ally", today));
  CHECK_FALSE(was_closed(std::vector{term(10, 5)}, Uid("ada"), "mentor", today));
  CHECK_FALSE(was_closed(std::vector{term(10, 5)}, Uid("bob"), "ally", today));
  CHECK_FALSE(was_closed({}, Uid("ada"), "ally", today));
}

TEST_CASE("Leanings can come together, and silence about cliques accuses nobody") {
  const relations::TakingAndGiving taking{8, 1, 1}, giving{1, 0, 5};
  CHECK(leaning(echo(), taking) == Leaning::both);
  CHECK(leaning(std::nullopt, taking) == Leaning::coyote);
  CHECK(leaning(std::nullopt, giving) == Leaning::balanced);
}

TEST_CASE("A goal without anything is 0 of 5") {
  CHECK(completeness({}) == relations::Share{0, 5});
  Goal goal;
  goal.targets = {Uid("ada")};
  goal.deadline = today;
  CHECK(completeness(goal) == relations::Share{2, 5});
}

TEST_CASE("Without figures there is nothing to build for") {
  CHECK(advice_for(std::nullopt, false) == ReadinessAdvice::none);
  CHECK(advice_for(readiness({0.5, {}, {}, {}}), false) == ReadinessAdvice::none);
  CHECK(advice_for(readiness({0.49, {}, {}, {}}), false) == ReadinessAdvice::build_now);
}

TEST_CASE("Newcomers are touched twice within the time") {
  const std::vector<ActivityHistory> all = {{Uid("twice"), {ago(90), ago(1)}},
                                            {Uid("before"), {ago(91), ago(1)}},
                                            {Uid("late"), {ago(50), ago(0)}},
                                            {Uid("never"), {}}};
  CHECK(newcomers(all, ago(90), ago(1)) == std::vector{Uid("twice")});
}

TEST_CASE("Readers of an article are those who share a topic") {
  const std::vector<std::vector<std::string>> interests = {{"chess"}, {"a", "b", "c"}, {}, {"a"}};
  CHECK(by_interest(std::vector<std::string>{"A"}, interests) == std::vector<std::size_t>{3, 1});
  const std::vector<std::vector<std::string>> alike(3, {"a"});
  CHECK(by_interest(std::vector<std::string>{"a"}, alike) == std::vector<std::size_t>{0, 1, 2});
  CHECK(by_interest({}, interests).empty());
}
