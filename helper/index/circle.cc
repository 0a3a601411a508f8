// What the suggestion rules know beyond single people: from journals, signs and the clock.
#include "core/network/role_history.h"
#include "helper/index/gathering.h"
#include "helper/index/goal.h"
#include "helper/index/signs.h"

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

/// Goals, introductions of known people and the user's own profile.
void add_journals(Gathering& all) {
  all.circle.own = all.journals.self;
  for (const calendar::Goal& goal : all.journals.goals) all.circle.goals.push_back(network_goal(goal));
  for (const calendar::Introduction& one : all.journals.introductions) {
    const Person* a = all.person(one.people.a.uid);
    const Person* b = all.person(one.people.b.uid);
    if (a == nullptr || b == nullptr) continue;
    all.circle.introductions.push_back({one.uid, a->card.uid, b->card.uid, one.reason,
                                        consent_of(one.consent_a), consent_of(one.consent_b), one.sent,
                                        one.outcome});
  }
}

/// Bringing two people together is a gift to each of them.
void attach_introductions(Gathering& all) {
  for (const network::Introduction& one : all.circle.introductions) {
    for (const Uid& uid : {one.a, one.b}) all.person(uid)->contact.introductions.push_back(one);
    for (const relations::LedgerEntry& entry : network::ledger_entries(one))
      all.person(entry.person)->ledger.push_back(entry);
  }
}

/// The roles that the user closed with a person and did not open again.
std::vector<std::string> closed_roles(const calendar::Journals& journals, const Uid& person, Day today) {
  std::vector<network::RoleTerm> terms;
  for (const calendar::RoleTerm& term : journals.role_terms)
    if (term.person.uid == person) terms.push_back({person, term.role, term.since, term.until});
  std::vector<std::string> closed;
  for (const network::RoleTerm& term : terms)
    if (network::was_closed(terms, person, term.role, today)) closed.push_back(term.role);
  return closed;
}

void attach_closed_roles(Gathering& all) {
  for (const calendar::RoleTerm& term : all.journals.role_terms)
    if (Person* person = all.person(term.person.uid))
      person->contact.closed_roles = closed_roles(all.journals, term.person.uid, all.now.today);
}

void add_signs(Gathering& all) {
  const FindPlace place = [&all](const std::string& uid) { return all.place_of(uid); };
  add_journal_signs(all.journals, place, all.signs);
  add_card_signs(all.persons, place, all.signs);
}

/// The user's local time minus UTC at `now`, to the minute, found from the local dates around it.
std::chrono::minutes local_offset(const Recurrence& recurrence, Now now) {
  // The local midnight that ends today lies within a day and a bit; halving finds it to the second.
  Instant before = now.instant, after = now.instant + std::chrono::hours(26);
  while (after - before > std::chrono::seconds(1)) {
    const Instant middle = before + (after - before) / 2;
    (recurrence.local_day(middle) > now.today ? after : before) = middle;
  }
  return std::chrono::round<std::chrono::minutes>(now.today + std::chrono::days(1) - after);
}

}  // namespace

void draw_circle(Gathering& all) {
  add_signs(all);
  add_journals(all);
  all.circle.signs = all.signs;
  all.circle.offset = local_offset(all.world.recurrence, all.now);
  attach_introductions(all);
  attach_closed_roles(all);
}

}  // namespace goodturn::helper
