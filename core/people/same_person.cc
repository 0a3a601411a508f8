#include "core/people/same_person.h"

#include <algorithm>

namespace goodturn::people {

SamePerson::SamePerson(std::span<const CardPair> same, std::span<const CardPair> apart) {
  std::unordered_map<Uid, std::vector<Uid>> kept_apart;
  for (const auto& [a, b] : apart) {
    kept_apart[a].push_back(b);
    kept_apart[b].push_back(a);
  }
  std::vector<CardPair> order;
  for (const auto& [a, b] : same) order.push_back(a < b ? CardPair(a, b) : CardPair(b, a));
  std::sort(order.begin(), order.end());
  for (const CardPair& pair : order) join(pair, kept_apart);
}

void SamePerson::join(const CardPair& pair, const std::unordered_map<Uid, std::vector<Uid>>& apart) {
  const Uid first = person_of(pair.first);
  const Uid second = person_of(pair.second);
  if (first == second) return;
  std::vector<Uid> cards = cards_of(first);
  for (const Uid& card : cards)
    if (const auto found = apart.find(card); found != apart.end())
      for (const Uid& other : found->second)
        if (person_of(other) == second) return;
  for (const Uid& card : cards_of(second)) cards.push_back(card);
  std::sort(cards.begin(), cards.end());
  const Uid person = cards.front();
  for (const Uid& card : cards) person_.insert_or_assign(card, person);
  cards_.erase(first);
  cards_.erase(second);
  cards_.emplace(person, std::move(cards));
}

std::vector<Uid> SamePerson::cards_of(const Uid& card) const {
  const auto found = cards_.find(person_of(card));
  return found == cards_.end() ? std::vector<Uid>{card} : found->second;
}

const Uid& SamePerson::person_of(const Uid& card) const {
  const auto found = person_.find(card);
  return found == person_.end() ? card : found->second;
}

}  // namespace goodturn::people
