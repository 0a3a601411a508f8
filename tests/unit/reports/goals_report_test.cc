// The report "goals" (features.md rows 13, 14, 67–71, 73; metrics.md 2.16).
#include "helper/reports/goals_report.h"

#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

using Names = std::vector<std::string>;

GoalsReport report_of(SmallWorld& world) {
  return goals_report(*world.snapshot(), world.now(), Language::en);
}

calendar::Goal goal(const std::vector<std::string>& targets = {}) {
  calendar::Goal made;
  made.uid = Uid("goal");
  made.titles = {"head of design"};
  made.industries = {"shipping"};
  made.companies = {"Example Ltd"};
  for (const std::string& uid : targets) made.targets.emplace_back(uid);
  return made;
}

calendar::Profile rated(int experience, int influence, int willing) {
  calendar::Profile profile;
  profile.ratings.experience = experience;
  profile.ratings.influence = influence;
  profile.ratings.willing = willing;
  return profile;
}

}  // namespace

TEST_CASE("without a goal the report says so and still shows the people") {
  SmallWorld world;
  world.living("ada");
  const GoalsReport report = report_of(world);
  CHECK(report.goals_missing.text == "Not enough yet: a goal.");
  CHECK_FALSE(report.told.value);
  CHECK_FALSE(report.decision_reach.value);
  CHECK_FALSE(report.ladder.boss_missing.value);
  CHECK(report.asks.open == 0);
}

TEST_CASE("features_070_three_of_five_fields") {
  SmallWorld world;
  world.journal(goal());
  const GoalView view = report_of(world).goals.at(0);
  CHECK(view.completeness.text == "60 % filled in.");
  CHECK(view.completeness.evidence == "3 of 5 fields, open: targets, deadline");
  CHECK(view.missing == Names{"targets", "deadline"});
}

TEST_CASE("features_071_who_can_introduce_the_strongest_first") {
  SmallWorld world;
  world.person("target");
  world.living("ada");
  world.living("bob");
  for (int day = 1; day < 10; ++day) world.touch("bob", day);
  world.person("quiet");
  for (const int days : {900, 890, 880}) world.touch("quiet", days);
  for (const char* uid : {"ada", "bob", "quiet"}) world.pair(uid, "target");
  world.journal(goal({"target", "nobody"}));
  const GoalView view = report_of(world).goals.at(0);
  REQUIRE(view.targets.size() == 2);
  CHECK(view.targets[0].way.steps == 2);
  CHECK(names_of(view.targets[0].way.via) == Names{"Bob", "Ada"});
  CHECK(view.targets[0].text == "Target: through Bob and Ada, 2 steps; willing? unknown");
  CHECK_FALSE(view.targets[1].way.steps);
  CHECK(view.targets[1].way.text == "no warm path is known");
}

TEST_CASE("features_014_an_unrated_target_is_never_on_top") {
  SmallWorld world;
  world.living("ada");
  world.living("bob");
  world.profile(rated(2, 2, 0), "ada");
  world.profile(rated(1, 1, 1), "bob");
  world.journal(goal({"ada", "bob"}));
  const GoalView view = report_of(world).goals.at(0);
  CHECK(view.targets.at(0).text == "Bob: you are in touch");
  CHECK(view.targets.at(1).text == "Ada: you are in touch; willing? unknown");
}

TEST_CASE("features_067_the_boss_is_never_listed_as_a_target") {
  SmallWorld world;
  world.living("boss");
  world.living("ada");
  calendar::OwnProfile own;
  own.boss = Uid("boss");
  world.own(own);
  world.journal(goal({"boss", "ada"}));
  const GoalView view = report_of(world).goals.at(0);
  REQUIRE(view.targets.size() == 1);
  CHECK(view.targets[0].who.name == "Ada");
}

TEST_CASE("features_069_people_with_power_and_the_steps_to_them") {
  SmallWorld world;
  world.living("ada");
  world.person("hirer");
  world.person("stranger", "", {"decision-maker"});
  calendar::Profile power;
  power.powers = {Power::can_hire};
  world.profile(power, "hirer");
  world.profile(power, "ada");
  world.pair("ada", "hirer");
  const GoalsReport report = report_of(world);
  CHECK(report.decision_reach.value.value() == Approx(1.0 / 3));
  REQUIRE(report.decision_makers.size() == 3);
  CHECK(report.decision_makers[0].way.steps == 1);
  CHECK(report.decision_makers[1].way.steps == 2);
  CHECK_FALSE(report.decision_makers[2].way.steps);
  CHECK(report.decision_reach.text == "Of 3 people who can hire, connect or decide, 1 is a living tie.");
}

TEST_CASE("features_013_who_was_told_leaves_the_list") {
  SmallWorld world;
  world.living("ada");
  world.living("bob");
  world.journal(goal());
  CHECK(names_of(report_of(world).not_told) == Names{"Ada", "Bob"});
  calendar::Profile told;
  told.knows_goal = true;
  world.profile(told, "ada");
  CHECK(names_of(report_of(world).not_told) == Names{"Bob"});
  CHECK(report_of(world).told.text == "1 of 2 of your close contacts knows your goal.");
}

TEST_CASE("the board counts asks and shows the open ones, oldest first") {
  SmallWorld world;
  world.living("ada");
  world.ask("ada", 3, AskState::open);
  world.ask("ada", 10, AskState::open);
  world.ask("ada", 60, AskState::open);  // more than 30 days: no answer
  world.ask("ada", 5, AskState::yes);
  world.ask("ada", 5, AskState::withdrawn);
  const GoalsReport report = report_of(world);
  CHECK(report.asks.open == 2);
  CHECK(report.asks.no_answer == 1);
  CHECK(report.asks.yes == 1);
  CHECK(report.asks.withdrawn == 1);
  REQUIRE(report.open_asks.size() == 2);
  CHECK(report.open_asks[0].day == SmallWorld::ago(10));
}

TEST_CASE("features_073_the_week_splits_into_three_that_add_up") {
  SmallWorld world;
  world.person("ada");
  for (int i = 0; i < 5; ++i) world.touch("ada", 3);
  world.touch("ada", 2, Channel::post);
  world.touch("ada", 1);
  world.ask("ada", 1, AskState::open);
  world.touch("ada", 7);  // last week
  world.journal(goal());
  const GoalsReport report = report_of(world);
  CHECK(report.prongs == std::array<int, 3>{72, 14, 14});
  CHECK(line_of(report.prongs_text) == "Social 72 %, branding 14 %, leads 14 %. (7 touches this week)");
  CHECK(report.goals.at(0).touches.done == 7);
  CHECK(report.goals.at(0).touches.planned == 5);
  CHECK(report.goals.at(0).asks.done == 1);
}
