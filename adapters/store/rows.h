// Columns that several tables share: kinds of write.
#pragma once

#include <string_view>

#include "core/sync/item.h"

namespace goodturn::store {

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
