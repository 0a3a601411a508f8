#include "helper/items/undo.h"

#include <algorithm>

namespace goodturn::helper {

std::string UndoLog::remember(const Before& before, TakeBack take_back) {
  if (keep_) keep_(before);
  const std::lock_guard guard(mutex_);
  std::string id = to_hex(hash_of(random_.bytes(16)));
  entries_.emplace_back(id, std::move(take_back));
  if (entries_.size() > limit) entries_.pop_front();
  return id;
}

std::string UndoLog::remember(const Before& before) { return remember(before, before.take_back()); }

Result<void> UndoLog::apply(World& world, const std::string& id) {
  TakeBack take_back;
  {
    const std::lock_guard guard(mutex_);
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const auto& e) { return e.first == id; });
    if (found == entries_.end())
      return fail(ErrorKind::not_found, "This can no longer be undone. Change it by hand where it stands.");
    take_back = std::move(found->second);
    entries_.erase(found);
  }
  return take_back(world);
}

void UndoLog::forget() {
  const std::lock_guard guard(mutex_);
  entries_.clear();
}

Result<void> Before::note(World& world, sync::CollectionId collection, const Href& href) {
  auto item = world.store.item(collection, href);
  if (!item) return fail(item.error());
  versions_.push_back({collection, href, std::move(*item)});
  return {};
}

Result<void> Before::note_setting(World& world, std::string_view key) {
  auto value = world.store.setting(key);
  if (!value) return fail(value.error());
  settings_.push_back({std::string(key), value->value_or("")});
  return {};
}

Result<void> Before::restore(World& world) const {
  const auto lock = world.lock();
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  return world.store.transact([&]() -> Result<void> {
    for (auto version = versions_.rbegin(); version != versions_.rend(); ++version) {
      auto done =
          version->item ? items->put(*version->item) : items->remove(version->collection, version->href);
      if (!done) return done;
    }
    for (auto setting = settings_.rbegin(); setting != settings_.rend(); ++setting)
      if (auto set = world.store.set_setting(setting->key, setting->value); !set) return set;
    return {};
  });
}

}  // namespace goodturn::helper
