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
  bool is_open = false;      ///< may_suggest
  std::optional<Side> side;  ///< the user's organisation or another; nullopt: not known
  TieKind tie = TieKind::peer;
  std::vector<std::size_t> roles;  ///< held ones: places in wanted_roles; mostly empty
  AskFit ask;
  Common common;
  int asked_this_week = 0;
  /// thank, promised, first meeting, support, give-match, reciprocate; they point into contact and circle.
  std::vector<Offer> offers;
};

/// What the user set; else up for mentors, sponsors, the own boss and people of a higher level, down for
/// those below, external-peer for people outside, peer for the others. Source: metrics.md 2.9 (d).
[[nodiscard]] TieKind tie_kind_of(const Contact& contact, const Circle& circle, std::optional<Side> side);

/// Looks at the contact, the circle and the day only.
[[nodiscard]] Traits traits_of(const View& view);

}  // namespace goodturn::suggest
