// From an item's text to its derived rows.
#pragma once

#include <span>
#include <string>

#include "core/ports.h"
#include "core/text/document.h"

namespace goodturn::helper {

/// How far around `now` recurring meetings are expanded.
inline constexpr std::chrono::days derive_past{3650};
inline constexpr std::chrono::days derive_future{400};

/// What one item says; `document` is its parsed text. Cards count in address books, records and
/// follow-ups everywhere, meetings, and the user's own appointments around now, only where the collection
/// counts as meetings. An item that cannot be read derives to nothing: it stays stored and synced. `now`
/// bounds the window; tentative meetings after it are left out.
[[nodiscard]] relations::Derived derive(const sync::Item& item, const text::Document& document,
                                        const sync::Collection& collection,
                                        std::span<const std::string> own_addresses, Recurrence& recurrence,
                                        Instant now);

}  // namespace goodturn::helper
