// A content line taken apart where it stands, for those who read it once.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace goodturn::text {

/// Views into the unfolded line. Both names are empty when it is no content line; then all of it is the
/// value.
struct ContentLine {
  std::string_view group;
  std::string_view name;  ///< as written
  std::vector<Parameter> parameters;
  std::string_view value;
};

[[nodiscard]] ContentLine content_line(std::string_view unfolded);

}  // namespace goodturn::text
