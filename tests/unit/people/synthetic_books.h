// Address books with known duplicates, drawn at random.
#pragma once

#include <cstdint>
#include <vector>

#include "core/people/duplicates.h"

namespace goodturn::people {

/// Cards and who they are: two cards with the same number are one person.
struct Books {
  std::vector<Likeness> cards;
  std::vector<std::size_t> who;  ///< as many
};

/// `people` people, every fourth with a second card that changed on the way (name written otherwise, other
/// firm, other address, nothing in common), some with a third. Among them namesakes, also at one firm,
/// couples that share a landline or an address, switchboards, role addresses and a club's address.
[[nodiscard]] Books draw_books(std::size_t people, std::uint64_t seed);

}  // namespace goodturn::people
