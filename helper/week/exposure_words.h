// Who appeared in the lists of a month, in words.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/suggest/exposure.h"
#include "helper/words/language.h"

namespace goodturn::helper {

/// One line for each group of which there is enough to say: "Senior: 2 of 10 in the lists of a month, 8 of 20
/// among your living contacts". Source: ranking.md 3.2, fairness.
[[nodiscard]] std::vector<std::string> exposure_lines(std::span<const suggest::Exposure> rows,
                                                      Language language);

}  // namespace goodturn::helper
