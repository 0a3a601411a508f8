#include "helper/reports/overview.h"

#include <algorithm>

namespace goodturn::helper {
namespace {

network::Workplace workplace_of(const people::Card& card) {
  network::Workplace place{card.organisation, {}};
  for (const std::string& email : card.emails)
    if (const std::size_t at = email.find('@'); at != std::string::npos)
      place.domains.push_back(email.substr(at + 1));
  return place;
}

bool holds(const Person& person, Role role) {
  const auto& roles = person.card.roles;
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// One person may have several cards, each with its own UID.
bool has_card(const Person& person, const Uid& uid) {
  return person.card.uid == uid || std::any_of(person.places.begin(), person.places.end(),
                                               [&](const CardPlace& place) { return place.uid == uid; });
}

Tie tie_of(const Overview& overview, const Person& person, const network::Workplace& own_place) {
  Tie tie;
  tie.person = &person;
  tie.standing = &overview.snapshot.standing(person);
  if (tie.standing->last_day)
    tie.liveliness = relations::liveliness(tie.standing->parts.alive, tie.standing->freshness);
  tie.side = network::side_of(workplace_of(person.card), own_place);
  tie.kind = tie_kind_of(person, overview.own(), tie.side);
  return tie;
}

}  // namespace

std::optional<std::size_t> Overview::place_of(const Uid& uid) const {
  constexpr std::string_view scheme = "urn:uuid:";
  const Person* person = snapshot.by_uid(uid);
  if (person == nullptr)
    person = snapshot.by_uid(uid.value.starts_with(scheme) ? Uid(uid.value.substr(scheme.size()))
                                                           : Uid(std::string(scheme) + uid.value));
  if (person == nullptr) return std::nullopt;
  return static_cast<std::size_t>(person - snapshot.persons().data());
}

Who Overview::who(const Uid& uid, const std::string& otherwise) const {
  const auto place = place_of(uid);
  return place ? ties[*place].who() : Who{uid, otherwise};
}

Overview overview_of(const Snapshot& snapshot, Now now) {
  Overview overview{snapshot, now, {}, {}};
  const network::Workplace own_place{overview.own().organisation, overview.own().domains};
  overview.ties.reserve(snapshot.persons().size());
  for (const Person& person : snapshot.persons())
    overview.ties.push_back(tie_of(overview, person, own_place));
  for (const calendar::RoleTerm& term : snapshot.journals().role_terms)
    overview.terms.push_back({overview.who(term.person.uid).uid, term.role, term.since, term.until});
  return overview;
}

TieKind tie_kind_of(const Person& person, const calendar::OwnProfile& own, std::optional<Side> side) {
  if (person.profile.tie) return *person.profile.tie;
  const bool is_boss = !own.boss.empty() && has_card(person, own.boss);
  if (is_boss || holds(person, Role::mentor) || holds(person, Role::sponsor)) return TieKind::up;
  if (own.seniority && person.profile.seniority) {
    if (*person.profile.seniority > *own.seniority) return TieKind::up;
    if (*person.profile.seniority < *own.seniority) return TieKind::down;
  }
  return side == Side::external ? TieKind::external_peer : TieKind::peer;
}

bool is_friend(const Person& person) {
  return person.profile.is_friend || person.profile.tie == TieKind::family;
}

std::vector<Day> ask_days_of(const Person& person) {
  std::vector<Day> days = person.ask_days;
  for (const relations::Ask& ask : person.asks)
    if (ask.state != AskState::withdrawn) days.push_back(ask.day);
  for (const relations::LedgerEntry& entry : person.ledger)
    if (entry.side == relations::LedgerSide::received && entry.asked) days.push_back(entry.day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::vector<relations::LedgerEntry> whole_ledger(const Overview& overview) {
  std::vector<relations::LedgerEntry> ledger;
  for (const Tie& tie : overview.ties)
    ledger.insert(ledger.end(), tie.person->ledger.begin(), tie.person->ledger.end());
  return ledger;
}

std::vector<relations::Ask> all_asks(const Overview& overview) {
  std::vector<relations::Ask> asks;
  for (const Tie& tie : overview.ties)
    asks.insert(asks.end(), tie.person->asks.begin(), tie.person->asks.end());
  return asks;
}

std::vector<std::size_t> living_places(const Overview& overview) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < overview.ties.size(); ++i)
    if (overview.ties[i].is_living()) places.push_back(i);
  return places;
}

network::PairKnowledge pairs_among(const Overview& overview, std::span<const std::size_t> places) {
  const auto node_of = [&](std::size_t place) {
    return static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) - places.begin());
  };
  const auto is_among = [&](std::size_t place) {
    return std::binary_search(places.begin(), places.end(), place);
  };
  std::vector<network::PairSign> signs;
  for (network::PairSign sign : overview.snapshot.signs()) {
    if (!is_among(sign.a) || !is_among(sign.b)) continue;
    sign.a = node_of(sign.a);
    sign.b = node_of(sign.b);
    signs.push_back(sign);
  }
  return network::pair_knowledge(places.size(), signs, overview.now.today);
}

}  // namespace goodturn::helper
