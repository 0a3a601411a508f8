// The report "roles" (metrics.md 2.10; features.md rows 1–7, 10, 12).
#include "helper/reports/roles_report.h"

#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

using Names = std::vector<std::string>;

RolesReport report_of(SmallWorld& world, Friends friends = Friends::left_out) {
  return roles_report(*world.snapshot(), world.now(), Language::en, friends);
}

const Seat& seat(const RolesReport& report, const std::string& role) {
  for (const Seat& one : report.seats)
    if (one.role == role) return one;
  FAIL("no seat " << role);
  return report.seats.front();
}

void friendly(SmallWorld& world, const std::string& uid, int willing = 0) {
  calendar::Profile profile;
  profile.is_friend = true;
  profile.ratings.willing = willing;
  profile.layer = 15;
  world.profile(profile, uid);
}

}  // namespace

TEST_CASE("features_001_role_map_of_cards_and_terms") {
  SmallWorld world;
  world.living("ada", "", {"mentor"});
  world.living("bob", "", {"sponsor"});
  world.living("cem", "", {"ally"});
  world.living("dan", "", {"sounding-board"});
  world.living("eva");
  world.term("eva", "challenger", 300);
  const RolesReport five = report_of(world);
  CHECK(five.filled.value.value() == Approx(5.0 / 6));
  CHECK(five.filled.text == "5 of 6 places are filled.");
  CHECK(five.roles_met.value.value() == Approx(4.0 / 5));
  CHECK(seat(five, "challenger").holders[0].since == SmallWorld::ago(300));
  CHECK(seat(five, "mentor").text == "mentor: only Ada");
  CHECK(seat(five, "mentor").gloss == "gives advice and shares experience");

  SmallWorld four;
  four.living("ada", "", {"mentor"});
  const RolesReport one = report_of(four);
  CHECK(seat(one, "sponsor").text == "sponsor: empty");
  CHECK(one.filled.value.value() == Approx(1.0 / 6));
  CHECK(one.carrier.name == "Ada");
}

TEST_CASE("silent holders count less, and the seat says since when") {
  SmallWorld world;
  world.living("ada", "", {"mentor"});
  world.person("bob", "", {"sponsor"});
  for (const int days : {700, 650, 600}) world.touch("bob", days);
  world.person("cem", "", {"ally"});
  const RolesReport report = report_of(world);
  CHECK(report.active.value.value() == Approx(1.0 / 6));
  CHECK(seat(report, "sponsor").text == "sponsor: only Bob, silent, last in touch 20 months ago");
  CHECK(seat(report, "ally").text == "ally: only Cem, not yet in touch");
}

TEST_CASE("features_007_closing_an_alliance_ends_the_tag_as_well") {
  SmallWorld world;
  world.living("ada", "", {"ally"});
  world.term("ada", "ally", 400, 10);
  calendar::Profile willing;
  willing.ratings.willing = 2;
  willing.layer = 15;
  world.profile(willing, "ada");
  const RolesReport closed = report_of(world);
  CHECK(seat(closed, "ally").holders.empty());
  CHECK(seat(closed, "ally").candidates.empty());
  REQUIRE(closed.closed.size() == 1);
  CHECK(closed.closed[0].until == SmallWorld::ago(10));
  CHECK(seat(closed, "mentor").candidates.size() == 1);

  world.term("ada", "ally", 1);
  CHECK(seat(report_of(world), "ally").holders.size() == 1);
}

TEST_CASE("an empty seat names people with two reasons, but no sponsor from below") {
  SmallWorld world;
  world.living("ada");
  calendar::Profile ada;
  ada.ratings.willing = 2;
  ada.layer = 15;
  ada.seniority = 4;
  world.profile(ada, "ada");
  world.living("bob");
  calendar::Profile bob = ada;
  bob.seniority = 1;
  world.profile(bob, "bob");
  calendar::OwnProfile own;
  own.seniority = 2;
  world.own(own);
  const RolesReport report = report_of(world);
  REQUIRE(seat(report, "sponsor").candidates.size() == 1);
  const Candidate& candidate = seat(report, "sponsor").candidates[0];
  CHECK(candidate.who.name == "Ada");
  CHECK(candidate.reasons[1] == "2 levels above you");
  CHECK(seat(report, "mentor").candidates.size() == 2);
}

TEST_CASE("features_004_friends_without_a_role_are_left_out_unless_asked_for") {
  SmallWorld world;
  world.living("ada", "", {"mentor"});
  friendly(world, "ada");
  world.living("bob");
  friendly(world, "bob", 2);
  const RolesReport usual = report_of(world);
  CHECK(usual.friends_only.empty());
  CHECK(seat(usual, "ally").candidates.empty());
  CHECK(seat(usual, "mentor").holders.size() == 1);  // a friend with a role belongs into the map
  const RolesReport asked = report_of(world, Friends::included);
  CHECK(names_of(asked.friends_only) == Names{"Bob"});
  CHECK(seat(asked, "ally").candidates.size() == 1);
}

TEST_CASE("features_003_both_mentors_are_friends") {
  SmallWorld world;
  for (const char* uid : {"ada", "bob"}) {
    world.living(uid, "", {"mentor"});
    friendly(world, uid);
  }
  const RolesReport both = report_of(world);
  CHECK(both.mentors_are_friends);
  CHECK(both.friends_among_mentors.text == "Both mentors are friends: who gives you hard feedback?");
  CHECK(mentor_figure({1, 2}, Language::en).text == "1 of 2 mentors is a friend.");
  CHECK(mentor_figure({1, 2}, Language::en).evidence == "2 mentors");
  CHECK_FALSE(mentor_figure({0, 0}, Language::en).value);
}

TEST_CASE("features_005_hard_feedback_due_with_a_mentor") {
  SmallWorld world;
  world.living("ada", "", {"mentor"});
  CHECK(report_of(world).hard_feedback_is_due);
  CHECK_FALSE(report_of(world).hard_feedback.value);
  world.received("ada", 200, GiveKind::feedback);
  CHECK(report_of(world).hard_feedback.value == 200.0);
  CHECK(report_of(world).hard_feedback.evidence == "noted on " + to_iso(SmallWorld::ago(200)));
  CHECK(report_of(world).hard_feedback_is_due);
  world.received("ada", 20, GiveKind::feedback);
  CHECK_FALSE(report_of(world).hard_feedback_is_due);
}

TEST_CASE("features_010_opportunities_stand_beside_the_sponsor") {
  SmallWorld world;
  world.living("bob", "", {"sponsor"});
  world.received("bob", 30, GiveKind::opportunity);
  world.received("bob", 30, GiveKind::advice);
  CHECK(seat(report_of(world), "sponsor").holders[0].opportunities == 1);
}

TEST_CASE("features_012_roles_of_the_users_own_in_the_map") {
  SmallWorld world;
  world.living("gil", "", {"Tax adviser"});
  calendar::OwnProfile own;
  own.wanted_roles = {{"tax adviser", 1}, {"guide", 1}};
  world.own(own);
  const RolesReport report = report_of(world);
  CHECK(report.filled.text == "1 of 2 places is filled.");
  CHECK(seat(report, "tax adviser").holders.size() == 1);
  CHECK(seat(report, "tax adviser").gloss.empty());
}

TEST_CASE("no wanted role is no number") {
  RolesReport report;
  add_coverage(report, std::nullopt, Language::en);
  CHECK_FALSE(report.filled.value);
  CHECK(report.concentration.text == "Not enough yet: no role that you want filled.");
}
