// Bar 2 of ranking.md 3.7: what must not change the order, and what must.
#include "core/suggest/ranking.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <numeric>
#include <set>

#include "tests/support/in_english.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;

namespace {

std::vector<Suggestion> ranked(const Crowd& crowd, Now when = now) {
  return candidates(crowd.contacts, when, {}, crowd.circle);
}

std::vector<Uid> order(const std::vector<Suggestion>& suggestions) {
  std::vector<Uid> uids;
  for (const Suggestion& s : suggestions) uids.push_back(s.person);
  return uids;
}

Crowd moved(Crowd crowd, std::chrono::days by) {
  for (Contact& contact : crowd.contacts) shift(contact, by);
  shift(crowd.circle, by);
  return crowd;
}

/// Another name and UID for everybody. The order of UIDs is kept: it decides between people who are alike in
/// everything else.
Crowd renamed(Crowd crowd) {
  const auto rename = [](Uid& uid) { uid = Uid("x" + uid.value); };
  for (Contact& contact : crowd.contacts) {
    rename(contact.uid);
    contact.name = "Somebody else";
  }
  Circle& circle = crowd.circle;
  rename(circle.own.boss);
  for (Uid& target : circle.goals.front().targets) rename(target);
  for (Article& article : circle.articles) rename(article.given_to);
  for (network::Introduction& one : circle.introductions) {
    rename(one.a);
    rename(one.b);
  }
  return crowd;
}

Crowd shuffled(const Crowd& crowd, std::mt19937_64& random) {
  std::vector<std::size_t> place_of(crowd.contacts.size());
  std::iota(place_of.begin(), place_of.end(), std::size_t{0});
  std::shuffle(place_of.begin(), place_of.end(), random);
  Crowd other = crowd;
  for (std::size_t i = 0; i < place_of.size(); ++i) other.contacts[place_of[i]] = crowd.contacts[i];
  for (Contact& contact : other.contacts) {
    std::shuffle(contact.touches.begin(), contact.touches.end(), random);
    std::shuffle(contact.ledger.begin(), contact.ledger.end(), random);
  }
  for (network::PairSign& sign : other.circle.signs) {
    sign.a = place_of[sign.a];
    sign.b = place_of[sign.b];
  }
  std::shuffle(other.circle.signs.begin(), other.circle.signs.end(), random);
  return other;
}

void require_same(const std::vector<Suggestion>& one, const std::vector<Suggestion>& other) {
  REQUIRE(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    INFO(english(one[i].title) << " " << one[i].value << " " << english(one[i].why));
    INFO(english(other[i].title) << " " << other[i].value << " " << english(other[i].why));
    REQUIRE(one[i].id == other[i].id);
    REQUIRE(one[i].value == Approx(other[i].value).epsilon(1e-12));
    REQUIRE(one[i].why == other[i].why);
  }
}

}  // namespace

TEST_CASE("Moving everything in time changes no rank, whatever the rule") {
  auto random = seeded();
  // Within a century the calendar repeats after 28 years: birthdays, weekdays and leap years with it.
  const std::chrono::days years(10227 * (random() % 2 == 0 ? 1 : -1));
  const std::chrono::days any(std::uniform_int_distribution(-3000, 3000)(random));
  std::set<Rule> seen;
  for (const Crowd& crowd : crowds(random)) {
    const std::vector<Suggestion> before = ranked(crowd);
    REQUIRE(before.size() > 4);  // a user in a hard time has few
    for (const Suggestion& s : before) seen.insert(s.rule);
    CHECK(order(ranked(moved(crowd, years), {now.instant + years, today + years})) == order(before));
    const auto without_dates = [](std::vector<Suggestion> all) {
      std::erase_if(all,
                    [](const Suggestion& s) { return s.rule == Rule::celebrate || s.rule == Rule::revive; });
      return order(all);
    };
    CHECK(without_dates(ranked(moved(crowd, any), {now.instant + any, today + any})) ==
          without_dates(before));
  }
  CHECK(seen.size() >= all_rules.size() - 2);  // all of them, but for chance
}

TEST_CASE("Other names change no rank, whatever the rule") {
  auto random = seeded();
  for (const Crowd& crowd : crowds(random)) {
    std::vector<Uid> after = order(ranked(renamed(crowd)));
    for (Uid& uid : after) uid = Uid(uid.value.substr(1));
    CHECK(after == order(ranked(crowd)));
  }
}

TEST_CASE("The order of people and of events changes nothing, whatever the rule") {
  auto random = seeded();
  for (const Crowd& crowd : crowds(random)) {
    const Crowd other = shuffled(crowd, random);
    require_same(ranked(other), ranked(crowd));
    require_same(week_of(other.contacts, 5, other.circle), week_of(crowd.contacts, 5, crowd.circle));
  }
}

TEST_CASE("A touch today takes a person out of keep-in-touch, whoever it is") {
  auto random = seeded();
  std::vector<Contact> contacts = crowd(random, 60);
  for (Contact& contact : contacts) {
    const Contact before = contact;
    contact.touches.push_back(touch_ago(0));
    for (const Suggestion& s : of_rule(contacts, Rule::keep_in_touch)) REQUIRE(s.person != contact.uid);
    contact = before;
  }
}

TEST_CASE("All scores lie between 0 and 1, and values follow them") {
  auto random = seeded();
  const Ranking ranking(crowd(random, 2000), now);
  for (const Standing& standing : ranking.standings()) {
    for (const double part : {standing.score, standing.parts.strength, standing.parts.chance,
                              standing.parts.silence, standing.parts.alive}) {
      REQUIRE(part >= 0);
      REQUIRE(part <= 1);
    }
  }
  const std::vector<Suggestion> all = ranking.candidates({});
  REQUIRE(
      std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.value > b.value; }));
}

TEST_CASE("Updating one person gives what building anew gives") {
  auto random = seeded();
  std::vector<Contact> contacts = crowd(random, 200);
  const Circle circle = anything(random, contacts);
  Ranking ranking(contacts, circle, now);
  for (int round = 0; round < 100; ++round) {
    const int number = std::uniform_int_distribution(0, 219)(random);
    Contact changed = anybody(random, number);
    const auto same = std::find_if(contacts.begin(), contacts.end(),
                                   [&](const Contact& c) { return c.uid == changed.uid; });
    same == contacts.end() ? contacts.push_back(changed) : void(*same = changed);
    ranking.update({changed});
  }
  const Ranking anew(contacts, circle, now);
  require_same(ranking.candidates({}), anew.candidates({}));
  require_same(ranking.pick_week({}), anew.pick_week({}));
}

TEST_CASE("After each new touch the list is the one that building anew gives") {
  auto random = seeded();
  std::vector<Contact> contacts = crowd(random, 300);
  const Circle circle = anything(random, contacts);
  auto ranking = std::make_unique<Ranking>(contacts, circle, now);
  std::uniform_int_distribution<std::size_t> anyone(0, contacts.size() - 1);
  std::uniform_int_distribution<int> age(0, 400);
  for (int round = 0; round < 40; ++round) {
    // Half of the touches go to the strongest ties, which move the layers of all others.
    const std::vector<Standing>& standings = ranking->standings();
    const auto strongest =
        std::max_element(standings.begin(), standings.end(),
                         [](const auto& a, const auto& b) { return a.parts.strength < b.parts.strength; });
    const auto top = static_cast<std::size_t>(strongest - standings.begin());
    Contact& contact = contacts[round % 2 == 0 ? top : anyone(random)];
    contact.touches.push_back(touch_ago(age(random), all_channels.at(static_cast<std::size_t>(round) % 6)));
    std::sort(contact.touches.begin(), contact.touches.end(),
              [](const auto& a, const auto& b) { return a.at < b.at; });
    // A copy lives on without what it was copied from.
    ranking = std::make_unique<Ranking>(*ranking);
    ranking->update({contact});
    const Ranking anew(contacts, circle, now);
    require_same(ranking->candidates({}), anew.candidates({}));
    require_same(ranking->pick_week({}), anew.pick_week({}));
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      REQUIRE(ranking->standings()[i].score == anew.standings()[i].score);
      REQUIRE(ranking->standings()[i].layer == anew.standings()[i].layer);
      REQUIRE(ranking->standings()[i].state == anew.standings()[i].state);
    }
  }
}

TEST_CASE("Ties of family and friends fade half as fast") {
  const Contact colleague = person("Colleague", {180});
  Contact sister = person("Sister", {360});
  sister.profile.tie = TieKind::family;
  const Ranking ranking({colleague, sister}, now);
  const std::vector<Standing>& standings = ranking.standings();
  CHECK(standings[0].parts.strength == Approx(standings[1].parts.strength).margin(1e-3));
  sister.profile.tie = TieKind::peer;
  CHECK(Ranking({colleague, sister}, now).standings()[1].parts.strength == Approx(0.5).margin(1e-3));
}

TEST_CASE("Standings tell pages what they show") {
  Contact planned = regular("Planned", 14, 40);
  planned.planned = now.instant + std::chrono::hours(48);
  Contact manual = regular("Manual", 14, 40);
  manual.manual_layer = 150;
  manual.manual_cadence = 21;
  const std::vector<Standing> all =
      Ranking({person("New"), planned, manual, regular("Alive", 14, 10), regular("Quiet", 7, 400)}, now)
          .standings();
  CHECK(to_string(all[0].state) == "new");
  CHECK_FALSE(usual_words(all[0]));
  CHECK(to_string(all[1].state) == "planned");
  CHECK(all[2].layer == 150);
  CHECK(all[2].cadence == 21);
  CHECK(to_string(all[3].state) == "alive");
  CHECK(all[3].layer == 5);
  CHECK(english(usual_words(all[3]).value()) == "usually every 14 days");
  CHECK(to_string(all[4].state) == "quiet");
}

TEST_CASE("A role lowers the cadence of a person without history") {
  Contact mentor = person("Mentor");
  mentor.roles = {Role::mentor};
  CHECK(Ranking(std::vector{mentor}, now).standings()[0].cadence == Approx(60));
}
