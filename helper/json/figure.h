// What all reports are made of, as JSON.
#pragma once

#include <string>
#include <vector>

#include "helper/json/json.h"
#include "helper/reports/figure.h"

namespace goodturn::helper {

/// {"text", "evidence"?, "value"?}: no value where there is not enough yet.
[[nodiscard]] Json json_of(const Figure& figure);
/// {"uid", "name"}.
[[nodiscard]] Json json_of(const Who& who);
[[nodiscard]] Json json_of(const std::vector<Who>& people);

}  // namespace goodturn::helper
