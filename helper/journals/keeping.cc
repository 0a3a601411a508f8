#include "helper/journals/keeping.h"

#include <algorithm>

#include "helper/index/snapshot_cache.h"

namespace goodturn::helper {
namespace {

using Work = std::function<Result<void>(Desk&)>;

Result<void> at_desk(World& world, Before& before, const Work& work) {
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  Desk desk{world, *items, **snapshot, world.now(), before};
  return work(desk);
}

/// Whether a field of the item names the person, by any of their cards.
bool names(const Json& item, std::span<const Shape> shapes, const Snapshot& snapshot, const Uid& person) {
  const Person* wanted = snapshot.by_uid(person);
  const auto is_meant = [&](const Json& value) {
    const Uid uid(value.get<std::string>());
    return uid == person || (wanted != nullptr && snapshot.by_uid(uid) == wanted);
  };
  return std::any_of(shapes.begin(), shapes.end(), [&](const Shape& shape) {
    const auto found = item.find(std::string(shape.name));
    if (found == item.end()) return false;
    if (shape.type == FieldType::person) return is_meant(*found);
    return shape.type == FieldType::people && std::any_of(found->begin(), found->end(), is_meant);
  });
}

}  // namespace

Result<void> look_at(World& world, const Work& work) {
  const auto lock = world.lock();
  Before before;
  return at_desk(world, before, work);
}

Result<std::string> edit_at(World& world, UndoLog& undo, const Work& work) {
  const auto lock = world.lock();
  Before before;
  auto done = world.store.transact([&] { return at_desk(world, before, work); });
  if (!done) return fail(done.error());
  return undo.remember(before);
}

Result<Json> list_items(World& world, const ItemKind& kind, const std::optional<Uid>& person) {
  Json found = Json::array();
  auto done = look_at(world, [&](Desk& desk) -> Result<void> {
    const auto all = kind.list(desk);
    if (!all) return fail(all.error());
    for (const Json& item : *all)
      if (!person || names(item, kind.shapes(), desk.snapshot, *person)) found.push_back(item);
    return {};
  });
  if (!done) return fail(done.error());
  return found;
}

Result<Json> read_item(World& world, const ItemKind& kind, const Uid& uid) {
  Result<Json> item;
  auto done = look_at(world, [&](Desk& desk) -> Result<void> {
    item = kind.read(uid, desk);
    return {};
  });
  if (!done) return fail(done.error());
  return item;
}

Result<Kept> add_item(World& world, UndoLog& undo, const ItemKind& kind, const Json& fields) {
  Kept kept;
  auto id = edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    const auto uid = kind.add(fields, desk);
    if (!uid) return fail(uid.error());
    auto item = kind.read(*uid, desk);
    if (!item) return fail(item.error());
    kept.item = std::move(*item);
    return {};
  });
  if (!id) return fail(id.error());
  kept.undo = std::move(*id);
  return kept;
}

Result<Kept> change_item(World& world, UndoLog& undo, const ItemKind& kind, const Uid& uid,
                         const Json& fields) {
  Kept kept;
  auto id = edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    if (auto changed = kind.change(uid, fields, desk); !changed) return changed;
    auto item = kind.read(uid, desk);
    if (!item) return fail(item.error());
    kept.item = std::move(*item);
    return {};
  });
  if (!id) return fail(id.error());
  kept.undo = std::move(*id);
  return kept;
}

Result<Kept> remove_item(World& world, UndoLog& undo, const ItemKind& kind, const Uid& uid) {
  auto id = edit_at(world, undo, [&](Desk& desk) { return kind.remove(uid, desk); });
  if (!id) return fail(id.error());
  return Kept{nullptr, std::move(*id)};
}

}  // namespace goodturn::helper
