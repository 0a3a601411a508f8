// Small writes of the sync that always go together: under World::lock(), inside Store::transact().
#pragma once

#include <string>
#include <vector>

#include "helper/items/items.h"

namespace goodturn::helper {

/// A text of the server with what is read from it, each once.
struct Received {
  explicit Received(const sync::RemoteItem& item)
      : remote(item), document(text::Document::parse(item.text)) {}

  const sync::RemoteItem& remote;
  const text::Document document;

  [[nodiscard]] sync::Base base(sync::CollectionId collection) const {
    return {collection, remote.href, remote.etag, remote.text};
  }
  [[nodiscard]] sync::Item item(sync::CollectionId collection) const {
    return {collection, remote.href, Uid(text::uid_of(document)), remote.text};
  }
};

/// Stores the server's version as item and base. `present`: the item's text until now, nullptr without one.
Result<void> keep_agreed(World& world, Items& items, sync::CollectionId collection, const Received& received,
                         const std::string* present);

/// Whether `item` may come back under its name: many servers refuse a second item with the same UID in one
/// collection. Errors: invalid (it is there already, under another name).
[[nodiscard]] Result<void> check_unique(World& world, const sync::Item& item);

/// Stores values that are not in their item.
Result<void> keep_values(World& world, sync::CollectionId collection, const Href& href,
                         std::vector<sync::ConflictRow> values);

/// Stores what `theirs` lacks of a text that was sent and never seen there (its base has no etag): the server
/// may have dropped it, so nobody else who wrote `theirs` need have seen it. `href`: of the item that has
/// `theirs`. Does nothing for a base that was seen.
Result<void> keep_unseen(World& world, const sync::Base& base, const Href& href, std::string_view theirs);

Result<void> keep_in_trash(World& world, const sync::Item& item, sync::TrashReason reason);

/// Adds a row to the change log. `after` is empty for a removal.
Result<void> keep_write(World& world, const sync::Intent& intent, std::string before, std::string after);

/// Gives an item and all that hangs on it another href; does nothing when both are the same. Where another
/// item has that href already the first one goes: the server joined the two.
Result<void> keep_under(World& world, Items& items, sync::CollectionId collection, const Href& from,
                        const Href& to);

}  // namespace goodturn::helper
