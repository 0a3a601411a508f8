// Rows 19–38: six behaviours, time, fading.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/network/behaviours.h"
#include "core/network/homophily.h"
#include "core/network/readiness.h"
#include "core/network/trend.h"
#include "core/relations/cadence.h"
#include "core/relations/debt.h"
#include "core/relations/hints.h"
#include "core/relations/layer.h"
#include "core/relations/strength.h"
#include "core/suggest/answered.h"
#include "core/suggest/ranking.h"
#include "tests/support/in_english.h"
#include "tests/unit/relations/favours.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::network;
using namespace goodturn::relations;

namespace {

std::vector<suggest::Standing> standings_of(const std::vector<suggest::Contact>& contacts) {
  return suggest::Ranking(contacts, suggest::now).standings();
}

long count_alive(const std::vector<suggest::Contact>& contacts) {
  const auto standings = standings_of(contacts);
  return std::count_if(standings.begin(), standings.end(), [](const suggest::Standing& standing) {
    return standing.state == suggest::State::alive;
  });
}

std::vector<suggest::Contact> imported(int count) {
  std::vector<suggest::Contact> contacts;
  for (int i = 0; i < count; ++i) contacts.push_back(suggest::person("Imported" + std::to_string(i)));
  return contacts;
}

std::vector<suggest::Contact> lively(int count) {
  std::vector<suggest::Contact> contacts;
  for (int i = 0; i < count; ++i) contacts.push_back(suggest::regular("Lively" + std::to_string(i), 14, 5));
  return contacts;
}

}  // namespace

TEST_CASE("features_019_six_behaviours") {
  Behaviours six;
  six.counts = {{{10, 20, 5}, {2, 12, 1}}};
  const std::array expected = {0.20, 0.40, 0.10, 0.04, 0.24, 0.02};
  std::size_t cell = 0;
  for (const Side side : all_sides)
    for (const Purpose purpose : all_purposes)
      CHECK(*six.share(side, purpose) == Approx(expected.at(cell++)).margin(1e-6));
  CHECK(*six.evenness() == Approx(0.819).margin(5e-4));
}

TEST_CASE("features_021_active_of_all") {
  std::vector<suggest::Contact> contacts = lively(40);
  const std::vector<suggest::Contact> cards = imported(460);
  contacts.insert(contacts.end(), cards.begin(), cards.end());
  CHECK(contacts.size() == 500);
  CHECK(count_alive(contacts) == 40);
}

TEST_CASE("features_023_learned_rhythm") {
  suggest::Contact ada = suggest::person("Ada");
  int age = 12 + 14 + 10 + 30 + 13 + 15 + 11 + 16 + 14 + 20 + 5;
  for (const int gap : {0, 12, 14, 10, 30, 13, 15, 11, 16, 14, 20})
    ada.touches.push_back(suggest::touch_ago(age -= gap));
  CHECK(tests::english(suggest::usual_words(standings_of({ada}).at(0)).value()) ==
        "usually every 14 days (11–16)");
}

TEST_CASE("features_024_follow_up_after_a_first_meeting") {
  const Day tuesday{std::chrono::days(20774)};  // 17 November 2026
  suggest::Contact ada = suggest::person("Ada");
  ada.touches = {{tuesday + std::chrono::hours(15), tuesday, Channel::meeting, Direction::mutual, 1}};
  const Now evening{tuesday + std::chrono::hours(19), tuesday};
  const auto all = suggest::candidates(std::vector{ada}, evening, {});
  REQUIRE(all.size() == 1);
  CHECK(all[0].rule == Rule::first_meeting);
  CHECK(all[0].due == tuesday + std::chrono::days(1));
  const suggest::Showing showing = suggest::shown(all[0], tuesday);
  CHECK_FALSE(suggest::answered_by(showing, ada));
  const Day wednesday = tuesday + std::chrono::days(1);
  ada.touches.push_back({wednesday + std::chrono::hours(9), wednesday, Channel::mail, Direction::out, 0.4});
  CHECK(suggest::answered_by(showing, ada));
}

TEST_CASE("features_026_a_post_reaches_those_it_names") {
  CHECK(touch_weight(Channel::post, Direction::out, 1) == Approx(0.1));
  CHECK(touch_weight(Channel::post, Direction::out, 0) == 0);
  const Touch untagged{suggest::now.instant, suggest::today, Channel::post, Direction::out,
                       touch_weight(Channel::post, Direction::out, 0)};
  CHECK(contact_days(std::vector{untagged}).empty());
}

TEST_CASE("features_027_shrinking_network") {
  const Trend trend = network_trend(std::vector{40, 41, 38, 37, 35, 33}).value();
  CHECK(trend.slope == Approx(-1.67).margin(5e-3));
  CHECK(trend.test.s == -13);
  CHECK(trend.test.z == Approx(-2.25).margin(5e-3));
  CHECK(trend.word == TrendWord::shrinking);
}

TEST_CASE("features_028_time_with_the_own_team") {
  CHECK(external_internal(12, 4, 0, 0)->index == Approx(0.5).margin(1e-6));
}

TEST_CASE("features_030_crisis_readiness") {
  CHECK(readiness({0.5, 0.8, 0.6, 1.0})->value == Approx(0.725).margin(1e-6));
}

TEST_CASE("features_031_build_from_strength") {
  const auto state = readiness({0.4, 0.4, 0.4, 0.4});
  CHECK(advice_for(state, false) == ReadinessAdvice::build_now);
  CHECK(advice_for(state, true) == ReadinessAdvice::warm_contacts_first);
  CHECK(advice_for(readiness({0.8, 0.4, 0.4, 0.4}), false) == ReadinessAdvice::none);
}

TEST_CASE("features_032_help_in_a_crisis_is_owed") {
  LedgerEntry help = received(2);
  help.crisis = true;
  const SocialDebt before = social_debt(std::vector{help}, relations::today);
  REQUIRE(before.owed.size() == 1);
  CHECK(before.total == Approx(3).margin(1e-6));
  const SocialDebt after = social_debt(std::vector{help, gave(1, 0, GiveKind::thanks)}, relations::today);
  CHECK(after.total == Approx(2.1).margin(1e-6));
}

TEST_CASE("features_033_share_of_deep_ties") {
  std::vector<int> depths(88, 1);
  depths.insert(depths.end(), 12, 2);
  CHECK(deep_share(depths) == Share{12, 100});
}

TEST_CASE("features_036_layers") {
  std::vector<double> strengths;
  for (int rank = 1; rank <= 60; ++rank) strengths.push_back(100 - rank);
  CHECK(layer_of(100 - 15, layer_bounds(strengths)) == 15);
  CHECK(layer_of(100 - 16, layer_bounds(strengths)) == 50);
}

TEST_CASE("features_037_imported_connections_start_outside") {
  std::vector<suggest::Contact> contacts = lively(20);
  const long before = count_alive(contacts);
  const std::vector<suggest::Contact> cards = imported(500);
  contacts.insert(contacts.end(), cards.begin(), cards.end());
  CHECK(count_alive(contacts) == before);
  const auto standings = standings_of(contacts);
  for (std::size_t i = 20; i < standings.size(); ++i) {
    REQUIRE(standings[i].layer == 0);
    REQUIRE(standings[i].parts.strength == 0);
  }
}
