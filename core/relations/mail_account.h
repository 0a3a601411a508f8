// Which mail the user lets Goodturn observe, and how far it was read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"

namespace goodturn::relations {

/// Messages dated in [from, until] were read.
struct ReadSpan {
  Instant from{};
  Instant until{};
  bool operator==(const ReadSpan&) const = default;
};

/// Both as one; when there is a gap between them, the later one, because what lies before it is to be read
/// again.
[[nodiscard]] inline ReadSpan joined(const ReadSpan& one, const ReadSpan& other) {
  if (one.until < other.from) return other;
  if (other.until < one.from) return one;
  return {std::min(one.from, other.from), std::max(one.until, other.until)};
}

struct MailFolder {
  std::string id;  ///< the mail program's own name for it
  std::string name;
  std::optional<ReadSpan> read;  ///< nullopt: not read yet
  bool operator==(const MailFolder&) const = default;
};

struct MailAccount {
  std::string id;
  std::string name;
  std::vector<MailFolder> folders;  ///< the chosen ones; none: not watched, only what was read before is kept
  std::size_t messages = 0;         ///< how many are kept of it
  bool operator==(const MailAccount&) const = default;
};

}  // namespace goodturn::relations
