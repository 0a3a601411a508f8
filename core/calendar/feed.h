// follow-ups.ics: all follow-ups as one calendar, and what a calendar program changed in it
// (thunderbird.md: ticking a task sends the whole calendar back).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/calendar/follow_up.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// One VCALENDAR with the VTODO of every text, in their order; texts without a VTODO are left out.
/// Named by X-WR-CALNAME and NAME, refreshed every 15 minutes (RFC 7986 §5.7). CRLF. The same input
/// gives the same bytes, so its hash can be the ETag.
[[nodiscard]] std::string write_feed(std::span<const std::string> follow_up_texts,
                                     std::string_view calendar_name);

/// What the user did to the served follow-ups, in their order. Each uid stands in at most one list.
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
  std::vector<Completed> completed;
  std::vector<Moved> moved;
  std::vector<Uid> deleted;  ///< missing or cancelled
  bool operator==(const FeedChanges&) const = default;
};

/// Compares a calendar that was put back with what was served. Completed follow-ups, new tasks and all
/// other edits are passed over. A body without a complete VCALENDAR (cut off, or no calendar) changes
/// nothing: from what is missing in it nothing may be concluded.
[[nodiscard]] FeedChanges diff_feed(const text::Document& put, std::span<const FollowUp> served);

}  // namespace goodturn::calendar
