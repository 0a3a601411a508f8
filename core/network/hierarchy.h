// Who reports to whom: a forest.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace goodturn::network {

/// A value. People are places in the caller's list. Cycles of reporting lines are reported and all their
/// lines taken out, because nobody can say which one is wrong; what hangs on a cycle keeps its own line.
class Hierarchy {
 public:
  /// `bosses`: for each person whom they report to, if known; a boss outside the list counts as unknown.
  explicit Hierarchy(std::vector<std::optional<std::size_t>> bosses);

  [[nodiscard]] std::size_t size() const noexcept { return bosses_.size(); }
  [[nodiscard]] std::optional<std::size_t> boss_of(std::size_t person) const { return bosses_[person]; }
  /// Steps up to the top; 0 for somebody without a known boss.
  [[nodiscard]] int depth_of(std::size_t person) const { return depths_[person]; }
  /// Whether anything is known: a boss, or somebody who reports to them.
  [[nodiscard]] bool is_placed(std::size_t person) const { return placed_[person]; }
  /// Boss, boss's boss … nearest first; may be empty.
  [[nodiscard]] std::vector<std::size_t> above(std::size_t person) const;
  /// Each cycle starts at its smallest place and follows the lines; somebody reporting to themselves is a
  /// cycle of one. Ascending.
  [[nodiscard]] const std::vector<std::vector<std::size_t>>& cycles() const noexcept { return cycles_; }

 private:
  void break_cycles();
  void measure();

  std::vector<std::optional<std::size_t>> bosses_;
  std::vector<int> depths_;
  std::vector<bool> placed_;
  std::vector<std::vector<std::size_t>> cycles_;
};

}  // namespace goodturn::network
