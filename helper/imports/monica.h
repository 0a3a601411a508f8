// Monica's export of a whole account as JSON ("Export your data", version 4).
#pragma once

#include <optional>
#include <string_view>

#include "helper/imports/reading.h"

namespace goodturn::helper {

/// A card for each contact, with its UUID, and a record for each note, call, conversation and activity:
/// calls, conversations and activities are what the user logged there, so they are touches. What has no place
/// in a card stands there as X-IMPORTED; false, empty and missing values are nothing. The account's diary,
/// its users and settings are left out, and the content of documents. nullopt for anything that is no such
/// export.
[[nodiscard]] std::optional<FileReading> read_monica(std::string_view bytes);

}  // namespace goodturn::helper
