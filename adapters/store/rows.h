// Columns that several tables share: content hashes and kinds of write.
#pragma once

#include <bit>
#include <string_view>

#include "adapters/store/query.h"
#include "core/base/hash.h"
#include "core/sync/item.h"

namespace goodturn::store {

/// The hash in columns `column` (high half) and `column` + 1 (low half).
[[nodiscard]] inline ContentHash read_hash(const Query& row, int column) {
  return {std::bit_cast<std::uint64_t>(row.number(column)),
          std::bit_cast<std::uint64_t>(row.number(column + 1))};
}

[[nodiscard]] constexpr std::string_view word_of(sync::IntentKind kind) {
  switch (kind) {
    case sync::IntentKind::create:
      return "create";
    case sync::IntentKind::update:
      return "update";
    case sync::IntentKind::remove:
      return "remove";
  }
  return "update";
}

[[nodiscard]] constexpr sync::IntentKind intent_kind_of(std::string_view word) {
  if (word == "create") return sync::IntentKind::create;
  if (word == "remove") return sync::IntentKind::remove;
  return sync::IntentKind::update;
}

}  // namespace goodturn::store
