// Which cards are one person, by the user's words about pairs of them.
#pragma once

#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/strong.h"

namespace goodturn::people {

/// Two cards by their UIDs, in any order.
using CardPair = std::pair<Uid, Uid>;

/// Groups of cards. A card that nobody spoke of is a person of its own.
class SamePerson {
 public:
  SamePerson() = default;
  /// `same` holds also through a third card. Where it contradicts `apart` (two computers that said different
  /// things), the two of `apart` stay in different groups; which of them keeps the cards between is decided
  /// by the order of UIDs, so that every computer sees the same people. Order and repetition do not matter.
  SamePerson(std::span<const CardPair> same, std::span<const CardPair> apart);

  /// All cards of the person with this card, ascending by UID; also UIDs whose cards are gone.
  [[nodiscard]] std::vector<Uid> cards_of(const Uid& card) const;
  /// The same text for all cards of one person: the smallest of their UIDs.
  [[nodiscard]] const Uid& person_of(const Uid& card) const;

 private:
  void join(const CardPair& pair, const std::unordered_map<Uid, std::vector<Uid>>& apart);

  std::unordered_map<Uid, Uid> person_;              ///< card → smallest UID of its group
  std::unordered_map<Uid, std::vector<Uid>> cards_;  ///< the smallest UID → the group
};

}  // namespace goodturn::people
