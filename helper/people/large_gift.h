// A gentle word while a large gift is noted.
#pragma once

#include <string_view>

#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// In answers of the bridge: LogAnswer.hint and LineProposal.items.hint.
inline constexpr std::string_view large_gift_hint = "large-gift";

/// Whether something of this size was given to somebody of layer 150 or out. `size` 1–3; `person` of the
/// snapshot. Source: features.md row 42.
[[nodiscard]] bool is_large_gift(const Snapshot& snapshot, const Person& person, RecordKind kind, int size);

}  // namespace goodturn::helper
