// Ways to people: who could introduce the user to somebody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/network/reach.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

/// How near somebody is.
struct Way {
  std::optional<int> steps;  ///< 1 a living tie, 2 through one introduction; nullopt: no warm path is known
  std::vector<Who> via;      ///< who could introduce, strongest tie first, at most 3; empty for a contact
  std::string text;          ///< "through Ada Example, 2 steps"
};

/// Finds ways among everybody in the address books; people who can introduce have a living tie and may be
/// suggested.
class Paths {
 public:
  explicit Paths(const Overview& overview);
  /// `person` is a place in overview.ties.
  [[nodiscard]] Way to(std::size_t person) const;

 private:
  const Overview& overview_;
  network::PairKnowledge known_;
  std::vector<double> strengths_;
};

/// "you are in touch", "through Ada Example, 2 steps", "no warm path is known".
[[nodiscard]] std::string way_words(const std::optional<int>& steps, const std::vector<Who>& via,
                                    Language language);

}  // namespace goodturn::helper
