// Which failures concern one item, and which all that would follow.
#pragma once

#include <algorithm>

#include "core/base/error.h"
#include "core/sync/report.h"

namespace goodturn::helper {

/// Failures that the next item would meet again, and the server's wish to be left alone.
[[nodiscard]] inline bool concerns_all(const Error& error) {
  const ErrorKind kind = error.kind;
  return error.retry_after || kind == ErrorKind::network || kind == ErrorKind::timeout ||
         kind == ErrorKind::auth || kind == ErrorKind::too_many || kind == ErrorKind::cancelled ||
         kind == ErrorKind::storage || kind == ErrorKind::suspicious;
}

/// Whether the report names a failure of this item already.
[[nodiscard]] inline bool is_told(const sync::CollectionReport& report, const Href& href) {
  return std::any_of(report.item_errors.begin(), report.item_errors.end(),
                     [&](const sync::ItemError& one) { return one.href == href; });
}

}  // namespace goodturn::helper
