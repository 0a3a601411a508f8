// The words of a one-line entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace goodturn::calendar {

struct LineToken {
  std::string raw;         ///< as written
  std::string word;        ///< lower case, without punctuation behind; empty when quoted or marked
  std::string name;        ///< without mark, quotation marks, punctuation and "'s": as a person's name
  bool marked = false;     ///< began with "@"
  bool quoted = false;     ///< stood in quotation marks
  bool owns = false;       ///< ended in "'s"
  bool ends_part = false;  ///< a punctuation mark follows
  bool comma = false;      ///< that mark is a comma
  bool used = false;       ///< no longer part of the text

  /// Begins with A–Z or a letter beyond ASCII.
  [[nodiscard]] bool is_capital() const;
};

/// Parts a line at white space, keeping quoted names whole. Fails with ErrorKind::invalid at an open
/// quotation mark.
[[nodiscard]] Result<std::vector<LineToken>> line_tokens(std::string_view line);

}  // namespace goodturn::calendar
