// follow-ups.ics: all its tasks as one calendar, and what a calendar program changed in it
// (thunderbird.md: ticking a task sends the whole calendar back).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// One VCALENDAR with the VTODO of every text, in their order; texts without a VTODO are left out.
/// Named by X-WR-CALNAME and NAME, refreshed every 15 minutes (RFC 7986 §5.7). CRLF. The same input
/// gives the same bytes, so its hash can be the ETag.
[[nodiscard]] std::string write_feed(std::span<const std::string> task_texts, std::string_view calendar_name);

/// What a calendar program was shown of a task.
struct ServedTask {
  Uid uid;
  Day due{};  ///< the date of DUE as written
  bool completed = false;
  std::optional<std::string> summary{};  ///< absent where a new one is of no interest
  bool operator==(const ServedTask&) const = default;
};

/// What the user did to the served tasks, in their order. Each uid stands in at most one list, and besides in
/// `renamed`.
struct FeedChanges {
  struct Completed {
    Uid uid;
    std::optional<Instant> at;  ///< COMPLETED; absent when the program did not say when
    bool operator==(const Completed&) const = default;
  };
  struct Moved {
    Uid uid;
    Day due{};  ///< the new date
    bool operator==(const Moved&) const = default;
  };
  struct Renamed {
    Uid uid;
    std::string summary;  ///< the new one, never empty
    bool operator==(const Renamed&) const = default;
  };
  std::vector<Completed> completed;
  std::vector<Moved> moved;
  std::vector<Uid> deleted;  ///< missing or cancelled
  std::vector<Renamed> renamed{};
  bool operator==(const FeedChanges&) const = default;
};

/// Compares a calendar that was put back with what was served. Completed ones, new tasks, empty titles and
/// all other edits are passed over. A body without a complete VCALENDAR (cut off, or no calendar) changes
/// nothing: from what is missing in it nothing may be concluded.
[[nodiscard]] FeedChanges diff_feed(const text::Document& put, std::span<const ServedTask> served);

}  // namespace goodturn::calendar
