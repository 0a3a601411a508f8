#include "helper/reports/overview.h"

#include <algorithm>

namespace goodturn::helper {
namespace {

Tie tie_of(const Overview& overview, const Person& person) {
  Tie tie;
  tie.person = &person;
  tie.standing = &overview.snapshot.standing(person);
  if (tie.standing->last_day)
    tie.liveliness = relations::liveliness(tie.standing->parts.alive, tie.standing->freshness);
  tie.traits = &overview.snapshot.traits(person);
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

Overview overview_of(const Snapshot& snapshot, Now now, Language language) {
  Overview overview{snapshot, now, language, {}, {}};
  overview.ties.reserve(snapshot.persons().size());
  for (const Person& person : snapshot.persons()) overview.ties.push_back(tie_of(overview, person));
  for (const calendar::RoleTerm& term : snapshot.journals().role_terms)
    overview.terms.push_back({overview.who(term.person.uid).uid, term.role, term.since, term.until});
  return overview;
}

bool is_friend(const Person& person) {
  return person.profile.is_friend || person.profile.tie == TieKind::family;
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
