// What happened to one side of an item since both sides last agreed: one of four words.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "core/sync/item.h"

namespace goodturn::sync {

enum class Change {
  absent,  ///< not there, and not there when both sides last agreed
  same,    ///< as agreed
  edited,  ///< new, or other than agreed
  gone     ///< was agreed on, and is no longer there
};

inline constexpr std::array<Change, 4> all_changes = {Change::absent, Change::same, Change::edited,
                                                      Change::gone};

[[nodiscard]] constexpr std::string_view to_string(Change change) noexcept {
  switch (change) {
    case Change::absent:
      return "absent";
    case Change::same:
      return "same";
    case Change::edited:
      return "edited";
    case Change::gone:
      return "gone";
  }
  return "";
}

/// The local side of an item with a base.
[[nodiscard]] inline Change local_change(const BaseMark& mark) {
  if (mark.local_gone) return Change::gone;
  return mark.local_same ? Change::same : Change::edited;
}

/// The remote side as far as an etag tells: a new etag is only a hint (some servers change it at will), so
/// `edited` here means "look at the text" (remote_change below). `listed` is empty when the server does not
/// have the item any more.
[[nodiscard]] inline Change listed_change(const BaseMark& mark, const std::optional<Etag>& listed) {
  if (!listed) return Change::gone;
  return !listed->empty() && *listed == mark.etag ? Change::same : Change::edited;
}

/// The remote side once its text is known: content decides. `as_agreed`: there is a base, and the text means
/// what the base says.
[[nodiscard]] constexpr Change remote_change(bool as_agreed) {
  return as_agreed ? Change::same : Change::edited;
}

}  // namespace goodturn::sync
