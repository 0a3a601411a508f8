#include "core/network/leaning.h"

namespace goodturn::network {

Leaning leaning(const std::optional<Indulgence>& indulgence, const relations::TakingAndGiving& counts) {
  const bool hedgehog = indulgence && indulgence->word == EchoWord::echo;
  const bool coyote = counts.is_taking();
  if (hedgehog && coyote) return Leaning::both;
  if (hedgehog) return Leaning::hedgehog;
  return coyote ? Leaning::coyote : Leaning::balanced;
}

}  // namespace goodturn::network
