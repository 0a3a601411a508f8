// Writing our own items into the Journal collection, so that they can be taken back.
#pragma once

#include <functional>
#include <string>

#include "core/calendar/journals.h"
#include "helper/items/undo.h"

namespace goodturn::helper {

/// The item's text: a new one without `stored`, else the stored document with its changed lines.
using TextOf = std::function<std::string(const text::Document* stored)>;

/// Writes the item with that UID into the Journal collection, over the stored one or as a new one; where only
/// another collection holds it, what it says there comes along. Call under World::lock(), inside a
/// transaction. `before` notes the earlier version.
Result<void> write_to_journal(World& world, Items& items, const Uid& uid, const TextOf& text_of,
                              Before& before);

/// The same for an item of core/calendar/journals.h.
template <class Item>
Result<void> write_journal(World& world, Items& items, const Uid& uid, const Item& item, Before& before) {
  const Instant stamp = world.clock.now();
  const auto text_of = [&](const text::Document* stored) {
    return calendar::journal_text(item, stored, stamp);
  };
  return write_to_journal(world, items, uid, text_of, before);
}

}  // namespace goodturn::helper
