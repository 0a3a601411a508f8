#include "helper/reports/role_map.h"

#include <algorithm>
#include <set>

#include "core/relations/recipients.h"
#include "core/suggest/role_gap.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using network::RoleHolder;
using relations::Liveliness;

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

std::vector<network::RoleProspect> prospects_of(const Overview& overview,
                                                const std::vector<RoleHolder>& holders, Friends friends) {
  std::vector<network::RoleProspect> prospects;
  for (const Tie& tie : overview.ties) {
    const Person& person = *tie.person;
    if (!tie.is_alive() || person.profile.ratings.willing <= 0 || !tie.is_open()) continue;
    const std::vector<std::string> roles = words_of_roles(holders, person.card.uid);
    if (friends == Friends::left_out && is_friend(person) && roles.empty()) continue;
    const calendar::Ratings& ratings = person.profile.ratings;
    prospects.push_back({person.card.uid, roles, person.contact.closed_roles, *tie.liveliness,
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
    candidates.push_back({overview.who(one.person), in_words(one.reasons, overview.language)});
  }
  return candidates;
}

std::string gloss_of_word(const std::string& word) {
  const auto role = parse_role(word);
  return role ? std::string(gloss_of(*role)) : std::string();
}

}  // namespace

std::vector<network::RoleNeed> needs_of(const Overview& overview) {
  return suggest::wanted_roles(overview.snapshot.ranking().circle());
}

std::vector<RoleHolder> holders_of(const Overview& overview) {
  const std::vector<network::RoleNeed> needs = needs_of(overview);
  std::vector<RoleHolder> holders;
  for (const Tie& tie : overview.ties)
    for (std::string& role : suggest::role_words(tie.person->contact, needs))
      holders.push_back({tie.person->card.uid, std::move(role), suggest::liveliness_of(*tie.standing)});
  return holders;
}

std::vector<Seat> seats_of(const Overview& overview, const std::vector<RoleHolder>& holders,
                           Friends friends) {
  const std::vector<network::RoleProspect> prospects = prospects_of(overview, holders, friends);
  const auto coverage = network::coverage(needs_of(overview), holders);
  std::vector<Seat> seats;
  if (!coverage) return seats;
  for (const network::RoleSlot& slot : coverage->slots) {
    Seat seat{slot.role, gloss_of_word(slot.role), slot.need, slot.active, {}, {}, ""};
    for (const RoleHolder& holder : holders)
      if (holder.role == slot.role) seat.holders.push_back(holder_of(overview, holder));
    if (slot.have < slot.need) seat.candidates = candidates_of(overview, slot.role, prospects);
    seat.text = seat_words(seat.role, seat.holders, overview.now.today, overview.language);
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

std::string seat_words(const std::string& role, const std::vector<Holder>& holders, Day today,
                       Language language) {
  if (holders.empty()) return in_words(Said("report.seat_empty", {{"role", role}}), language);
  std::string names;
  for (const Holder& holder : holders) {
    const bool is_alive = holder.liveliness == Liveliness::alive;
    Said said(is_alive ? "report.holder" : "report.holder_never", {{"person", holder.who.name}});
    if (!is_alive && holder.last_contact) {
      said.key = holder.liveliness == Liveliness::fading ? "report.holder_fading" : "report.holder_silent";
      said.arguments.push_back({"ago", ago_words(days_between(*holder.last_contact, today), language)});
    }
    names += (names.empty() ? "" : "; ") + in_words(said, language);
  }
  return in_words(
      Said(holders.size() == 1 ? "report.seat_only" : "report.seat", {{"role", role}, {"holders", names}}),
      language);
}

}  // namespace goodturn::helper
