// Six networking behaviours (Wolff & Moser): building, maintaining, using × inside, outside.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/base/vocabulary.h"

namespace goodturn::network {

/// Where somebody works, as far as a card and an address say.
struct Workplace {
  std::string organisation;          ///< may be empty
  std::vector<std::string> domains;  ///< of e-mail addresses; may be empty
};

/// Internal with a common organisation or e-mail domain (case-blind), external when they can be compared and
/// differ; nullopt when nothing can be compared: ask once per domain.
[[nodiscard]] std::optional<Side> side_of(const Workplace& person, const Workplace& user);

/// A touch as the six cells see it.
struct BehaviourTouch {
  Day day{};
  Day first{};               ///< the person's first touch ever
  std::optional<Side> side;  ///< of the person; nullopt is unknown
  bool for_ask = false;      ///< linked to an ask, or to something received on request
};

inline constexpr int building_days = 30;

/// use for an ask; else build when the person's first touch is at most 30 days before; else maintain. One
/// touch, one cell. Source: metrics.md 2.15.
[[nodiscard]] Purpose purpose_of(const BehaviourTouch& touch);

/// Counts [side][purpose] in the order of the vocabulary.
struct Behaviours {
  std::array<std::array<int, 3>, 2> counts{};
  int unknown_side = 0;  ///< touches of people whose side is not known, in no cell
  [[nodiscard]] int count(Side side, Purpose purpose) const {
    return counts[static_cast<std::size_t>(side)][static_cast<std::size_t>(purpose)];
  }
  [[nodiscard]] int total() const;
  /// Share of all six, range [0, 1]; nullopt when all are 0.
  [[nodiscard]] std::optional<double> share(Side side, Purpose purpose) const;
  /// H/ln 6 with H = −Σ p ln p: 1 when all six are equal, 0 when there is but one. nullopt when all are 0.
  /// There is no target and no total score. Source: metrics.md 2.15.
  [[nodiscard]] std::optional<double> evenness() const;
};

/// Touches of the last 90 days (any order; later than `today` does not count).
[[nodiscard]] Behaviours behaviours_of(std::span<const BehaviourTouch> touches, Day today);

}  // namespace goodturn::network
