// The journal items of the index, and what of them hangs on single people.
#include <algorithm>
#include <tuple>

#include "core/calendar/joined_profile.h"
#include "helper/index/gathering.h"
#include "helper/index/moment_titles.h"

namespace goodturn::helper {
namespace {

/// Days of journal items stand at their midnight in UTC.
void add_moment(Person& person, Moment::Kind kind, Day day, Said title, std::string text) {
  person.moments.push_back(
      {kind, Instant(day), day, std::move(title), std::move(text), std::nullopt, std::nullopt});
}

void attach(Gathering& all, const calendar::Profile& profile) {
  Person* person = all.person(profile.person.uid);
  if (person == nullptr) return;
  if (person->profile.uid.empty())
    person->profile = profile;
  else
    join_profile(person->profile, profile);
  suggest::Contact& contact = person->contact;
  contact.do_not_suggest = person->profile.do_not_suggest;
  contact.snoozed_until = person->profile.snoozed_until;
  contact.manual_cadence = person->profile.cadence_days;
  contact.manual_layer = person->profile.layer;
  contact.profile = person->profile;
}

void attach_profiles(Gathering& all) {
  // Of a person with several cards the one of the smallest UID comes first, on every computer.
  std::vector<const calendar::Profile*> profiles;
  for (const calendar::Profile& profile : all.journals.profiles) profiles.push_back(&profile);
  std::sort(profiles.begin(), profiles.end(), [](const calendar::Profile* a, const calendar::Profile* b) {
    return std::tie(a->person.uid, a->uid) < std::tie(b->person.uid, b->uid);
  });
  for (const calendar::Profile* profile : profiles) attach(all, *profile);
}

void attach(Gathering& all, const calendar::Ask& ask) {
  Person* person = all.person(ask.person.uid);
  if (person == nullptr) return;
  person->asks.push_back({ask.uid, person->card.uid, ask.day, ask.kind, ask.state, ask.next_step});
  add_moment(*person, Moment::Kind::ask, ask.day, ask_title(ask), ask.text);
}

void attach(Gathering& all, const calendar::Introduction& one) {
  const std::pair<const calendar::NamedPerson&, const calendar::NamedPerson&> both[] = {
      {one.people.a, one.people.b}, {one.people.b, one.people.a}};
  for (const auto& [who, other] : both)
    if (Person* person = all.person(who.uid))
      add_moment(*person, Moment::Kind::introduction, one.sent.value_or(one.day),
                 introduction_title(one, other.name), one.reason);
}

void attach(Gathering& all, const calendar::RoleTerm& term) {
  Person* person = all.person(term.person.uid);
  if (person == nullptr) return;
  add_moment(*person, Moment::Kind::role, term.since, role_title(term), term.text);
  if (term.until) add_moment(*person, Moment::Kind::role, *term.until, role_ended_title(term), "");
}

}  // namespace

Result<void> gather_journals(Gathering& all) {
  return all.rows.each_journal(
      [&](JournalKind, const text::Document& document) { add_journal(all.journals, document); });
}

void attach_journals(Gathering& all) {
  attach_profiles(all);
  for (const calendar::Ask& ask : all.journals.asks) attach(all, ask);
  for (const calendar::Introduction& one : all.journals.introductions) attach(all, one);
  for (const calendar::RoleTerm& term : all.journals.role_terms) attach(all, term);
}

}  // namespace goodturn::helper
