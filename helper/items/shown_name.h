// What collections are called.
#pragma once

#include <string>
#include <string_view>

#include "core/sync/collection.h"
#include "helper/words/language.h"

namespace goodturn::helper {

/// Where imported items live unless the user chose an address book: collections that are only here.
inline constexpr std::string_view imported_cards_url = "local:imported-cards";
inline constexpr std::string_view imported_calendar_url = "local:imported-calendar";

/// Goodturn's own collections in the reader's language, whatever language they were made in; every other as
/// its server or folder calls it.
[[nodiscard]] std::string shown_name(const sync::Collection& collection, Language language);

}  // namespace goodturn::helper
