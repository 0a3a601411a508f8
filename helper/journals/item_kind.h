// A kind of item in the Journal collection as the bridge and the command line see it: asks, introductions,
// goals …
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "helper/index/snapshot.h"
#include "helper/items/journal.h"
#include "helper/journals/shape.h"

namespace goodturn::helper {

/// What a kind works with: one reading of everything, and a place to note earlier versions. Made under
/// World::lock().
struct Desk {
  World& world;
  Items& items;
  const Snapshot& snapshot;
  Now now;
  Before& before;

  [[nodiscard]] NameOf name_of() const;
  /// A UID that nothing has yet.
  [[nodiscard]] Uid fresh_uid() const;
  /// The item that counts (Precedence). Errors: storage.
  [[nodiscard]] Result<std::optional<text::Document>> stored(const Uid& uid) const;
  /// Takes the item out of the Journal collection, and the copy that is kept here. Errors: forbidden when
  /// another collection holds it, too, which is not ours to change; storage.
  Result<void> remove(const Uid& uid);
};

class ItemKind {
 public:
  virtual ~ItemKind() = default;

  /// In paths and in X-GOODTURN-KIND: "role-term".
  [[nodiscard]] virtual std::string_view word() const = 0;
  /// In sentences: "role".
  [[nodiscard]] virtual std::string_view noun() const = 0;
  /// Its fields in order; every item has an "id" besides.
  [[nodiscard]] virtual std::span<const Shape> shapes() const = 0;

  /// All items as JSON, in the order in which they matter.
  [[nodiscard]] virtual Result<Json> list(const Desk& desk) const = 0;
  /// Errors: not_found.
  [[nodiscard]] virtual Result<Json> read(const Uid& uid, const Desk& desk) const = 0;
  // Writing, in the caller's transaction. Errors: invalid and not_found, in words that name the field.
  virtual Result<Uid> add(const Json& fields, Desk& desk) const = 0;
  virtual Result<void> change(const Uid& uid, const Json& fields, Desk& desk) const = 0;
  virtual Result<void> remove(const Uid& uid, Desk& desk) const = 0;
};

/// Every kind, in the order of the help text. They live as long as the program.
[[nodiscard]] std::span<const ItemKind* const> item_kinds();
/// By its word; nullptr when there is none.
[[nodiscard]] const ItemKind* item_kind(std::string_view word);

}  // namespace goodturn::helper
