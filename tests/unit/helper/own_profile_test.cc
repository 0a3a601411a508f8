// The user's own profile, and the profile of a person, field by field.
#include "helper/people/profile.h"

#include "helper/week/week.h"
#include "tests/unit/helper/circle.h"

using namespace goodturn;
using namespace goodturn::helper;

TEST_CASE("the weekly budget lives in the own profile; earlier homes keep theirs") {
  TestWorld test;
  meet_circle(test);
  CHECK(*weekly_budget(test.world()) == default_budget);
  REQUIRE(test.world().store.set_setting(budget_key, "3"));
  CHECK(*weekly_budget(test.world()) == 3);
  REQUIRE(set_weekly_budget(test.world(), 7));
  CHECK(*weekly_budget(test.world()) == 7);
  CHECK(own_profile(test.world())->weekly_energy == 7);
  const auto items = shelf(test);
  REQUIRE(items.size() == 1);
  CHECK(holds(items.begin()->second, "X-GOODTURN-WEEKLY-ENERGY:7"));
}

TEST_CASE("every field of the own profile is set, read and taken back") {
  TestWorld test;
  meet_circle(test);
  const Json fields = {{"offers", {"Rust", "hiring"}},
                       {"interests", {"sailing"}},
                       {"organisation", "Example Ltd"},
                       {"unit", "R&D"},
                       {"function", "research"},
                       {"domains", {"example.org"}},
                       {"boss", "ada"},
                       {"seniority", 2},
                       {"weekly_energy", 4},
                       {"wanted_roles", {{"mentor", 2}}},
                       {"quiet_hours", {{"from", "21:00"}, {"until", "07:30"}}},
                       {"workdays", {"mo", "we"}},
                       {"crisis", "2026-11-01"},
                       {"purist", true},
                       {"asked_for_purpose", true},
                       {"learning_since", "2026-10-01"},
                       {"without_learning", true},
                       {"without_meeting_tasks", true},
                       {"without_balance", true}};
  const auto undo = edit_own_profile(test.world(), test.undo(), fields);
  REQUIRE(undo);
  CHECK(json_of(*own_profile(test.world())) == fields);
  REQUIRE(test.undo().apply(test.world(), *undo));
  CHECK(shelf(test).empty());
  const auto refuses = [&](const Json& edit) { return !edit_own_profile(test.world(), test.undo(), edit); };
  CHECK(refuses({{"boss", "nobody"}}));
  CHECK(refuses({{"quiet_hours", {{"from", "25:00"}, {"until", "07:30"}}}}));
  CHECK(refuses({{"workdays", {"monday"}}}));
  CHECK(refuses({{"wanted_roles", {{"mentor", 99}}}}));
  CHECK(refuses({{"self_checks", Json::array()}}));
  CHECK(refuses({{"boos", "ada"}}));
  CHECK(shelf(test).empty());
}

TEST_CASE("Quiet hours can be turned off, and back to what they were") {
  TestWorld test;
  CHECK(json_of(*own_profile(test.world())).at("quiet_hours") == Json{{"from", "20:00"}, {"until", "08:00"}});
  const auto undo = edit_own_profile(test.world(), test.undo(), {{"quiet_hours", nullptr}});
  REQUIRE(undo);
  CHECK_FALSE(json_of(*own_profile(test.world())).contains("quiet_hours"));
  REQUIRE(test.undo().apply(test.world(), *undo));
  CHECK(json_of(*own_profile(test.world())).contains("quiet_hours"));
  CHECK(edit_own_profile(test.world(), test.undo(), {{"workdays", Json::array()}}));
  CHECK(json_of(*own_profile(test.world())).at("workdays").empty());
}

TEST_CASE("self-checks of one day replace each other") {
  TestWorld test;
  meet_circle(test);
  CHECK_FALSE(add_self_check(test.world(), test.undo(), 0, 3, 3));
  REQUIRE(add_self_check(test.world(), test.undo(), 1, 2, 3));
  REQUIRE(add_self_check(test.world(), test.undo(), 4, 3, 5));
  const auto checks = own_profile(test.world())->checks;
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].belong == 4);
  CHECK(checks[0].connection == 5);
}

TEST_CASE("every field of a profile is set, read, emptied and taken back") {
  TestWorld test;
  meet_circle(test);
  const Json fields = {{"do_not_suggest", true},
                       {"snoozed_until", "2026-12-01"},
                       {"cadence_days", 42},
                       {"layer", 15},
                       {"until_they_write", "2026-11-10"},
                       {"revived", "2026-11-01"},
                       {"deceased", true},
                       {"tie", "external-peer"},
                       {"friend", true},
                       {"trusted", true},
                       {"offered_help", true},
                       {"knows_goal", true},
                       {"grief", "2026-10-01"},
                       {"started_job", "2026-09-01"},
                       {"moved", "2026-08-01"},
                       {"seniority", 3},
                       {"superior", "ada"},
                       {"powers", {"can-hire", "influences"}},
                       {"function", "research"},
                       {"region", "Oslo"},
                       {"met_at", "FooConf"},
                       {"introduced_by", "adam"},
                       {"groups", {{"field", "hardware"}}},
                       {"offers", {"Rust"}},
                       {"needs", {"a desk, quiet"}},
                       {"interests", {"sailing"}},
                       {"experience", 2},
                       {"influence", 1},
                       {"willing", 1},
                       {"fun", 1},
                       {"status", 2},
                       {"access", 1},
                       {"text", "line one\nline two"}};
  CHECK(fields.size() + 1 == profile_shapes().size());  // days on which a reminder was put off are only shown
  const auto undo = edit_profile(test.world(), test.undo(), Uid("bob"), fields);
  REQUIRE(undo);
  const auto profile = [&] { return json_of(snapshot_of(test)->by_uid(Uid("bob"))->profile); };
  CHECK(profile() == fields);
  Json emptied = Json::object();
  for (const auto& [name, value] : fields.items()) emptied[name] = nullptr;
  REQUIRE(edit_profile(test.world(), test.undo(), Uid("bob"), emptied));
  CHECK(profile() == Json::object());
  REQUIRE(edit_profile(test.world(), test.undo(), Uid("bob"), {{"layer", 0}}));
  CHECK(profile() == Json{{"layer", 0}});
  REQUIRE(edit_profile(test.world(), test.undo(), Uid("bob"), {{"revive", true}}));
  CHECK(profile() == Json{{"layer", 0}, {"revived", "2026-11-18"}});
  const auto refuses = [&](const Json& edit) {
    return !edit_profile(test.world(), test.undo(), Uid("bob"), edit);
  };
  CHECK(refuses({{"layer", 7}}));
  CHECK(refuses({{"superior", "bob"}}));
  CHECK(refuses({{"powers", {"can-fly"}}}));
  CHECK(refuses({{"groups", {{"field", "a=b"}}}}));
  CHECK(refuses({{"experience", 3}}));
  CHECK(edit_profile(test.world(), test.undo(), Uid("nobody"), {{"layer", 5}}).error().kind ==
        ErrorKind::not_found);
}
