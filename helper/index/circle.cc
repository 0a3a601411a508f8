// What the suggestion rules know beyond single people: from journals, signs and the clock.
#include "helper/index/gathering.h"
#include "helper/index/goal.h"
#include "helper/index/local_time.h"
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

void add_signs(Gathering& all) {
  const FindPlace place = [&all](const std::string& uid) { return all.place_of(uid); };
  add_journal_signs(all.journals, place, all.signs);
  add_card_signs(all.persons, place, all.signs);
}

/// The user's local time minus UTC at the end of today, to the minute.
std::chrono::minutes local_offset(const Recurrence& recurrence, Now now) {
  const Day tomorrow = now.today + std::chrono::days(1);
  return std::chrono::round<std::chrono::minutes>(Instant(tomorrow) - local_midnight(recurrence, tomorrow));
}

}  // namespace

void draw_circle(Gathering& all) {
  add_signs(all);
  add_journals(all);
  all.circle.signs = all.signs;
  all.circle.offset = local_offset(all.world.recurrence, all.now);
  all.changes(Instant(all.now.today + std::chrono::days(1)) - all.circle.offset);  // the local midnight
  attach_introductions(all);
}

}  // namespace goodturn::helper
