// The kinds of item, each made once.
#pragma once

#include "helper/journals/item_kind.h"

namespace goodturn::helper {

/// Making one also makes a task with the kind's checklist; its answer settles that task, and "yes" notes what
/// was received on request.
[[nodiscard]] const ItemKind& ask_kind();
/// Settling one that says what it gives notes the gift.
[[nodiscard]] const ItemKind& promise_kind();
/// What was logged: touches, notes, gave, received. Settling a received one notes the thanks as a gift.
[[nodiscard]] const ItemKind& entry_kind();
/// Nobody is brought together before both said yes.
[[nodiscard]] const ItemKind& introduction_kind();
[[nodiscard]] const ItemKind& goal_kind();
[[nodiscard]] const ItemKind& script_kind();
[[nodiscard]] const ItemKind& community_kind();
/// Put to one community; "minutes" says how long the first answer took.
[[nodiscard]] const ItemKind& question_kind();
[[nodiscard]] const ItemKind& venue_kind();
[[nodiscard]] const ItemKind& role_kind();
/// The user's word whether two contacts know each other; a newer word replaces the older one.
[[nodiscard]] const ItemKind& pair_kind();

}  // namespace goodturn::helper
