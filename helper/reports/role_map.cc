#include "helper/reports/role_map.h"

#include <algorithm>
#include <set>

#include "core/people/letters.h"
#include "core/relations/recipients.h"

namespace goodturn::helper {
namespace {

using network::RoleHolder;
using relations::Liveliness;

Liveliness liveliness_of(const Overview& overview, const Uid& uid) {
  const auto place = overview.place_of(uid);
  return place ? overview.ties[*place].liveliness.value_or(Liveliness::quiet) : Liveliness::quiet;
}

/// The role words of a card: the vocabulary's and those of the user's own that `needs` name.
std::set<std::string> tagged_roles(const people::Card& card, const std::vector<network::RoleNeed>& needs) {
  std::set<std::string> roles;
  for (const Role role : card.roles) roles.insert(std::string(goodturn::to_string(role)));
  for (const network::RoleNeed& need : needs)
    for (const std::string& tag : card.tags)
      if (people::folded_word(tag) == people::folded_word(need.role)) roles.insert(need.role);
  return roles;
}

std::optional<Day> since_of(const Overview& overview, const Uid& person, const std::string& role) {
  std::optional<Day> since;
  for (const network::RoleTerm& term : overview.terms) {
    const bool holds = term.since <= overview.now.today && (!term.until || overview.now.today < *term.until);
    if (term.person == person && term.role == role && holds && (!since || term.since < *since))
      since = term.since;
  }
  return since;
}

Holder holder_of(const Overview& overview, const RoleHolder& held) {
  Holder holder;
  holder.who = overview.who(held.person);
  holder.liveliness = held.liveliness;
  holder.since = since_of(overview, held.person, held.role);
  const auto place = overview.place_of(held.person);
  if (!place) return holder;
  const Tie& tie = overview.ties[*place];
  holder.last_contact = tie.standing->last_day;
  holder.opportunities = relations::received_from(tie.person->ledger, tie.person->card.uid,
                                                  GiveKind::opportunity, overview.now.today);
  return holder;
}

std::vector<std::string> words_of_roles(const std::vector<RoleHolder>& holders, const Uid& person) {
  std::vector<std::string> roles;
  for (const RoleHolder& holder : holders)
    if (holder.person == person) roles.push_back(holder.role);
  return roles;
}

std::vector<std::string> closed_with(const Overview& overview, const Uid& person) {
  std::vector<std::string> roles;
  for (const network::RoleTerm& term : overview.terms)
    if (term.person == person && network::was_closed(overview.terms, person, term.role, overview.now.today))
      roles.push_back(term.role);
  return roles;
}

std::vector<network::RoleProspect> prospects_of(const Overview& overview,
                                                const std::vector<RoleHolder>& holders, Friends friends) {
  std::vector<network::RoleProspect> prospects;
  for (const Tie& tie : overview.ties) {
    const Person& person = *tie.person;
    if (!tie.is_alive() || person.profile.ratings.willing <= 0 || person.contact.do_not_suggest) continue;
    const std::vector<std::string> roles = words_of_roles(holders, person.card.uid);
    if (friends == Friends::left_out && is_friend(person) && roles.empty()) continue;
    const calendar::Ratings& ratings = person.profile.ratings;
    prospects.push_back({person.card.uid, roles, closed_with(overview, person.card.uid), *tie.liveliness,
                         tie.standing->layer, person.profile.seniority, tie.strength(), ratings.experience,
                         ratings.influence, ratings.willing});
  }
  return prospects;
}

std::vector<Candidate> candidates_of(const Overview& overview, const std::string& role,
                                     const std::vector<network::RoleProspect>& prospects) {
  constexpr std::size_t most = 3;
  std::vector<Candidate> candidates;
  for (const network::RoleCandidate& one :
       network::candidates_for(role, prospects, overview.own().seniority)) {
    if (candidates.size() == most) break;
    candidates.push_back({overview.who(one.person), one.reasons});
  }
  return candidates;
}

std::string gloss_of_word(const std::string& word) {
  const auto role = parse_role(word);
  return role ? std::string(gloss_of(*role)) : std::string();
}

}  // namespace

std::vector<network::RoleNeed> needs_of(const calendar::OwnProfile& own) {
  if (own.wanted_roles.empty()) return network::default_needs();
  std::vector<network::RoleNeed> needs;
  for (const calendar::WantedRole& wanted : own.wanted_roles) needs.push_back({wanted.role, wanted.count});
  return needs;
}

std::vector<RoleHolder> holders_of(const Overview& overview) {
  const std::vector<network::RoleNeed> needs = needs_of(overview.own());
  std::vector<RoleHolder> holders = network::holders_on(
      overview.terms, overview.now.today, [&](const Uid& uid) { return liveliness_of(overview, uid); });
  std::set<std::pair<Uid, std::string>> seen;
  std::erase_if(holders, [&](const RoleHolder& one) { return !seen.insert({one.person, one.role}).second; });
  for (const Tie& tie : overview.ties) {
    if (tie.person->card.tags.empty()) continue;
    const Uid& uid = tie.person->card.uid;
    for (const std::string& role : tagged_roles(tie.person->card, needs)) {
      if (network::was_closed(overview.terms, uid, role, overview.now.today)) continue;
      if (seen.insert({uid, role}).second)
        holders.push_back({uid, role, tie.liveliness.value_or(Liveliness::quiet)});
    }
  }
  return holders;
}

std::optional<network::Coverage> coverage_of(const Overview& overview) {
  return network::coverage(needs_of(overview.own()), holders_of(overview));
}

std::vector<Seat> seats_of(const Overview& overview, const std::vector<RoleHolder>& holders,
                           Friends friends) {
  const std::vector<network::RoleProspect> prospects = prospects_of(overview, holders, friends);
  const auto coverage = network::coverage(needs_of(overview.own()), holders);
  std::vector<Seat> seats;
  if (!coverage) return seats;
  for (const network::RoleSlot& slot : coverage->slots) {
    Seat seat{slot.role, gloss_of_word(slot.role), slot.need, slot.active, {}, {}, ""};
    for (const RoleHolder& holder : holders)
      if (holder.role == slot.role) seat.holders.push_back(holder_of(overview, holder));
    if (slot.have < slot.need) seat.candidates = candidates_of(overview, slot.role, prospects);
    seat.text = seat_words(seat.role, seat.holders, overview.now.today);
    seats.push_back(std::move(seat));
  }
  return seats;
}

std::vector<ClosedRole> closed_roles_of(const Overview& overview) {
  std::vector<ClosedRole> closed;
  for (const network::RoleTerm& term : overview.terms)
    if (term.until && *term.until <= overview.now.today)
      closed.push_back({overview.who(term.person), term.role, term.since, *term.until});
  std::stable_sort(closed.begin(), closed.end(),
                   [](const ClosedRole& a, const ClosedRole& b) { return a.until > b.until; });
  return closed;
}

std::vector<Who> friends_only(const Overview& overview, const std::vector<RoleHolder>& holders) {
  std::set<Uid> with_role;
  for (const RoleHolder& holder : holders) with_role.insert(holder.person);
  std::vector<Who> friends;
  for (const Tie& tie : overview.ties)
    if (is_friend(*tie.person) && !with_role.contains(tie.person->card.uid)) friends.push_back(tie.who());
  return friends;
}

std::string seat_words(const std::string& role, const std::vector<Holder>& holders, Day today) {
  if (holders.empty()) return role + ": empty";
  std::string text = role + (holders.size() == 1 ? ": only " : ": ");
  for (std::size_t i = 0; i < holders.size(); ++i) {
    const Holder& holder = holders[i];
    text += (i == 0 ? "" : "; ") + holder.who.name;
    if (holder.liveliness == Liveliness::alive) continue;
    if (!holder.last_contact)
      text += ", not yet in touch";
    else
      text += std::string(holder.liveliness == Liveliness::fading ? ", fading" : ", silent") +
              ", last in touch " + ago_words(days_between(*holder.last_contact, today));
  }
  return text;
}

}  // namespace goodturn::helper
