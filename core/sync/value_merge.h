// Merging inside one value: lists as sets, structured values per component.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/text/document.h"

namespace goodturn::sync {

/// CATEGORIES, NICKNAME, RESOURCES: comma-separated values without order.
[[nodiscard]] bool is_list(std::string_view name);
/// N, ADR, ORG, GENDER: values of components separated by semicolons.
[[nodiscard]] bool is_structured(std::string_view name);
/// May stand several times with the same right, so that two new ones are not a clash: TEL, ATTENDEE …
[[nodiscard]] bool is_repeatable(std::string_view name);

struct MergedValue {
  std::string value;       ///< raw, still escaped
  std::string lost_local;  ///< plain text of local parts that lost; empty when none did
  std::string mine;        ///< raw: `value` with the lost parts in it after all
};

/// Three-way on the values between commas. Never a clash: additions of both sides, removals of either.
[[nodiscard]] std::string merge_lists(std::string_view base, std::string_view local, std::string_view remote);
/// Three-way on each component between semicolons.
[[nodiscard]] MergedValue merge_components(std::string_view base, std::string_view local,
                                           std::string_view remote);

}  // namespace goodturn::sync
