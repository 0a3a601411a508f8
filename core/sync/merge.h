// Three-way merge of one item, property by property.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/sync/item.h"

namespace goodturn::sync {

struct Merged {
  std::string text;  ///< the remote text with the local changes in it
  /// Local values that lost against a remote change of the same property; collection, href and at are left
  /// for the caller to fill.
  std::vector<ConflictRow> conflicts;
};

/// Merges `local` and `remote`, both made from `base` (empty when the two were never agreed on).
/// - Lines that only one side changed: that side's change. An edit beats a delete.
/// - Repeated properties (TEL, EMAIL, ATTENDEE …) and the values of CATEGORIES, NICKNAME, RESOURCES are sets.
/// - N, ADR, ORG and GENDER are merged per component of the value.
/// - Both changed one value: the remote one stays, the local one becomes a conflict.
/// - Components (VEVENT by UID and RECURRENCE-ID, VALARM …) are matched (siblings_of) and merged in the same
/// way;
///   so are several cards or calendars in one text.
/// - What is not understood is carried; stamps of programs (REV, DTSTAMP …) follow the remote text.
/// merge(b, b, x) = x and merge(b, x, b) = x byte for byte.
[[nodiscard]] Merged merge(std::string_view base, std::string_view local, std::string_view remote);

}  // namespace goodturn::sync
