// Who was erased, as marks.
#pragma once

#include "adapters/store/connection.h"
#include "core/keeping.h"

namespace goodturn::store {

/// Erasure::erased() on a connection. Throws what SQLite throws.
[[nodiscard]] Erasure::IsErased erased_in(Connection& connection);

}  // namespace goodturn::store
