#include "core/relations/gap_pool.h"

#include <algorithm>
#include <array>

namespace goodturn::relations {
namespace {

constexpr int longest_gap = 8191;
constexpr int enough_gaps = 20;

}  // namespace

GapPool::GapPool() : tree_(longest_gap + 1) {}

GapPool::GapPool(std::span<const int> gaps) : GapPool() {
  for (const int gap : gaps) add(gap);
}

void GapPool::add(int gap) { change(gap, 1); }
void GapPool::remove(int gap) { change(gap, -1); }

void GapPool::change(int gap, int by) {
  for (int i = std::clamp(gap, 1, longest_gap); i <= longest_gap; i += i & -i)
    tree_[static_cast<std::size_t>(i)] += by;
  size_ += by;
}

int GapPool::count_up_to(int days) const {
  int count = 0;
  for (int i = std::clamp(days, 0, longest_gap); i > 0; i -= i & -i)
    count += tree_[static_cast<std::size_t>(i)];
  return count;
}

double GapPool::share_below(int days) const {
  return size_ == 0 ? 0 : static_cast<double>(count_up_to(days - 1)) / size_;
}

double GapPool::share_above(int days) const {
  return size_ == 0 ? 0 : static_cast<double>(size_ - count_up_to(days)) / size_;
}

const GapPool& built_in_pool() {
  static const GapPool pool(std::array{1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 90, 180});
  return pool;
}

const GapPool& pool_or_built_in(const GapPool& own) {
  return own.size() >= enough_gaps ? own : built_in_pool();
}

}  // namespace goodturn::relations
