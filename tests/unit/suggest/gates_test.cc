// The gate of every rule (table of ranking.md 3.2), worked out anew from contacts and standings: whatever is
// suggested passes it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "core/network/pairs.h"
#include "core/relations/debt.h"
#include "core/relations/dormant.h"
#include "core/suggest/celebrate.h"
#include "core/suggest/offer.h"
#include "core/suggest/traits.h"
#include "tests/support/in_english.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using goodturn::tests::english;
using relations::LedgerSide;

namespace {

using Words = std::vector<std::string>;

bool holds(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that both have; the made-up ones are spelled alike.
std::size_t shared(const Words& one, const Words& other) {
  return static_cast<std::size_t>(
      std::count_if(one.begin(), one.end(), [&](const std::string& word) { return holds(other, word); }));
}

double jaccard(const Words& one, const Words& other) {
  const std::size_t both = shared(one, other), either = one.size() + other.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

bool is_within(Day day, int first, int last) {
  const int ahead = days_between(today, day);
  return ahead >= first && ahead <= last;
}

/// What a gate may look at.
struct Look {
  const Suggestion& s;
  const Contact& who;
  const Standing& standing;
  const Traits& traits;
  const Circle& circle;
  const Contact* other;            ///< nullptr: the suggestion is about one person
  const Standing* other_standing;  ///< nullptr as `other`
  bool are_acquainted;             ///< the two know each other
  double readiness;                ///< 1: not known
};

bool is_in_touch(const Standing& standing) {
  return standing.state == State::alive || standing.state == State::fading;
}
bool has_company(const Standing& standing) {
  return is_in_touch(standing) || standing.state == State::planned;
}
bool is_near(const Standing& standing) { return standing.layer >= 5 && standing.layer <= 50; }

const Obligation* record_of(const Look& look, RecordKind kind) {
  for (const Obligation& one : look.who.obligations)
    if (one.record == look.s.record && one.kind == kind && !one.settled) return &one;
  return nullptr;
}

bool may_thank(const Look& look) {
  const Obligation* received = record_of(look, RecordKind::received);
  return received && is_within(received->day, -30, 0);
}

bool may_remind_of_promise(const Look& look) {
  const Obligation* promised = record_of(look, RecordKind::promised);
  return promised && days_between(today, promised->due.value_or(promised->day + std::chrono::days(7))) <= 3;
}

bool may_follow_up(const Look& look) {
  const relations::Touch *first = nullptr, *talk = nullptr;
  for (const relations::Touch& touch : look.who.touches) {
    if (touch.weight <= 0) continue;
    if (!first || touch.at < first->at) first = &touch;
    const bool is_talk = touch.channel == Channel::meeting || touch.channel == Channel::call;
    if (is_talk && (!talk || touch.at < talk->at)) talk = &touch;
  }
  if (!talk || !is_within(talk->day, -5, 0) || days_between(first->day, talk->day) > 60) return false;
  return std::none_of(look.who.touches.begin(), look.who.touches.end(), [&](const relations::Touch& touch) {
    return &touch != talk && touch.weight > 0 && touch.at >= talk->at && touch.direction != Direction::in;
  });
}

bool may_celebrate(const Look& look) {
  if (look.standing.layer == 0 && look.who.roles.empty()) return false;
  for (const auto& date : {look.who.birthday, look.who.anniversary})
    if (date && is_within(next_return(*date, today), 0, 7)) return true;
  for (const auto& day : {look.who.profile.started_job, look.who.profile.moved})
    if (day && is_within(*day + std::chrono::days(30), -14, 7)) return true;
  return false;
}

bool may_keep_in_touch(const Look& look) {
  const bool is_chosen = !look.who.tags.empty() || !look.who.roles.empty() || look.standing.contact_days >= 3;
  return is_chosen && is_in_touch(look.standing) && look.standing.elapsed >= 1 &&
         look.standing.days_since >= look.standing.cadence;
}

bool may_give(const Look& look) {
  if (!look.s.record) return shared(look.who.profile.needs, look.circle.own.offers) > 0;
  const Article& article = look.circle.articles.front();
  return article.record == look.s.record && article.given_to != look.who.uid &&
         is_within(article.day, -60, 0) && holds(look.who.profile.interests, "sailing");
}

/// A step needs its record; an idea two close people in touch who do not know each other, and neither of them
/// in another introduction.
bool may_introduce(const Look& look) {
  bool is_under_way = false, is_busy = false;
  for (const network::Introduction& one : look.circle.introductions) {
    const std::set<Uid> two = {one.a, one.b};
    is_under_way |= two == std::set<Uid>{look.s.person, *look.s.other};
    is_busy |= two.contains(look.s.person) || two.contains(*look.s.other);
  }
  if (is_under_way) return look.s.step == network::IntroductionStep::ask_a;  // nobody was asked yet
  const calendar::Profile &one = look.who.profile, &other = look.other->profile;
  const bool is_of_use = shared(one.needs, other.offers) > 0 || shared(other.needs, one.offers) > 0 ||
                         jaccard(one.interests, other.interests) >= 0.25;
  return is_of_use && !is_busy && !look.are_acquainted && has_company(look.standing) &&
         has_company(*look.other_standing) && is_near(look.standing) && is_near(*look.other_standing);
}

bool may_reciprocate(const Look& look) {
  const relations::SocialDebt debt = relations::social_debt(look.who.ledger, today);
  for (const relations::Owed& owed : debt.owed)
    if (is_within(look.who.ledger[owed.entry].day, -13, 0)) return false;
  return debt.total >= 0.5 && look.who.profile.tie != TieKind::family;
}

bool may_propose_role(const Look& look) {
  // An appointment makes nobody less alive.
  const bool is_alive = look.standing.state == State::alive ||
                        (look.standing.state == State::planned && look.standing.parts.alive >= 0.6);
  return !look.circle.goals.empty() && is_alive && is_near(look.standing) &&
         look.who.profile.ratings.willing > 0 && look.who.uid != look.circle.own.boss &&
         *look.s.evidence.have < *look.s.evidence.need;
}

bool may_tell_goal(const Look& look) {
  return !look.circle.goals.empty() && is_in_touch(look.standing) && !look.who.profile.powers.empty() &&
         look.who.profile.ratings.willing > 0 && look.who.uid != look.circle.own.boss;
}

/// metrics.md 2.19: given since the last ask or favour on request, or a mentor or sponsor, or help offered
/// from above.
bool may_ask(const Look& look) {
  Day claim = ago(10000);
  for (const relations::Ask& ask : look.who.asks) claim = std::max(claim, ask.day);
  for (const relations::LedgerEntry& one : look.who.ledger)
    if (one.side == LedgerSide::received && one.asked) claim = std::max(claim, one.day);
  const bool gave = std::any_of(look.who.ledger.begin(), look.who.ledger.end(), [&](const auto& one) {
    return one.side == LedgerSide::gave && one.day > claim;
  });
  const auto& roles = look.who.roles;
  const bool is_asked_by_role = std::any_of(
      roles.begin(), roles.end(), [](Role role) { return role == Role::mentor || role == Role::sponsor; });
  const bool offered = look.who.profile.offered_help && look.traits.tie == TieKind::up;
  return (gave || is_asked_by_role || offered) && has_company(look.standing) &&
         look.who.uid != look.circle.own.boss && look.circle.goals.front().budget.asks > 0;
}

bool may_deepen(const Look& look) {
  return look.standing.state == State::alive && look.standing.depth == 1 &&
         shared(look.who.profile.interests, look.circle.own.interests) > 0;
}

bool may_diversify(const Look& look) {
  return is_in_touch(look.standing) && look.standing.contact_days <= 3 &&
         look.who.organisation != look.circle.own.organisation &&
         shared(look.who.profile.interests, look.circle.own.interests) > 0;
}

bool may_revive(const Look& look) {
  const bool is_chosen = look.who.profile.is_trusted || !look.who.tags.empty() || !look.who.roles.empty() ||
                         look.standing.contact_days >= 3;
  return is_chosen && look.standing.last_day && relations::is_dormant(*look.standing.last_day, today);
}

bool may_support(const Look& look) {
  return look.who.profile.grief && is_within(*look.who.profile.grief, -365, 0);
}

bool may_build(const Look& look) {
  return look.readiness < 0.5 && look.standing.depth == 1 && is_in_touch(look.standing) &&
         look.who.organisation != look.circle.own.organisation && look.who.uid != look.circle.own.boss;
}

bool may_warm(const Look& look) {
  const bool is_inner = look.standing.layer == 5 || look.standing.layer == 15;
  const double balance = relations::balance_of(look.who.ledger, look.traits.tie, today).value;
  return look.circle.own.crisis && is_inner && is_in_touch(look.standing) && balance >= -0.2;
}

const std::map<Rule, bool (*)(const Look&)> gates = {
    {Rule::thank, may_thank},
    {Rule::promised, may_remind_of_promise},
    {Rule::first_meeting, may_follow_up},
    {Rule::celebrate, may_celebrate},
    {Rule::keep_in_touch, may_keep_in_touch},
    {Rule::give_match, may_give},
    {Rule::introduce, may_introduce},
    {Rule::reciprocate, may_reciprocate},
    {Rule::role_gap, may_propose_role},
    {Rule::decision_maker, may_tell_goal},
    {Rule::ask, may_ask},
    {Rule::deepen, may_deepen},
    {Rule::diversify, may_diversify},
    {Rule::revive, may_revive},
    {Rule::support, may_support},
    {Rule::build_now, may_build},
    {Rule::warm_contacts, may_warm},
};

/// Gates that hold for everybody: a hard time, a loss, somebody who is out.
bool is_open_for_any_rule(const Look& look) {
  const Rule rule = look.s.rule;
  const bool is_kind = rule == Rule::support;
  if (look.circle.own.crisis && !is_kind && rule != Rule::warm_contacts) return false;
  if (may_support(look) && !is_kind) return false;
  const bool needs_no_layer = is_kind || rule == Rule::thank || rule == Rule::promised ||
                              rule == Rule::first_meeting || rule == Rule::ask || rule == Rule::introduce;
  return needs_no_layer || look.who.manual_layer != 0;
}

}  // namespace

TEST_CASE("Whatever is suggested passes the gate of its rule, whoever the people are") {
  REQUIRE(gates.size() == all_rules.size());
  auto random = seeded();
  std::map<Rule, int> seen;
  for (int round = 0; round < 5; ++round)
    for (const auto& [contacts, circle] : crowds(random)) {
      const Ranking ranking(contacts, circle, now);
      const network::Graph ties = network::pair_knowledge(contacts.size(), circle.signs, today).ties;
      const auto readiness = ranking.readiness();
      std::map<Uid, std::size_t> places;
      for (std::size_t i = 0; i < contacts.size(); ++i) places[contacts[i].uid] = i;
      for (const Suggestion& s : ranking.candidates({})) {
        const std::size_t who = places.at(s.person), other = s.other ? places.at(*s.other) : who;
        const Look look = {s,
                           contacts[who],
                           ranking.standings()[who],
                           ranking.traits()[who],
                           circle,
                           s.other ? &contacts[other] : nullptr,
                           s.other ? &ranking.standings()[other] : nullptr,
                           s.other && ties.joined(who, other),
                           readiness ? readiness->value : 1};
        INFO(to_string(s.rule) << " " << s.person.value << " " << english(s.why));
        REQUIRE(gates.at(s.rule)(look));
        REQUIRE(is_open_for_any_rule(look));
        ++seen[s.rule];
      }
    }
  for (const Rule rule : all_rules) {
    INFO(to_string(rule));
    CHECK(seen[rule] > 0);
  }
}
