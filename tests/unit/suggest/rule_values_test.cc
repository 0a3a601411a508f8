// What each rule is worth (table of ranking.md 3.2), and that value = base · part · fresh.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "core/network/acquaintance.h"
#include "core/network/pairs.h"
#include "core/relations/debt.h"
#include "core/relations/strength.h"
#include "core/suggest/offer.h"
#include "tests/support/in_english.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;
using relations::LedgerSide;

namespace {

/// The table; the three rules that it does not name are those of decision 0009.
const std::map<Rule, double> bases = {
    {Rule::thank, 1.0},          {Rule::promised, 1.0},      {Rule::first_meeting, 0.95},
    {Rule::celebrate, 0.8},      {Rule::keep_in_touch, 0.8}, {Rule::give_match, 0.75},
    {Rule::introduce, 0.7},      {Rule::reciprocate, 0.7},   {Rule::role_gap, 0.6},
    {Rule::decision_maker, 0.6}, {Rule::ask, 0.6},           {Rule::deepen, 0.5},
    {Rule::diversify, 0.5},      {Rule::revive, 0.45},       {Rule::support, 0.9},
    {Rule::warm_contacts, 0.8},  {Rule::build_now, 0.6},
};

std::set<Rule> those(bool (*is)(Rule)) {
  std::set<Rule> rules;
  for (const Rule rule : all_rules)
    if (is(rule)) rules.insert(rule);
  return rules;
}

const Contact& who(const std::vector<Contact>& contacts, const Suggestion& suggestion) {
  for (const Contact& contact : contacts)
    if (contact.uid == suggestion.person) return contact;
  FAIL("a suggestion about nobody");
  return contacts.front();
}

double factor(const Suggestion& suggestion, std::string_view name) {
  for (const Factor& one : suggestion.factors)
    if (one.name == name) return one.value;
  FAIL("no factor " << name);
  return 0;
}

double half_per_showing(const Contact& contact) {
  double fresh = 1;
  for (const Showing& showing : contact.showings)
    if (showing.action != Action::later && days_between(showing.day, today) < 28) fresh /= 2;
  return fresh;
}

/// Strengths from the touches alone, each compared with the strongest.
std::vector<double> strengths_of(const Ranking& ranking, const std::vector<Contact>& contacts) {
  std::vector<double> sums;
  for (std::size_t i = 0; i < contacts.size(); ++i)
    sums.push_back(relations::half_life_sum(contacts[i].touches, now.instant,
                                            relations::half_life_of(ranking.traits()[i].tie, 180)));
  const double most = *std::max_element(sums.begin(), sums.end());
  for (double& sum : sums) sum /= most;
  return sums;
}

int size_of(const Contact& contact, const std::optional<Uid>& record) {
  for (const Obligation& one : contact.obligations)
    if (one.record == record) return one.size;
  FAIL("no such record");
  return 0;
}

double trust_of(const calendar::Profile& profile) {
  return profile.is_trusted ? 1 : std::min(1.0, 0.5 + 0.1 * profile.seniority.value_or(0));
}

/// What a value is worked out from, without a look at the suggestion's own figures.
struct Ground {
  const Ranking& ranking;
  const Circle& circle;
  std::vector<double> strengths;
  network::Graph ties;
  [[nodiscard]] double novelty(std::size_t place) const {
    const auto& standings = ranking.standings();
    const auto overlap =
        network::clique_overlap(ties, place, [&](std::size_t node) { return is_current(standings[node]); });
    return 1 - overlap.value_or(0);
  }
};

/// Words that one list holds as the other does: the made-up ones are spelled alike.
double shared_part(const std::vector<std::string>& all, const std::vector<std::string>& others) {
  const auto shared = std::count_if(all.begin(), all.end(), [&](const std::string& word) {
    return std::find(others.begin(), others.end(), word) != others.end();
  });
  return static_cast<double>(shared) / static_cast<double>(all.size());
}

/// The part of the rules whose part is known without a second person; nullopt for the others.
std::optional<double> part_of(const Suggestion& s, const Contact& contact, const Ground& ground,
                              std::size_t place) {
  const Standing& standing = ground.ranking.standings()[place];
  switch (s.rule) {
    case Rule::thank:
      return size_of(contact, s.record) / 3.0;
    case Rule::promised:
    case Rule::first_meeting:
    case Rule::support:
      return 1;
    case Rule::celebrate:
    case Rule::build_now:
    case Rule::warm_contacts:
      return std::sqrt(ground.strengths[place]);
    case Rule::keep_in_touch:
      return standing.score;
    case Rule::reciprocate:
      return std::min(1.0, relations::social_debt(contact.ledger, today).total / 3);
    case Rule::decision_maker:
      return ground.strengths[place] * contact.profile.ratings.willing / 2;
    case Rule::revive:
      return trust_of(contact.profile) * ground.novelty(place);
    case Rule::give_match:
      // The one article of the crowd names one topic.
      return s.record ? 1.0 / static_cast<double>(contact.profile.interests.size())
                      : shared_part(contact.profile.needs, ground.circle.own.offers);
    default:
      return std::nullopt;
  }
}

Contact at(const std::string& organisation, Contact contact) {
  contact.organisation = organisation;
  return contact;
}

}  // namespace

TEST_CASE("Every rule has the worth of the table") {
  REQUIRE(bases.size() == all_rules.size());
  for (const Rule rule : all_rules) {
    INFO(to_string(rule));
    CHECK(base_of(rule) == Approx(bases.at(rule)).margin(1e-12));
  }
}

TEST_CASE("Pure gives and stretches are those of the text, no more and no fewer") {
  CHECK(those(is_pure_give) == std::set{Rule::thank, Rule::give_match, Rule::introduce, Rule::celebrate,
                                        Rule::reciprocate, Rule::support});
  CHECK(those(is_stretch) ==
        std::set{Rule::role_gap, Rule::decision_maker, Rule::ask, Rule::revive, Rule::diversify});
}

TEST_CASE("Value is base times part times fresh, whoever the people are") {
  auto random = seeded();
  std::vector<Contact> contacts = crowd(random, 600);
  // Showings of other rules, some of them put off: the dated rules are halved by them.
  for (std::size_t i = 0; i < contacts.size(); i += 3)
    contacts[i].showings = {{Uid("old" + std::to_string(i)), Rule::role_gap, ago(static_cast<int>(i % 40)),
                             std::nullopt, i % 2 == 0 ? std::optional(Action::later) : std::nullopt, false}};
  Circle circle = anything(random, contacts);
  circle.own.without_learning = true;
  const Ranking ranking(contacts, circle, now);
  const Ground ground{ranking, circle, strengths_of(ranking, contacts),
                      network::pair_knowledge(contacts.size(), circle.signs, today).ties};
  std::map<Rule, int> seen;
  int halved = 0;
  for (const Suggestion& s : ranking.candidates({})) {
    const Contact& contact = who(contacts, s);
    const auto place = static_cast<std::size_t>(&contact - contacts.data());
    const auto part = part_of(s, contact, ground, place);
    if (!part) continue;
    INFO(to_string(s.rule) << " " << english(s.why));
    REQUIRE(s.value == Approx(bases.at(s.rule) * *part * half_per_showing(contact)).margin(1e-12));
    ++seen[s.rule];
    halved += half_per_showing(contact) < 1;
  }
  for (const Rule rule : {Rule::thank, Rule::promised, Rule::celebrate, Rule::keep_in_touch, Rule::support,
                          Rule::reciprocate, Rule::decision_maker, Rule::revive, Rule::give_match}) {
    INFO(to_string(rule));
    CHECK(seen[rule] > 0);
  }
  CHECK(halved > 0);
}

TEST_CASE("A first meeting is worth .95") {
  const auto all = of_rule({person("Ada", {2}), regular("Zoe", 30, 10)}, Rule::first_meeting);
  CHECK(all.at(0).value == Approx(0.95).margin(1e-12));
}

TEST_CASE("A birthday is worth .8 times the root of the strength") {
  Contact ada = person("Ada", {180}), strong = person("Strong", {0, 0, 0, 0});
  ada.birthday = people::PartialDate{std::nullopt, 11, 23};
  // Touches of 180 days and of today at the same hour: 1/2 against 4 full touches.
  CHECK(of_rule({ada, strong}, Rule::celebrate).at(0).value ==
        Approx(0.8 * std::sqrt(0.5 / 4)).margin(1e-12));
}

TEST_CASE("An introduction is worth .7 times its score, a step that somebody waits for .7") {
  Contact ada = regular("Ada", 14, 10), bob = regular("Bob", 14, 10);
  ada.profile.needs = {"Rust speaker"};
  bob.profile.offers = {"rust speaker"};
  // One need met, no interests, no common contact, both as strong as can be (metrics.md 2.13).
  const double score = 0.45 * 0.7 + 0.20 * 0 + 0.15 * 0.8 + 0.20 * 1;
  CHECK(of_rule({ada, bob}, Rule::introduce).at(0).value == Approx(0.7 * score).margin(1e-12));
  Circle circle;
  circle.introductions = {{Uid("intro"), bob.uid, ada.uid, "Rust", network::Consent::yes,
                           network::Consent::not_asked, std::nullopt, ""}};
  CHECK(of_rule({ada, bob}, Rule::introduce, {}, circle).at(0).value == Approx(0.7).margin(1e-12));
}

TEST_CASE("A role gap and a decision-maker are worth .6 times strength times willing") {
  Contact ada = regular("Ada", 14, 10);
  ada.profile.ratings.willing = 1;
  ada.profile.powers = {Power::can_hire};
  CHECK(of_rule({ada}, Rule::role_gap, {}, with_goal()).at(0).value == Approx(0.6 * 1 * 0.5).margin(1e-12));
  CHECK(of_rule({ada}, Rule::decision_maker, {}, with_goal()).at(0).value ==
        Approx(0.6 * 1 * 0.5).margin(1e-12));
  ada.profile.ratings.willing = 2;
  CHECK(of_rule({ada}, Rule::role_gap, {}, with_goal()).at(0).value == Approx(0.6).margin(1e-12));
}

TEST_CASE("Warm contacts first are worth .8 times the root of the strength") {
  // Touches of 180 days and of today at the same hour: half a touch against 4 full ones.
  Contact ada = person("Ada", {180}), strong = person("Strong", {0, 0, 0, 0});
  ada.manual_layer = 15;
  Circle circle;
  circle.own.crisis = today;
  double value = 0;
  for (const Suggestion& one : of_rule({ada, strong}, Rule::warm_contacts, {}, circle))
    if (one.person == ada.uid) value = one.value;
  CHECK(value == Approx(0.8 * std::sqrt(0.5 / 4)).margin(1e-12));
}

TEST_CASE("A match is worth .75 times the share of needs or interests that it meets") {
  Contact ada = regular("Ada", 14, 10);
  ada.profile.needs = {"Rust", "a flat", "a car"};
  Circle circle;
  circle.own.offers = {"Rust", "sailing"};
  CHECK(of_rule({ada}, Rule::give_match, {}, circle).at(0).value == Approx(0.75 / 3).margin(1e-12));
  ada.profile.needs.clear();
  ada.profile.interests = {"compilers", "Oslo", "chess", "tea"};
  circle.articles = {{Uid("a"), Uid("bob"), "Bob", ago(5), "article on compilers, with a map of Oslo"}};
  CHECK(of_rule({ada}, Rule::give_match, {}, circle).at(0).value == Approx(0.75 * 2 / 4).margin(1e-12));
}

TEST_CASE("An ask is worth .6 times how well the person fits the goal") {
  Contact ada = at("Orchard", regular("Ada", 14, 10));
  ada.ledger = {favour(LedgerSide::gave, 30)};
  const Suggestion ask = of_rule({ada}, Rule::ask, {}, with_goal()).at(0);
  CHECK(ask.value == Approx(0.6 * 0.8).margin(1e-12));
  CHECK(factor(ask, "fit to your goal") == Approx(0.8));
}

TEST_CASE("Diversify is worth .5 times what both like of all that either likes") {
  Contact ada = at("Kontor", person("Ada", {60, 20}));
  ada.profile.interests = {"sailing"};
  Circle circle;
  circle.own.organisation = "Werft";
  circle.own.interests = {"sailing", "chess"};
  const auto all = of_rule({ada, regular("Zoe", 30, 10)}, Rule::diversify, {}, circle);
  CHECK(all.at(0).value == Approx(0.5 * 0.5).margin(1e-12));
}
