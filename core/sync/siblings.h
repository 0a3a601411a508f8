// Which components of three versions of an item are one and the same.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/text/document.h"

namespace goodturn::sync {

/// The components of one version that stand beside each other; of `document`.
struct Side {
  const text::Document& document;
  const std::vector<text::Component>& components;
};

/// Each component by a name that it shares with its counterparts. The pointers are into the sides.
struct Siblings {
  using Named = std::map<std::string, const text::Component*>;
  Named base;
  Named ours;
  Named theirs;
};

/// Brings together what has the same key (key_of). Where several of one version have the same key (alarms,
/// events without a UID, two cards in one text), those with the meaning of a base component are that one, the
/// others follow the base's order; what is new on both sides is one only if it means the same, so that
/// neither is taken for an edit of the other. Every component gets a name.
[[nodiscard]] Siblings siblings_of(const Side& base, const Side& ours, const Side& theirs);

/// Whether two components mean the same (text::semantically_equal).
[[nodiscard]] bool same_meaning(const text::Document& left, const text::Component& one,
                                const text::Document& right, const text::Component& other);

}  // namespace goodturn::sync
