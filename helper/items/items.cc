#include "helper/items/items.h"

#include <charconv>
#include <tuple>

#include "helper/index/derive.h"
#include "helper/index/snapshot_cache.h"
#include "helper/items/new_place.h"

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
  items.local_journal_ = *journal;
  items.local_follow_ups_ = *follow_ups;
  const auto journal_place = items.kept_in(journal_key, *journal);
  if (!journal_place) return fail(journal_place.error());
  const auto follow_ups_place = items.kept_in(follow_ups_key, *follow_ups);
  if (!follow_ups_place) return fail(follow_ups_place.error());
  items.journal_ = *journal_place;
  items.follow_ups_ = *follow_ups_place;
  return items;
}

Result<sync::CollectionId> Items::kept_in(std::string_view key, sync::CollectionId local) {
  const auto setting = world_->store.setting(key);
  if (!setting) return fail(setting.error());
  sync::CollectionId id = local;
  if (*setting) std::from_chars((*setting)->data(), (*setting)->data() + (*setting)->size(), id);
  const auto found = collections_.find(id);
  return found != collections_.end() && !found->second.read_only ? id : local;
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
  return reindex(item, document);
}

Result<void> Items::remove(sync::CollectionId collection, const Href& href) {
  if (auto removed = world_->store.remove_item(collection, href); !removed) return removed;
  ++world_->generation;
  return world_->index.erase(collection, href);
}

Result<void> Items::reindex(const sync::Item& item) {
  return reindex(item, text::Document::parse(item.text));
}

Result<void> Items::reindex(const sync::Item& item, const text::Document& document) {
  const auto rows = derived(item, document);
  return rows ? world_->index.replace(item.collection, item.href, *rows) : fail(rows.error());
}

Result<void> Items::index_new(const sync::Item& item, const text::Document& document) {
  const auto rows = derived(item, document);
  return rows ? world_->index.add(item.collection, item.href, *rows) : fail(rows.error());
}

Result<relations::Derived> Items::derived(const sync::Item& item, const text::Document& document) {
  const auto found = collections_.find(item.collection);
  if (found == collections_.end())
    return fail(ErrorKind::storage, "The item belongs to a collection that no longer exists.");
  const Instant now = world_->clock.now();
  ++world_->generation;
  return derive(item, document, found->second, own_addresses_, world_->recurrence, now);
}

Result<std::optional<sync::Item>> Items::find(const sync::Collection& collection, const Uid& uid) {
  auto found = world_->store.items_with_uid(uid);
  if (!found) return fail(found.error());
  for (sync::Item& item : *found)
    if (item.collection == collection.id) return std::move(item);
  return std::nullopt;
}

Result<std::optional<sync::Item>> Items::counting(const Precedence& first, const Uid& uid) {
  auto found = world_->store.items_with_uid(uid);
  if (!found) return fail(found.error());
  std::optional<sync::Item> best;
  const auto key = [&](const sync::Item& item) {
    return std::make_tuple(first.rank(item.collection), item.collection, item.href);
  };
  for (sync::Item& item : *found) {
    const auto collection = collections_.find(item.collection);
    if (collection == collections_.end() || !collection->second.enabled) continue;
    if (!best || key(item) < key(*best)) best = std::move(item);
  }
  return best;
}

Result<Href> Items::place_of(const sync::Collection& collection, const Uid& uid) {
  const auto found = find(collection, uid);
  if (!found) return fail(found.error());
  if (*found) return (*found)->href;
  return new_place(collection, uid, ".ics");
}

Result<bool> Items::adds_record(const sync::Collection& collection, const Uid& uid,
                                const text::Document& document) {
  if (world_->snapshots == nullptr || !collection.enabled || !calendar::read_record(document)) return false;
  const auto before = world_->store.items_with_uid(uid);
  if (!before) return fail(before.error());
  return before->empty();
}

Result<void> Items::put_record(const sync::Collection& collection, const Uid& uid, std::string text) {
  const auto href = place_of(collection, uid);
  if (!href) return fail(href.error());
  const sync::Item item{collection.id, *href, uid, std::move(text)};
  const text::Document document = text::Document::parse(item.text);
  const auto is_addition = adds_record(collection, uid, document);
  if (!is_addition) return fail(is_addition.error());
  if (auto done = put(item, document); !done) return done;
  if (*is_addition) world_->snapshots->additions().note(world_->generation, uid);
  return {};
}

}  // namespace goodturn::helper
