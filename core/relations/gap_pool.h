// The gaps of everybody: what a silence usually looks like for this user, where a tie has little history.
#pragma once

#include <span>
#include <vector>

namespace goodturn::relations {

/// A multiset of gaps in days that counts fast and can be changed one by one. Gaps above 8,191 days
/// are kept as 8,191.
class GapPool {
 public:
  GapPool();
  explicit GapPool(std::span<const int> gaps);

  void add(int gap);
  /// Takes out one gap that was added before.
  void remove(int gap);

  [[nodiscard]] int size() const noexcept { return size_; }
  /// Share of gaps < days, range [0, 1]; 0 when empty.
  [[nodiscard]] double share_below(int days) const;
  /// Share of gaps > days, range [0, 1]; 0 when empty.
  [[nodiscard]] double share_above(int days) const;

 private:
  [[nodiscard]] int count_up_to(int days) const;
  void change(int gap, int by);
  std::vector<int> tree_;  ///< binary indexed tree of counts
  int size_ = 0;
};

/// {1,2,3,5,7,10,14,21,30,60,90,180}: used while the user's own pool has fewer than 20 gaps
/// (ranking.md 3.2).
[[nodiscard]] const GapPool& built_in_pool();
/// `own` if it has at least 20 gaps, else the built-in pool.
[[nodiscard]] const GapPool& pool_or_built_in(const GapPool& own);

}  // namespace goodturn::relations
