// Texts of a server that are neither a card nor a calendar.
#pragma once

#include "core/sync/report.h"
#include "core/text/document.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Whether there is a card or a calendar in it, whatever else is wrong.
[[nodiscard]] bool is_item(const text::Document& document);

/// Whether `theirs` is no new version of `ours` but hides it: `ours` has a card or a calendar with its END,
/// and `theirs` has none, or breaks off. A failure of the server or of another program, which must not
/// replace what is good here.
[[nodiscard]] bool hides(std::string_view ours, const text::Document& theirs);

/// What the report says of a new item that is none.
[[nodiscard]] Error unreadable_error();
/// What the report says where such a text stands in the place of a good item.
[[nodiscard]] Error hidden_error();

/// How many of the items at `marks` cannot be read, those of `report` apart, in words; empty when all can.
/// Asked are those without a UID only, since a text costs as much as a request. Call with the lock. Errors:
/// storage.
[[nodiscard]] Result<std::optional<Said>> words_for_unreadable(World& world, sync::CollectionId collection,
                                                               const std::vector<sync::BaseMark>& marks,
                                                               const sync::CollectionReport& report);

}  // namespace goodturn::helper
