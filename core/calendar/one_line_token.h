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
  std::string name;        ///< without mark, quotation marks, punctuation and "'s": as a person's name;
                           ///< empty without a letter or digit
  std::string tag;         ///< without "#" and punctuation; empty: none, or without a letter or digit
  bool marked = false;     ///< began with "@"
  bool quoted = false;     ///< stood in quotation marks
  bool owns = false;       ///< ended in "'s"
  bool ends_part = false;  ///< a punctuation mark follows
  bool comma = false;      ///< that mark is a comma
  bool used = false;       ///< no longer part of the text

  /// Begins with A–Z or a letter beyond ASCII that is no small one; not with a typographic mark or a picture.
  /// Letters of scripts without small ones (Hebrew, Chinese) count as capitals.
  [[nodiscard]] bool is_capital() const;
};

/// The line as UTF-8, every control character and every space of Unicode as U+0020, without the marks that
/// turn the direction of writing (U+202A–U+202E, U+2066–U+2069) and without U+200B and U+FEFF.
[[nodiscard]] std::string cleaned_line(std::string_view line);

/// Parts a cleaned line at spaces, keeping quoted names whole: "…", “…” and „…“. Fails with
/// ErrorKind::invalid at an open quotation mark ("); the others are plain characters when they are open.
[[nodiscard]] Result<std::vector<LineToken>> line_tokens(std::string_view line);

}  // namespace goodturn::calendar
