// What moves a person, and so which gift comes first.
#pragma once

#include <array>

#include "core/base/vocabulary.h"

namespace goodturn::relations {

/// The user's own estimate, 0–2 each; 0 is none or unknown.
struct Motives {
  int fun = 0, status = 0, access = 0;
};

/// All twelve kinds of gift, the fitting ones first: fun → access (an invitation), status → public
/// recognition, access → introduction. A stronger motive comes first, equal ones as named here; the other
/// kinds follow in the order of the vocabulary. Source: features.md row 74.
[[nodiscard]] std::array<GiveKind, all_give_kinds.size()> gifts_for(const Motives& motives);

}  // namespace goodturn::relations
