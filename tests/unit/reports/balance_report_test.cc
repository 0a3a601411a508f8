// The report "balance" (metrics.md 2.9, 2.19).
#include "helper/reports/balance_report.h"

#include "tests/unit/reports/small_world.h"

using namespace goodturn;
using namespace goodturn::helper;

namespace {

using Names = std::vector<std::string>;

BalanceReport report_of(SmallWorld& world) {
  return balance_report(*world.snapshot(), world.now(), Language::en);
}

const BalanceRow& row(const BalanceReport& report, const std::string& name) {
  for (const BalanceRow& one : report.people)
    if (one.who.name == name) return one;
  FAIL("no row of " << name);
  return report.people.front();
}

}  // namespace

TEST_CASE("nothing noted: no number, no reproach") {
  SmallWorld world;
  world.living("ada");
  const BalanceReport report = report_of(world);
  CHECK(report.people.empty());
  for (const Figure& figure : {report.taking, report.thanked, report.unprompted, report.outside,
                               report.referrals_below, report.yes_rate}) {
    INFO(figure.text);
    CHECK_FALSE(figure.value);
  }
  CHECK(report.hints.empty());
  CHECK(report.ideas.empty());
}

TEST_CASE("features_040_one_sided_giving_is_named_for_peers_and_not_for_juniors") {
  SmallWorld world;
  for (const char* uid : {"peer", "junior"}) {
    world.living(uid);
    for (int i = 0; i < 6; ++i) world.gave(uid, 0);
  }
  calendar::Profile below;
  below.tie = TieKind::down;
  world.profile(below, "junior");
  const BalanceReport report = report_of(world);
  CHECK(row(report, "Peer").balance.value.value() == Approx(0.75).margin(1e-6));
  CHECK(row(report, "Peer").balance.text == "You give much more.");
  CHECK(row(report, "Peer").balance.evidence == "gave 6, received 0");
  CHECK(row(report, "Junior").word == relations::BalanceWord::within);
  CHECK(report.people.front().who.name == "Peer");  // what is out of its band comes first
  REQUIRE(report.one_way.size() == 1);
  CHECK(report.one_way[0].text == "You helped Peer 6 times, nothing from them is noted. Fine as it is?");
}

TEST_CASE("features_056_both_sides_stand_beside_each_other") {
  SmallWorld world;
  world.living("ada");
  for (int i = 0; i < 3; ++i) {
    world.gave("ada", 0);
    world.received("ada", 0);
  }
  const BalanceReport report = report_of(world);
  CHECK(row(report, "Ada").balance.value == 0.0);
  CHECK(row(report, "Ada").gave == 3);
  CHECK(row(report, "Ada").received == 3);
}

TEST_CASE("who begins: 19 of 20 is one-sided, and only then said of somebody without entries") {
  SmallWorld world;
  world.person("ada");
  world.person("bob");
  for (int i = 0; i < 20; ++i) {
    world.touch("ada", 5 + 10 * i, Channel::mail, i == 0 ? Direction::in : Direction::out);
    world.touch("bob", 5 + 10 * i, Channel::mail, i % 2 == 0 ? Direction::in : Direction::out);
  }
  const BalanceReport report = report_of(world);
  REQUIRE(report.people.size() == 1);
  const BalanceRow& ada = row(report, "Ada");
  CHECK(ada.starts.value.value() == Approx(0.95));
  CHECK(ada.starts.text == "You began 19 of 20 conversations; nearly always you.");
  CHECK(ada.starts.evidence == "95 % 76 %–99 %");
}

TEST_CASE("features_051_the_oldest_large_favour_comes_first_over_everybody") {
  SmallWorld world;
  world.living("ada");
  world.living("bob");
  world.received("ada", 30, GiveKind::help, 1);
  world.received("bob", 100, GiveKind::introduction, 3);
  world.received("bob", 20, GiveKind::advice, 1);
  const BalanceReport report = report_of(world);
  REQUIRE(report.owed.size() == 3);
  CHECK(report.owed[0].text == "an introduction from Bob, 3 months ago");
  CHECK(report.owed[1].who.name == "Ada");
  CHECK(report.owed[2].kind == GiveKind::advice);
}

TEST_CASE("features_045_thanks_due_until_they_are_noted") {
  SmallWorld world;
  world.living("ada");
  world.received("ada", 0);
  world.received("ada", 40);
  calendar::Record thanked;
  thanked.uid = Uid("thanked");
  thanked.kind = RecordKind::received;
  thanked.person = Uid("ada");
  thanked.at = SmallWorld::ago(9) + std::chrono::hours(9);
  thanked.settled = SmallWorld::ago(8);
  world.record(thanked);
  const BalanceReport report = report_of(world);
  REQUIRE(report.thanks_due.size() == 1);
  CHECK(report.thanks_due[0].due == SmallWorld::today + std::chrono::days(2));
  CHECK(report.thanked.text == "You thanked for 1 of 3 things you received, the middle one after 1.0 days.");
}

TEST_CASE("features_041_taking_prevails_and_three_gifts_are_named") {
  SmallWorld world;
  for (const char* uid : {"ada", "bob", "cem", "dan"}) world.living(uid);
  world.received("ada", 10, GiveKind::help, 3);
  world.received("bob", 20);
  world.received("cem", 30);
  for (int i = 0; i < 2; ++i) world.received("ada", 5);
  for (int i = 0; i < 4; ++i) world.ask("dan", 10, AskState::open);
  world.gave("dan", 10);
  calendar::Profile status;
  status.ratings.status = 2;
  world.profile(status, "ada");
  const BalanceReport report = report_of(world);
  CHECK(report.is_taking);
  CHECK(report.taking.value.value() == Approx(0.9));
  CHECK(report.taking.evidence == "received 5, asked 4, gave 1 in 90 days");
  REQUIRE(report.ideas.size() == 3);
  CHECK(std::any_of(report.ideas.begin(), report.ideas.end(),
                    [](const GiveIdea& idea) { return idea.text == "public recognition for Ada"; }));
  CHECK(report.hints.size() == 1);
}

TEST_CASE("features_050_six_of_eight_gifts_were_unasked") {
  SmallWorld world;
  world.living("ada");
  for (int i = 0; i < 8; ++i) world.gave("ada", 10, GiveKind::help, 1, i < 2);
  const BalanceReport report = report_of(world);
  CHECK(report.unprompted.value == 0.75);
  CHECK(line_of(report.unprompted) == "75 % of what you gave was unasked. (6 of 8 gives)");
}

TEST_CASE("features_043_two_of_ten_gifts_went_further_out") {
  SmallWorld world;
  world.living("near");
  world.living("far");
  calendar::Profile near, far;
  near.layer = 15;
  far.layer = 150;
  world.profile(near, "near");
  world.profile(far, "far");
  for (int i = 0; i < 10; ++i) world.gave(i < 8 ? "near" : "far", 10);
  CHECK(report_of(world).outside.value == 0.2);
}

TEST_CASE("features_058_referrals_below_the_own_level") {
  SmallWorld world;
  for (const char* uid : {"low", "high", "unknown"}) {
    world.living(uid);
    world.gave(uid, 10, GiveKind::referral);
  }
  calendar::Profile low, high;
  low.seniority = 1;
  high.seniority = 4;
  world.profile(low, "low");
  world.profile(high, "high");
  CHECK_FALSE(report_of(world).referrals_below.value);
  calendar::OwnProfile own;
  own.seniority = 2;
  world.own(own);
  CHECK(report_of(world).referrals_below.text == "1 of 2 referrals went to people below your own level.");
  CHECK(report_of(world).referrals_below.evidence == "1 referral to people without a known level");
}

TEST_CASE("features_009_three_of_five_said_yes") {
  SmallWorld world;
  world.living("ada");
  for (int i = 0; i < 5; ++i) world.ask("ada", 200 + i, i < 3 ? AskState::yes : AskState::no);
  CHECK(line_of(report_of(world).yes_rate) == "60 % said yes. (3 of 5 answers, 95 % 23 %–88 %)");
}

TEST_CASE("features_008_who_gives_and_never_asks_may_ask") {
  SmallWorld world;
  world.living("ada");
  for (int i = 0; i < 4; ++i) world.gave("ada", 20);
  const BalanceReport report = report_of(world);
  CHECK(report.may_ask);
  CHECK(report.hints.back() == "You gave a good deal and asked for nothing in 90 days. You may ask.");
  world.ask("ada", 2, AskState::open);
  CHECK_FALSE(report_of(world).may_ask);
}

TEST_CASE("features_081_noes_are_collected_without_blame") {
  SmallWorld world;
  world.living("ada");
  for (int i = 0; i < 10; ++i) world.ask("ada", 20, i < 7 ? AskState::no : AskState::yes);
  const std::vector<Section> sections = sections_of(report_of(world), Language::en);
  CHECK(sections.back().lines.back() == "7 noes collected.");
}

TEST_CASE("features_085_belonging_is_due_in_the_closest_fifteen") {
  SmallWorld world;
  world.living("ada");
  world.living("bob");
  world.gave("bob", 20, GiveKind::thanks);
  CHECK(names_of(report_of(world).belonging_due) == Names{"Ada"});
}

TEST_CASE("more than the energy of three weeks") {
  SmallWorld world;
  world.living("ada");
  calendar::OwnProfile own;
  own.weekly_energy = 1;
  world.own(own);
  for (const int days : {1, 2, 8, 9, 15}) world.gave("ada", days);
  CHECK_FALSE(report_of(world).beyond_energy);
  world.gave("ada", 16);
  CHECK(report_of(world).beyond_energy);
}

TEST_CASE("features_079_made_together_counts_both_ways_and_is_owed_by_nobody") {
  SmallWorld world;
  world.living("ada");
  world.gave("ada", 3, GiveKind::co_creation, 2);
  world.living("ben");
  world.received("ben", 3, GiveKind::co_creation);
  const BalanceReport report = report_of(world);
  for (const char* name : {"Ada", "Ben"}) {
    CHECK(row(report, name).gave == 1);
    CHECK(row(report, name).received == 1);
    CHECK(row(report, name).balance.value == 0.0);
    CHECK(row(report, name).debt == 0);
  }
  CHECK(report.owed.empty());
  CHECK(report.thanks_due.empty());
}
