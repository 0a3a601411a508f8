#include <algorithm>
#include <set>

#include "helper/json/json.h"

namespace goodturn::helper {
namespace {

Json reasons_of(const people::Proposal& proposal, const std::vector<Person>& persons) {
  Json reasons = Json::array();
  for (const people::Link& link : proposal.links)
    for (const people::Reason& reason : link.reasons) {
      Json json = {{"sign", people::to_string(reason.sign)},
                   {"people", {persons[link.a].card.uid.value, persons[link.b].card.uid.value}}};
      if (!reason.value.empty()) json["value"] = reason.value;
      reasons.push_back(std::move(json));
    }
  return reasons;
}

Json json_of(const people::Proposal& proposal, const Snapshot& snapshot, const Items& items,
             Language language) {
  Json people = Json::array();
  for (const std::size_t place : proposal.people) {
    const Person& person = snapshot.persons()[place];
    Json json = {{"uid", person.card.uid.value},
                 {"name", person.card.name},
                 {"cards", cards_json(person, items, language)}};
    if (const auto last = snapshot.standing(person).last_day) json["last_contact"] = to_iso(*last);
    people.push_back(std::move(json));
  }
  return {{"certainty", people::to_string(proposal.certainty)},
          {"reasons", reasons_of(proposal, snapshot.persons())},
          {"people", std::move(people)}};
}

}  // namespace

Json people_json(const Snapshot& snapshot, const std::vector<Uid>& cards, const Items& items,
                 Language language) {
  Json people = Json::array();
  std::set<const Person*> seen;
  for (const Uid& card : cards)
    if (const Person* person = snapshot.by_uid(card); person && seen.insert(person).second)
      people.push_back(json_of_person(snapshot, *person, items, language));
  return people;
}

Json json_of(const Duplicates& duplicates, const Items& items, std::size_t limit, std::size_t offset,
             Language language) {
  Json proposals = Json::array();
  const std::size_t end =
      offset + std::min(limit, duplicates.proposals.size() - std::min(offset, duplicates.proposals.size()));
  for (std::size_t i = offset; i < end; ++i)
    proposals.push_back(json_of(duplicates.proposals[i], *duplicates.snapshot, items, language));
  return {{"total", duplicates.proposals.size()}, {"proposals", std::move(proposals)}};
}

}  // namespace goodturn::helper
