// Fields as words of the command line: "--due 2026-12-01 --members=+Ada --friend yes".
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "helper/command/name_finder.h"
#include "helper/journals/shape.h"

namespace goodturn::helper {

/// Words given for a field, by its name. An option that stands several times gives several.
using FieldWords = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The JSON that the words mean; fields without words are left out. "none" empties a field. Lists take
/// commas; "+x" and "-x" change the list of `present`, other words replace it. Days may be today, tomorrow or
/// yesterday; people are found by `who`. Errors: invalid, not_found.
Result<Json> fields_in(std::span<const Shape> shapes, const FieldWords& words, const Json& present, Day today,
                       NameFinder& who);

/// "--next-step" for next_step, without the dashes.
[[nodiscard]] std::string option_name(std::string_view field);

}  // namespace goodturn::helper
