// One person and all ties of that person, built from the messages one ego at a time.
#pragma once

#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/relations/touch.h"
#include "tests/bench/ranking/messages.h"

namespace goodturn::bench {

/// Egos with less are left out of the evaluation.
inline constexpr std::size_t least_touches = 200;
inline constexpr std::size_t least_ties = 10;

struct Tie {
  std::string name;
  std::vector<relations::Touch> touches;  ///< ascending by time; days are UTC dates
  std::vector<Day> days;                  ///< contact days
  std::vector<Day> outgoing;              ///< days on which the ego reached out
};

struct Ego {
  std::string name;
  std::vector<Tie> ties;  ///< in order of the first touch
  Day last{};             ///< last day with any touch
};

/// Rows per person, so that one ego can be built without looking at the others.
class EgoBook {
 public:
  /// Keeps a reference to `set`, which has to outlive the book.
  explicit EgoBook(const MessageSet& set);

  /// Numbers of the people to evaluate: those named by the set (or all) with at least 200 touches and 10
  /// ties, in the order of the file.
  [[nodiscard]] std::vector<std::int32_t> chosen() const;
  /// All touches of one person, however few.
  [[nodiscard]] Ego ego(std::int32_t person) const;

 private:
  const MessageSet& set_;
  std::vector<std::uint32_t> start_;  ///< first row of each person, one more at the end
  std::vector<std::uint32_t> rows_;   ///< indices of messages, per person ascending
};

}  // namespace goodturn::bench
