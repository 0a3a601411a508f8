// Items of any size, each in three versions: as it was agreed, and as it was changed on either side.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace goodturn::tests {

enum class Version { base, ours, theirs };

struct Shape {
  const char* name;
  std::string (*text)(std::size_t parts, Version version);
};

/// What makes a card or calendar large: many lines, values, labels, components, without UIDs or with the
/// same.
[[nodiscard]] const std::vector<Shape>& shapes();

}  // namespace goodturn::tests
