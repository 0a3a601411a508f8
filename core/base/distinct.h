// A list in which every value stands once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace goodturn {

/// Keeps the order of first appearance. A card may hold 100,000 values: looking one up costs the logarithm
/// of their number, and nothing is set up for the few that are usual.
template <class Value>
class Distinct {
 public:
  Distinct() = default;
  explicit Distinct(std::vector<Value> values) {
    for (Value& value : values) add(std::move(value));
  }

  /// False when it is there already.
  bool add(Value value) {
    if (contains(value)) return false;
    list_.push_back(std::move(value));
    if (list_.size() == few + 1)
      seen_.insert(list_.begin(), list_.end());
    else if (list_.size() > few)
      seen_.insert(list_.back());
    return true;
  }

  [[nodiscard]] std::vector<Value> take() && { return std::move(list_); }

 private:
  static constexpr std::size_t few = 16;

  [[nodiscard]] bool contains(const Value& value) const {
    if (list_.size() > few) return seen_.contains(value);
    return std::find(list_.begin(), list_.end(), value) != list_.end();
  }

  std::vector<Value> list_;
  std::set<Value> seen_;
};

}  // namespace goodturn
