// What belongs to an ask, step by step.
#pragma once

#include <span>
#include <string_view>

#include "core/base/vocabulary.h"

namespace goodturn::relations {

/// Three to five short steps for the follow-up of an ask, in order. Source: features.md row 82.
[[nodiscard]] std::span<const std::string_view> checklist_of(AskKind kind);

}  // namespace goodturn::relations
