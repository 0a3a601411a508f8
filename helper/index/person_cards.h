// The cards of one person, put together.
#pragma once

#include <vector>

#include "core/calendar/identity.h"
#include "core/people/same_person.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// The user's words about pairs of cards, by what they say. A word without verdict or UIDs is left out.
struct IdentityWords {
  std::vector<people::CardPair> same;
  std::vector<people::CardPair> apart;
};
[[nodiscard]] IdentityWords identity_words(const std::vector<calendar::Identity>& identities);

/// Adds one card that was read; `person` may be empty before.
void add_card(Person& person, people::Card card, CardPlace place);

/// After the last card: sorts places and cards, and makes the person's own card of several.
void join_cards(Person& person);

}  // namespace goodturn::helper
