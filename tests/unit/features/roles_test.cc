// Rows 1–18: roles and kinds of relation.
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "core/network/coverage.h"
#include "core/network/follow_through.h"
#include "core/network/leaning.h"
#include "core/network/reach.h"
#include "core/network/role_gap.h"
#include "core/network/role_history.h"
#include "core/relations/ask.h"
#include "core/relations/hints.h"
#include "core/relations/recipients.h"
#include "tests/unit/relations/favours.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::network;
using namespace goodturn::relations;

namespace {

const auto alive = [](const Uid&) { return Liveliness::alive; };

std::vector<RoleHolder> five_people() {
  std::vector<RoleHolder> holders;
  for (const RoleNeed& need : default_needs())
    holders.push_back({Uid("for-" + need.role), need.role, Liveliness::alive});
  return holders;
}

}  // namespace

TEST_CASE("features_001_role_map") {
  std::vector<RoleHolder> holders = five_people();
  const Coverage five = coverage(default_needs(), holders).value();
  CHECK(five.filled == Share{5, 6});
  std::erase_if(holders, [](const RoleHolder& holder) { return holder.role == "sponsor"; });
  const Coverage four = coverage(default_needs(), holders).value();
  CHECK(four.slots[1].role == "sponsor");
  CHECK(four.slots[1].have == 0);
  CHECK(*five.filled.value() - *four.filled.value() == Approx(1.0 / 6).margin(1e-12));
}

TEST_CASE("features_002_glossary") {
  std::set<std::string_view> glosses;
  for (const Role role : all_roles) {
    CHECK(gloss_of(role).size() > 10);
    glosses.insert(gloss_of(role));
  }
  CHECK(glosses.size() == all_roles.size());
  // What the tooltips of the pages say is the glossary, word by word.
  std::stringstream page;
  page << std::ifstream("plugin/src/words/en/role.json").rdbuf();
  for (const Role role : all_roles) {
    std::string key(to_string(role));
    std::replace(key.begin(), key.end(), '-', '_');
    const std::string entry = "\"gloss_" + key + "\": \"" + std::string(gloss_of(role)) + "\"";
    INFO(entry);
    CHECK(page.str().find(entry) != std::string::npos);
  }
  for (const char* word : {"sponsor", "mentor", "ally", "sounding-board", "challenger"})
    CHECK(parse_role(word).has_value());
}

TEST_CASE("features_003_friends_among_mentors") {
  CHECK(mentors_are_friends({2, 2}));
  CHECK_FALSE(mentors_are_friends({1, 2}));
  CHECK_FALSE(mentors_are_friends({0, 0}));
}

TEST_CASE("features_005_days_since_hard_feedback") {
  CHECK(hard_feedback_is_due(std::vector{received(1, 180, GiveKind::feedback)}, 1, relations::today));
  CHECK_FALSE(hard_feedback_is_due(std::vector{received(1, 100, GiveKind::feedback)}, 1, relations::today));
  CHECK_FALSE(hard_feedback_is_due(std::vector{received(1, 180, GiveKind::feedback)}, 0, relations::today));
}

TEST_CASE("features_007_closed_alliance") {
  std::vector<RoleTerm> terms = {{Uid("ada"), "ally", relations::ago(400), relations::ago(10)}};
  CHECK(coverage(default_needs(), holders_on(terms, relations::today, alive))->filled == Share{0, 6});
  CHECK(coverage(default_needs(), holders_on(terms, relations::ago(11), alive))->filled == Share{1, 6});
  CHECK(history_of(terms, Uid("ada")).size() == 1);
  const auto suggested = [&] {
    RoleProspect ada{Uid("ada"), {}, {}, Liveliness::alive, 15, 3, 0.9, 2, 2, 2};
    if (was_closed(terms, ada.person, "ally", relations::today)) ada.closed_roles = {"ally"};
    return candidates_for("ally", std::vector{ada}, 2).size();
  };
  CHECK(suggested() == 0);
  terms.push_back({Uid("ada"), "ally", relations::ago(1), std::nullopt});
  CHECK(holders_on(terms, relations::today, alive).size() == 1);
  CHECK(was_closed(terms, Uid("ada"), "ally", relations::today) == false);
  CHECK(suggested() == 1);
}

TEST_CASE("features_008_you_may_ask") {
  const std::vector<LedgerEntry> four(4, gave(1, 20));
  CHECK(may_ask_more(four, {}, relations::today));
  CHECK_FALSE(may_ask_more(four, std::vector{ask(AskState::open, 5)}, relations::today));
}

TEST_CASE("features_009_own_yes_rate") {
  std::vector<Ask> asks(3, ask(AskState::yes, 40));
  asks.insert(asks.end(), 2, ask(AskState::no, 40));
  const Answers answers = answers_of(asks, relations::today);
  CHECK(std::lround(100 * *answers.said_yes.value()) == 60);
  CHECK(std::lround(100 * answers.interval->low) == 23);
  CHECK(std::lround(100 * answers.interval->high) == 88);
}

TEST_CASE("features_010_opportunities_of_a_sponsor") {
  const std::vector entries = {received(2, 30, GiveKind::opportunity), received(2, 30, GiveKind::advice)};
  CHECK(received_from(entries, Uid("ada"), GiveKind::opportunity, relations::today) == 1);
  CHECK(received_from(entries, Uid("other-sponsor"), GiveKind::opportunity, relations::today) == 0);
}

TEST_CASE("features_011_contacts_above") {
  const std::vector<std::optional<int>> levels = {1, 2, 2, 4};
  CHECK(upward_reach(levels, 2).above == Share{1, 4});
}

TEST_CASE("features_012_custom_role") {
  std::vector<RoleNeed> needs = default_needs();
  needs.push_back({"guide", 1});
  needs.push_back({"tax adviser", 1});
  std::vector<RoleHolder> holders = five_people();
  holders.push_back({Uid("gil"), "tax adviser", Liveliness::alive});
  CHECK(coverage(needs, holders)->filled == Share{6, 8});
}

TEST_CASE("features_014_target_ratings") {
  RoleProspect unrated{Uid("ada"), {}, {}, Liveliness::alive, 15, 4, 0.9, 2, 2, 0};
  RoleProspect rated{Uid("bob"), {}, {}, Liveliness::alive, 15, 4, 0.1, 1, 1, 1};
  CHECK(target_rating(unrated) == 0);
  CHECK(target_rating(rated) == 1);
  const auto candidates = candidates_for("mentor", std::vector{unrated, rated}, 2);
  REQUIRE(candidates.size() == 1);
  CHECK(candidates[0].person == Uid("bob"));
}

TEST_CASE("features_015_hedgehog_and_coyote") {
  const Indulgence much{0.61, 0, 30, EchoWord::echo}, less{0.6, 0, 30, EchoWord::hint};
  const TakingAndGiving taking{8, 0, 3}, balanced{7, 0, 3};
  CHECK(leaning(much, balanced) == Leaning::hedgehog);
  CHECK(leaning(less, taking) == Leaning::coyote);
  CHECK(leaning(less, balanced) == Leaning::balanced);
}

TEST_CASE("features_016_birthday_within_a_week") {
  suggest::Contact ada = suggest::person("Ada", {200, 100, 50});
  for (const unsigned day : {22U, 29U}) {
    ada.birthday = people::PartialDate{std::nullopt, 11, day};
    CHECK(suggest::of_rule({ada}, Rule::celebrate).size() == 1);
  }
  ada.birthday = people::PartialDate{std::nullopt, 11, 30};
  CHECK(suggest::of_rule({ada}, Rule::celebrate).empty());
}
