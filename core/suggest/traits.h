// What a contact says alone, whatever the standings and the other people are: kept until the contact changes.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/network/behaviours.h"
#include "core/suggest/ask.h"
#include "core/suggest/deepen.h"
#include "core/suggest/offer.h"
#include "core/suggest/scene.h"

namespace goodturn::suggest {

struct Traits {
  bool is_open = false;            ///< may_suggest
  std::optional<Side> side;        ///< the user's organisation or another
  std::vector<std::size_t> roles;  ///< held ones: places in wanted_roles; mostly empty
  AskFit ask;
  Common common;
  int asked_this_week = 0;
  /// thank, promised, first meeting, support, give-match, reciprocate; they point into contact and circle.
  std::vector<Offer> offers;
};

/// Looks at the contact, the circle and the day only.
[[nodiscard]] Traits traits_of(const View& view);

}  // namespace goodturn::suggest
