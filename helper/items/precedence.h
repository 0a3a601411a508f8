// Which item counts where several collections hold one with the same UID.
#pragma once

#include "core/sync/collection.h"

namespace goodturn::helper {

/// The one in the collection in use, else the one that lives only here, else any other: a copy that was left
/// on a server, or came with a sample folder, says nothing against what the user writes now.
struct Precedence {
  sync::CollectionId in_use = 0;
  sync::CollectionId local = 0;

  static constexpr int ranks = 3;
  /// 0 counts first; below `ranks`.
  [[nodiscard]] int rank(sync::CollectionId collection) const {
    if (collection == in_use) return 0;
    return collection == local ? 1 : 2;
  }
};

}  // namespace goodturn::helper
