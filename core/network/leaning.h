// Hedgehog or coyote: too much of one circle, or too much taking.
#pragma once

#include <optional>

#include "core/network/indulgence.h"
#include "core/relations/giving.h"

namespace goodturn::network {

enum class Leaning { balanced, hedgehog, coyote, both };

/// Hedgehog: more than .6 of the time goes to one clique. Coyote: the user takes (relations/giving.h).
/// Without a statement about cliques only the second is judged. Source: features.md row 15.
[[nodiscard]] Leaning leaning(const std::optional<Indulgence>& indulgence,
                              const relations::TakingAndGiving& counts);

}  // namespace goodturn::network
