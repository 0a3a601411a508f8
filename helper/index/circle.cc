#include "helper/index/circle.h"

#include "core/network/role_history.h"
#include "helper/index/goal.h"

namespace goodturn::helper {
namespace {

network::Consent consent_of(calendar::Consent consent) {
  switch (consent) {
    case calendar::Consent::asked:
      return network::Consent::asked;
    case calendar::Consent::yes:
      return network::Consent::yes;
    case calendar::Consent::no:
      return network::Consent::no;
    case calendar::Consent::not_asked:
      break;
  }
  return network::Consent::not_asked;
}

}  // namespace

suggest::Circle circle_of(const calendar::Journals& journals, const PlaceOf& place_of,
                          const std::function<const Uid&(std::size_t)>& uid_at) {
  suggest::Circle circle;
  circle.own = journals.self;
  for (const calendar::Goal& goal : journals.goals) circle.goals.push_back(network_goal(goal));
  for (const calendar::Introduction& one : journals.introductions) {
    const auto a = place_of(one.people.a.uid), b = place_of(one.people.b.uid);
    if (!a || !b) continue;  // stays stored; attaches when the cards return
    circle.introductions.push_back({one.uid, uid_at(*a), uid_at(*b), one.reason, consent_of(one.consent_a),
                                    consent_of(one.consent_b), one.sent, one.outcome});
  }
  return circle;
}

std::vector<std::string> closed_roles(const calendar::Journals& journals, const Uid& person, Day today) {
  std::vector<network::RoleTerm> terms;
  for (const calendar::RoleTerm& term : journals.role_terms)
    if (term.person.uid == person) terms.push_back({person, term.role, term.since, term.until});
  std::vector<std::string> closed;
  for (const network::RoleTerm& term : terms)
    if (network::was_closed(terms, person, term.role, today)) closed.push_back(term.role);
  return closed;
}

std::chrono::minutes local_offset(const Recurrence& recurrence, Now now) {
  // The local midnight that ends today lies within a day and a bit; halving finds it to the second.
  Instant before = now.instant, after = now.instant + std::chrono::hours(26);
  while (after - before > std::chrono::seconds(1)) {
    const Instant middle = before + (after - before) / 2;
    (recurrence.local_day(middle) > now.today ? after : before) = middle;
  }
  return std::chrono::round<std::chrono::minutes>(now.today + std::chrono::days(1) - after);
}

}  // namespace goodturn::helper
