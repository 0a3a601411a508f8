// What is erased, exported and left, in the shapes of schemas/openapi.json.
#pragma once

#include "helper/erase/everything.h"
#include "helper/erase/person.h"
#include "helper/export/writer.h"
#include "helper/json/json.h"

namespace goodturn::helper {

[[nodiscard]] Json json_of(const PersonErasure& person);
[[nodiscard]] Json json_of(const HomeErasure& home);
[[nodiscard]] Json json_of(const Exported& exported);

}  // namespace goodturn::helper
