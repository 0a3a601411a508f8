#include "helper/items/items.h"

#include "core/base/hash.h"
#include "helper/index/derive.h"

namespace goodturn::helper {

Result<Items> Items::open(World& world) {
  Items items(world);
  const auto accounts = world.store.accounts();
  if (!accounts) return fail(accounts.error());
  for (const sync::Account& account : *accounts)
    items.own_addresses_.insert(items.own_addresses_.end(), account.own_addresses.begin(),
                                account.own_addresses.end());
  const auto collections = world.store.collections();
  if (!collections) return fail(collections.error());
  for (const sync::Collection& collection : *collections)
    items.collections_.emplace(collection.id, collection);

  const auto journal = items.ensure_local(journal_url, "Journal", {false, false, false, true});
  if (!journal) return fail(journal.error());
  const auto follow_ups = items.ensure_local(follow_ups_url, "Follow-ups", {false, false, true, false});
  if (!follow_ups) return fail(follow_ups.error());
  items.journal_ = *journal;
  items.follow_ups_ = *follow_ups;
  return items;
}

Result<sync::CollectionId> Items::ensure_local(std::string_view url, std::string_view name,
                                               sync::Components holds) {
  for (const auto& [id, collection] : collections_)
    if (collection.account == sync::local_account && collection.url == url) return id;
  sync::Collection collection;
  collection.url = url;
  collection.name = name;
  collection.holds = holds;
  const auto id = world_->store.put_collection(collection);
  if (!id) return fail(id.error());
  collection.id = *id;
  collections_.emplace(*id, collection);
  return *id;
}

Result<void> Items::put(const sync::Item& item) { return put(item, text::Document::parse(item.text)); }

Result<void> Items::put(const sync::Item& item, const text::Document& document) {
  if (auto stored = world_->store.put_item(item); !stored) return stored;
  return index(item, document);
}

Result<void> Items::remove(sync::CollectionId collection, const Href& href) {
  if (auto removed = world_->store.remove_item(collection, href); !removed) return removed;
  ++world_->generation;
  return world_->index.erase(collection, href);
}

Result<void> Items::reindex(const sync::Item& item) { return index(item, text::Document::parse(item.text)); }

Result<void> Items::index(const sync::Item& item, const text::Document& document) {
  const auto found = collections_.find(item.collection);
  if (found == collections_.end())
    return fail(ErrorKind::storage, "The item belongs to a collection that no longer exists.");
  const Instant now = world_->clock.now();
  ++world_->generation;
  return world_->index.replace(
      item.collection, item.href,
      derive(item, document, found->second, own_addresses_, world_->recurrence, now));
}

Result<void> Items::put_local(const sync::Collection& collection, const Uid& uid, std::string text) {
  return put({collection.id, local_href(uid), uid, std::move(text)});
}

Href Items::local_href(const Uid& uid) { return Href(to_hex(hash_of(uid.value)) + ".ics"); }

}  // namespace goodturn::helper
