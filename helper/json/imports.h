// Imports in the shapes of schemas/openapi.json.
#pragma once

#include "helper/imports/imports.h"
#include "helper/json/json.h"

namespace goodturn::helper {

/// ImportPreview: the counts of all entries, and the first `most` of each fate.
[[nodiscard]] Json json_of(const ImportPlan& plan, std::size_t most, Language language);
/// One entry: its name, fate and kind, and whom it resembles.
[[nodiscard]] Json json_of(const ImportEntry& entry);

}  // namespace goodturn::helper
