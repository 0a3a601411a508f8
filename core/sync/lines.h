// Lines of one property in two versions of an item, compared by what they mean.
#pragma once

#include <string_view>
#include <vector>

#include "core/sync/version.h"

namespace goodturn::sync {

using Lines = std::vector<Entry>;

/// What some lines mean, for looking lines up in them: n log n for n lines. The lines must live as long.
class Meanings {
 public:
  explicit Meanings(const Lines& lines);
  [[nodiscard]] bool has(const Entry& entry) const;

 private:
  std::vector<std::string_view> sorted_;
};

/// The lines that mean none of what `others` mean, in order.
[[nodiscard]] Lines without(const Lines& lines, const Lines& others);
/// Whether each line of either has its like among the other's, however often it stands there.
[[nodiscard]] bool same_meanings(const Lines& left, const Lines& right);

}  // namespace goodturn::sync
