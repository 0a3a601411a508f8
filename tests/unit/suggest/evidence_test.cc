// More that speaks for somebody never lowers a value, whatever the rule.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "core/suggest/offer.h"
#include "tests/unit/relations/seed.h"
#include "tests/unit/suggest/people.h"

using namespace goodturn;
using namespace goodturn::suggest;
using relations::LedgerSide;

namespace {

/// What is changed: the crowd, the person and, where there is one, the other.
struct Place {
  Crowd& crowd;
  Contact& who;
  Contact* other;
  const Suggestion& s;
};

/// Once more the newest touch that counts: the same days, gaps and directions, only a stronger tie.
void strengthen(const Place& place) {
  auto& touches = place.who.touches;
  const auto newest = std::max_element(touches.begin(), touches.end(), [](const auto& a, const auto& b) {
    return std::pair(a.weight > 0, a.at) < std::pair(b.weight > 0, b.at);
  });
  if (newest != touches.end()) touches.insert(newest, relations::Touch(*newest));
}

void enlarge(const Place& place) {
  for (Obligation& one : place.who.obligations)
    if (one.record == place.s.record) one.size = std::min(3, one.size + 1);
}

void draw_nearer(const Place& place) {
  for (Obligation& one : place.who.obligations)
    if (one.record == place.s.record && one.due) *one.due -= std::chrono::days(5);
}

void answer_more(const Place& place) {
  for (const std::string& need : place.who.profile.needs) place.crowd.circle.own.offers.push_back(need);
}

void like_the_same(const Place& place) {
  place.who.profile.interests.emplace_back("harbours");
  place.other->profile.interests.emplace_back("harbours");
}

void like_what_the_user_likes(const Place& place) {
  place.who.profile.interests.emplace_back("harbours");
  place.crowd.circle.own.interests.emplace_back("harbours");
}

/// Older than what the suggestion speaks of, so that it is no news that thanks come first for.
void owe_more(const Place& place) {
  place.who.ledger.push_back(favour(LedgerSide::received, 40, 3));
  place.who.ledger.back().id = Uid(place.who.uid.value + "-more");
}

void be_gladly_willing(const Place& place) { place.who.profile.ratings.willing = 2; }
void be_trusted(const Place& place) { place.who.profile.is_trusted = true; }
void be_of_the_goal(const Place& place) { place.crowd.circle.goals.front().targets.push_back(place.who.uid); }

using Change = void (*)(const Place&);
const std::multimap<Rule, Change> changes = {
    {Rule::thank, enlarge},
    {Rule::promised, draw_nearer},
    {Rule::celebrate, strengthen},
    {Rule::keep_in_touch, strengthen},
    {Rule::give_match, answer_more},
    {Rule::introduce, like_the_same},
    {Rule::reciprocate, owe_more},
    {Rule::role_gap, be_gladly_willing},
    {Rule::role_gap, strengthen},
    {Rule::decision_maker, be_gladly_willing},
    {Rule::decision_maker, strengthen},
    {Rule::ask, be_of_the_goal},
    {Rule::deepen, like_what_the_user_likes},
    {Rule::diversify, like_what_the_user_likes},
    {Rule::revive, be_trusted},
    {Rule::warm_contacts, strengthen},
    {Rule::build_now, strengthen},
};

Contact* find(std::vector<Contact>& contacts, const Uid& uid) {
  const auto found = std::find_if(contacts.begin(), contacts.end(),
                                  [&](const Contact& contact) { return contact.uid == uid; });
  return found == contacts.end() ? nullptr : &*found;
}

/// The same suggestion of another list: an introduction whoever of the two is asked first, a record's own.
const Suggestion* same_as(const Suggestion& s, const std::vector<Suggestion>& all) {
  const auto two = [](const Suggestion& one) {
    return std::set<Uid>{one.person, one.other.value_or(one.person)};
  };
  const auto found = std::find_if(all.begin(), all.end(), [&](const Suggestion& one) {
    if (one.rule != s.rule || two(one) != two(s)) return false;
    const bool has_own_record = s.rule == Rule::thank || s.rule == Rule::promised;
    return !has_own_record || one.record == s.record;
  });
  return found == all.end() ? nullptr : &*found;
}

/// A change that is none for this suggestion: an article is no need, a way to somebody is not that somebody.
bool is_beside_the_point(const Suggestion& s, const Contact& who, Change change) {
  // Of a single day nobody knows the rhythm: there a nearer circle shortens what is taken for it.
  if (change == strengthen && who.touches.size() < 2) return true;
  if (s.rule == Rule::give_match) return s.record.has_value();
  return s.rule == Rule::ask && s.other.has_value();
}

}  // namespace

TEST_CASE("More evidence never lowers a value, and never takes a suggestion away") {
  auto random = seeded();
  constexpr int of_each = 3;  // of a rule, in a crowd
  std::map<Rule, int> raised, looked_at;
  for (int round = 0; round < 4; ++round)
    for (const Crowd& before : crowds(random, 200)) {
      std::map<Rule, int> in_crowd;
      std::vector<Suggestion> all = candidates(before.contacts, now, {}, before.circle);
      std::shuffle(all.begin(), all.end(), random);  // not only the first ones, which can rise no more
      for (const Suggestion& s : all) {
        if (in_crowd[s.rule] >= of_each) continue;
        const auto [first, last] = changes.equal_range(s.rule);
        for (auto change = first; change != last; ++change) {
          Crowd crowd = before;
          Contact& who = *find(crowd.contacts, s.person);
          if (is_beside_the_point(s, who, change->second)) continue;
          change->second({crowd, who, s.other ? find(crowd.contacts, *s.other) : nullptr, s});
          const std::vector<Suggestion> changed = candidates(crowd.contacts, now, {}, crowd.circle);
          const Suggestion* after = same_as(s, changed);
          INFO(to_string(s.rule) << " " << s.person.value << " " << s.value);
          // A stronger circle may be ready for a hard time: then there is nothing to build.
          if (s.rule == Rule::build_now && !after) continue;
          REQUIRE(after != nullptr);
          REQUIRE(after->value >= s.value - 1e-12);
          raised[s.rule] += after->value > s.value + 1e-9;
          ++in_crowd[s.rule];
        }
      }
      for (const auto& [rule, count] : in_crowd) looked_at[rule] += count;
    }
  for (const auto& [rule, change] : changes) {
    INFO(to_string(rule));
    CHECK(looked_at[rule] > 0);
    // A promise is worth 1 from the day that it is shown.
    if (rule != Rule::promised) CHECK(raised[rule] > 0);
  }
}
