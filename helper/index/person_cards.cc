#include "helper/index/person_cards.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/people/joined_card.h"

namespace goodturn::helper {

IdentityWords identity_words(const std::vector<calendar::Identity>& identities) {
  IdentityWords words;
  for (const calendar::Identity& identity : identities) {
    const auto& [a, b] = identity.cards;
    if (!identity.verdict || a.uid.empty() || b.uid.empty()) continue;
    (*identity.verdict == Verdict::same ? words.same : words.apart).emplace_back(a.uid, b.uid);
  }
  return words;
}

void add_card(Person& person, people::Card card, CardPlace place) {
  const bool is_first = person.places.empty();
  person.places.push_back(std::move(place));
  if (is_first) {
    person.card = std::move(card);
    return;
  }
  if (person.cards.empty()) person.cards.push_back(person.card);
  person.cards.push_back(std::move(card));
}

void join_cards(Person& person) {
  if (person.cards.empty()) return;
  std::vector<std::size_t> order(person.places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t at) {
    const CardPlace& place = person.places[at];
    return std::tie(place.uid, place.collection, place.href);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::vector<CardPlace> places;
  std::vector<people::Card> cards;
  for (const std::size_t at : order) {
    places.push_back(std::move(person.places[at]));
    cards.push_back(std::move(person.cards[at]));
  }
  person.places = std::move(places);
  person.cards = std::move(cards);
  person.card = people::joined_card(person.cards);
}

}  // namespace goodturn::helper
