// What a sync leaves for the user to look at and take back: trash, change log, lost values.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/sync/collection.h"
#include "core/sync/item.h"

namespace goodturn::sync {

/// How long a removed item can be restored.
inline constexpr std::chrono::days trash_kept{30};
/// How long the change log reaches back.
inline constexpr std::chrono::days writes_kept{90};
/// How long after one of our writes its values are watched for being put back by another program.
inline constexpr std::chrono::days clobber_watch{7};

enum class TrashReason {
  gone,      ///< the server no longer has the item
  overruled  ///< it was deleted on one side and edited on the other, and the edit won: the deleted version
};

/// A version that a sync took away here.
struct Trashed {
  std::int64_t id = 0;
  CollectionId collection = 0;
  Href href;
  Uid uid;
  std::string text;
  TrashReason reason = TrashReason::gone;
  Instant at{};
  bool operator==(const Trashed&) const = default;
};

/// One write that a server took: a row of the change log.
struct LoggedWrite {
  std::int64_t id = 0;
  Instant at{};
  CollectionId collection = 0;
  Href href;
  IntentKind kind = IntentKind::update;
  std::string before;  ///< the agreed text until then; empty for create
  std::string after;   ///< as the server kept it; empty for remove
  bool undone = false;
  bool operator==(const LoggedWrite&) const = default;
};

}  // namespace goodturn::sync
