// What servers still hold of somebody who was erased is not seen here.
#pragma once

#include <mutex>

#include "core/keeping.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Opens sources as `inner` does, whose collections leave out resources that are noted as erased, by their
/// place or by the UID of a card. A card that turns up at a new place counts as not there, and its place is
/// noted. `erasure` is used under `writer` and outlives the sources.
[[nodiscard]] OpenSource hiding_erased(OpenSource inner, Erasure& erasure, Writer& writer);

}  // namespace goodturn::helper
