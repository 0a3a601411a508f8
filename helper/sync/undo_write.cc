#include "helper/sync/undo_write.h"

#include "core/sync/merge.h"
#include "helper/accounts/accounts.h"
#include "helper/items/items.h"
#include "helper/sync/base_of.h"
#include "helper/sync/keep.h"

namespace goodturn::helper {
namespace {

Error changed_since(const Href& href) {
  return {ErrorKind::precondition,
          "This was changed again since it was written. Look at the item and change it by hand.",
          href.value,
          0,
          {}};
}

Error gone_since(const Href& href) {
  return {
      ErrorKind::not_found, "The item was deleted since. It may still be in the trash.", href.value, 0, {}};
}

class Undoer {
 public:
  Undoer(World& world, sync::LoggedWrite write) : world_(world), write_(std::move(write)) {}

  Result<Sent> run() {
    const auto present = read_remote();
    if (!present) return fail(present.error());
    {
      const auto lock = world_.lock();
      auto done = world_.store.transact([&]() -> Result<void> {
        auto changed = change_local(*present);
        return changed ? world_.store.mark_undone(write_.id) : changed;
      });
      if (!done) return fail(done.error());
    }
    return send_item(world_, write_.collection, write_.href);
  }

 private:
  /// The server's version as it is now.
  Result<std::optional<sync::RemoteItem>> read_remote() {
    const auto collections = [&] {
      const auto lock = world_.lock();
      return world_.store.collections();
    }();
    if (!collections) return fail(collections.error());
    for (const sync::Collection& collection : *collections) {
      if (collection.id != write_.collection) continue;
      if (collection.read_only || !collection.write_back)
        return fail(ErrorKind::forbidden,
                    Said("Nothing may be written to \"{collection}\".", {{"collection", collection.name}}));
      const auto account = find_account(world_, collection.account);
      if (!account) return fail(account.error());
      auto source = open_account(world_, *account, [] { return false; });
      if (!source) return fail(source.error());
      auto remote = (*source)->open(collection);
      if (!remote) return fail(remote.error());
      return read_one(**remote, write_.href);
    }
    return fail(ErrorKind::not_found, "The collection is no longer there.");
  }

  Result<void> change_local(const std::optional<sync::RemoteItem>& present) {
    const auto item = world_.store.item(write_.collection, write_.href);
    if (!item) return fail(item.error());
    switch (write_.kind) {
      case sync::IntentKind::create:
        return take_away(present, *item);
      case sync::IntentKind::update:
        return put_back(present, *item);
      case sync::IntentKind::remove:
        return create_again(present, *item);
    }
    return {};
  }

  Result<void> put_back(const std::optional<sync::RemoteItem>& present,
                        const std::optional<sync::Item>& item) {
    if (!present || !item) return fail(gone_since(write_.href));
    if (!sync::merge(write_.after, write_.before, present->text).conflicts.empty())
      return fail(changed_since(write_.href));
    // The local text may have changes of its own that were not sent yet.
    const sync::Merged mine = sync::merge(write_.after, write_.before, item->text);
    if (!mine.conflicts.empty()) return fail(changed_since(write_.href));
    sync::Item changed = *item;
    changed.text = mine.text;
    return put(changed);
  }

  Result<void> take_away(const std::optional<sync::RemoteItem>& present,
                         const std::optional<sync::Item>& item) {
    if (!present || !item) return fail(gone_since(write_.href));
    if (!same_meaning(present->text, write_.after) || !same_meaning(item->text, write_.after))
      return fail(changed_since(write_.href));
    auto items = Items::open(world_);
    if (!items) return fail(items.error());
    if (auto based = world_.store.put_base(base_of(write_.collection, *present)); !based) return based;
    return items->remove(write_.collection, write_.href);
  }

  Result<void> create_again(const std::optional<sync::RemoteItem>& present,
                            const std::optional<sync::Item>& item) {
    if (present || item) return fail(changed_since(write_.href));
    const sync::Item again{write_.collection, write_.href,
                           Uid(text::uid_of(text::Document::parse(write_.before))), write_.before};
    if (auto unique = check_unique(world_, again); !unique) return unique;
    if (auto removed = world_.store.remove_base(write_.collection, write_.href); !removed) return removed;
    return put(again);
  }

  Result<void> put(const sync::Item& item) {
    auto items = Items::open(world_);
    return items ? items->put(item) : fail(items.error());
  }

  World& world_;
  sync::LoggedWrite write_;
};

}  // namespace

Result<Sent> undo_write(World& world, std::int64_t id) {
  auto write = [&] {
    const auto lock = world.lock();
    return world.store.logged_write(id);
  }();
  if (!write) return fail(write.error());
  if (!*write) return fail(ErrorKind::not_found, "The change log no longer reaches back to this.");
  if ((*write)->undone) return fail(ErrorKind::invalid, "This was taken back already.");
  return Undoer(world, std::move(**write)).run();
}

}  // namespace goodturn::helper
