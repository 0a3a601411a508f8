#include "tests/model/memory_store.h"

#include <algorithm>

namespace goodturn::model {
namespace {

template <class Rows, class Matches>
auto first_of(const Rows& rows, Matches matches) {
  const auto found = std::find_if(rows.begin(), rows.end(), matches);
  return found == rows.end() ? std::nullopt : std::optional(*found);
}

template <class Rows>
void erase_id(Rows& rows, std::int64_t id) {
  std::erase_if(rows, [&](const auto& row) { return row.id == id; });
}

template <class Rows>
Rows newest_first(const Rows& rows) {
  return Rows(rows.rbegin(), rows.rend());
}

}  // namespace

Result<void> MemoryStore::transact(const std::function<Result<void>()>& work) {
  if (in_transaction_) return fail(ErrorKind::invalid, "A transaction is already running.");
  /// Puts the state back unless it is committed, whatever the way out.
  struct Span {
    MemoryStore& store;
    State before = store.state_;
    bool committed = false;
    explicit Span(MemoryStore& owner) : store(owner) { store.in_transaction_ = true; }
    ~Span() {
      store.in_transaction_ = false;
      if (!committed) store.state_ = std::move(before);
    }
  } span(*this);
  auto done = work();
  span.committed = done.has_value();
  return done;
}

Result<sync::AccountId> MemoryStore::add_account(const sync::Account& account) {
  state_.accounts.push_back(account);
  return state_.accounts.back().id = ++state_.last_id;
}
Result<void> MemoryStore::update_account(const sync::Account& account) {
  for (sync::Account& one : state_.accounts)
    if (one.id == account.id) one = account;
  return {};
}
Result<void> MemoryStore::remove_account(sync::AccountId account) {
  for (const sync::Collection& one : std::vector(state_.collections))
    if (one.account == account) (void)remove_collection(one.id);
  erase_id(state_.accounts, account);
  return {};
}
Result<std::vector<sync::Account>> MemoryStore::accounts() { return state_.accounts; }

Result<sync::CollectionId> MemoryStore::put_collection(const sync::Collection& collection) {
  for (sync::Collection& one : state_.collections)
    if (one.account == collection.account && one.url == collection.url) {
      const auto id = one.id;
      one = collection;
      return one.id = id;
    }
  state_.collections.push_back(collection);
  return state_.collections.back().id = ++state_.last_id;
}
Result<std::vector<sync::Collection>> MemoryStore::collections() { return state_.collections; }
Result<void> MemoryStore::remove_collection(sync::CollectionId collection) {
  const auto inside = [&](const auto& row) { return row.collection == collection; };
  std::erase_if(state_.items, [&](const auto& row) { return row.first.first == collection; });
  std::erase_if(state_.bases, [&](const auto& row) { return row.first.first == collection; });
  std::erase_if(state_.left_out, [&](const auto& row) { return row.first.first == collection; });
  std::erase_if(state_.intents, inside);
  std::erase_if(state_.conflicts, inside);
  std::erase_if(state_.trash, inside);
  std::erase_if(state_.writes, inside);
  erase_id(state_.collections, collection);
  return {};
}

Result<std::optional<sync::Item>> MemoryStore::item(sync::CollectionId collection, const Href& href) {
  const auto found = state_.items.find({collection, href});
  return found == state_.items.end() ? std::nullopt : std::optional(found->second);
}
Result<std::vector<sync::Item>> MemoryStore::items_with_uid(const Uid& uid) {
  std::vector<sync::Item> found;
  for (const auto& [key, one] : state_.items)
    if (one.uid == uid) found.push_back(one);
  return found;
}
Result<void> MemoryStore::each_item(sync::CollectionId collection,
                                    const std::function<Result<void>(const sync::Item&)>& visit) {
  for (const auto& [key, one] : state_.items)
    if (key.first == collection)
      if (auto visited = visit(one); !visited) return visited;
  return {};
}
Result<void> MemoryStore::put_item(const sync::Item& item) {
  state_.items.insert_or_assign(Key(item.collection, item.href), item);
  return {};
}
Result<void> MemoryStore::remove_item(sync::CollectionId collection, const Href& href) {
  state_.items.erase({collection, href});
  return {};
}

sync::BaseMark MemoryStore::mark_of(const sync::Base& base) const {
  const auto item = state_.items.find({base.collection, base.href});
  const bool gone = item == state_.items.end();
  return {base.href, gone ? Uid() : item->second.uid, base.etag, gone,
          !gone && item->second.text == base.text};
}
Result<std::vector<sync::BaseMark>> MemoryStore::base_marks(sync::CollectionId collection) {
  std::vector<sync::BaseMark> marks;
  for (const auto& [key, one] : state_.bases)
    if (key.first == collection) marks.push_back(mark_of(one));
  return marks;
}
Result<std::vector<sync::BaseMark>> MemoryStore::changed_marks(sync::CollectionId collection) {
  auto marks = base_marks(collection);
  std::erase_if(*marks, [](const sync::BaseMark& mark) { return mark.local_same; });
  return marks;
}
Result<std::optional<sync::BaseMark>> MemoryStore::base_mark(sync::CollectionId collection,
                                                             const Href& href) {
  const auto found = state_.bases.find({collection, href});
  return found == state_.bases.end() ? std::nullopt : std::optional(mark_of(found->second));
}
Result<std::optional<sync::Base>> MemoryStore::base(sync::CollectionId collection, const Href& href) {
  const auto found = state_.bases.find({collection, href});
  return found == state_.bases.end() ? std::nullopt : std::optional(found->second);
}
Result<void> MemoryStore::put_base(const sync::Base& base) {
  state_.bases.insert_or_assign(Key(base.collection, base.href), base);
  return {};
}
Result<void> MemoryStore::remove_base(sync::CollectionId collection, const Href& href) {
  state_.bases.erase({collection, href});
  return {};
}
Result<void> MemoryStore::put_agreed(const sync::Item& item, const sync::Base& base) {
  (void)put_item(item);
  return put_base(base);
}
Result<void> MemoryStore::move_item(sync::CollectionId collection, const Href& from, const Href& to) {
  const auto rename = [&](auto& rows) {
    for (auto& row : rows)
      if (row.collection == collection && row.href == from) row.href = to;
  };
  const auto rekey = [&](auto& rows) {
    auto node = rows.extract({collection, from});
    if (node.empty()) return;
    node.key().second = to;
    node.mapped().href = to;
    rows.insert(std::move(node));
  };
  rekey(state_.items);
  rekey(state_.bases);
  rename(state_.conflicts);
  rename(state_.writes);
  return {};
}
Result<std::vector<sync::Unsent>> MemoryStore::unsent(sync::CollectionId collection) {
  std::vector<sync::Unsent> found;
  for (const auto& [key, one] : state_.items)
    if (key.first == collection && !state_.bases.contains(key)) found.push_back({one.href, one.uid});
  return found;
}
Result<std::size_t> MemoryStore::count_bases(sync::CollectionId collection) {
  return base_marks(collection)->size();
}

Result<std::vector<sync::LeftOut>> MemoryStore::left_out(sync::CollectionId collection) {
  std::vector<sync::LeftOut> names;
  for (const auto& [key, one] : state_.left_out)
    if (key.first == collection) names.push_back(one);
  return names;
}
Result<void> MemoryStore::put_left_out(sync::CollectionId collection, const sync::LeftOut& name) {
  state_.left_out.insert_or_assign(Key(collection, name.href), name);
  return {};
}
Result<void> MemoryStore::remove_left_out(sync::CollectionId collection, const Href& href) {
  state_.left_out.erase({collection, href});
  return {};
}

Result<std::int64_t> MemoryStore::put_intent(const sync::Intent& intent) {
  state_.intents.push_back(intent);
  return state_.intents.back().id = ++state_.last_id;
}
Result<void> MemoryStore::remove_intent(std::int64_t id) {
  erase_id(state_.intents, id);
  return {};
}
Result<std::vector<sync::Intent>> MemoryStore::intents() { return state_.intents; }

Result<void> MemoryStore::add_conflict(const sync::ConflictRow& conflict) {
  state_.conflicts.push_back(conflict);
  state_.conflicts.back().id = ++state_.last_id;
  return {};
}
Result<std::vector<sync::ConflictRow>> MemoryStore::conflicts() { return state_.conflicts; }
Result<void> MemoryStore::remove_conflict(std::int64_t id) {
  erase_id(state_.conflicts, id);
  return {};
}

Result<void> MemoryStore::add_trash(const sync::Trashed& trashed) {
  state_.trash.push_back(trashed);
  state_.trash.back().id = ++state_.last_id;
  return {};
}
Result<std::vector<sync::Trashed>> MemoryStore::trash() { return newest_first(state_.trash); }
Result<void> MemoryStore::remove_trash(std::int64_t id) {
  erase_id(state_.trash, id);
  return {};
}
Result<void> MemoryStore::purge_trash(Instant until) {
  std::erase_if(state_.trash, [&](const auto& row) { return row.at < until; });
  return {};
}

Result<void> MemoryStore::add_write(const sync::LoggedWrite& write) {
  state_.writes.push_back(write);
  state_.writes.back().id = ++state_.last_id;
  return {};
}
Result<std::vector<sync::LoggedWrite>> MemoryStore::writes(std::size_t most) {
  auto rows = newest_first(state_.writes);
  if (rows.size() > most) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
  return rows;
}
Result<std::optional<sync::LoggedWrite>> MemoryStore::logged_write(std::int64_t id) {
  return first_of(state_.writes, [&](const auto& row) { return row.id == id; });
}
Result<std::optional<sync::LoggedWrite>> MemoryStore::last_write(sync::CollectionId collection,
                                                                 const Href& href) {
  const auto found =
      std::find_if(state_.writes.rbegin(), state_.writes.rend(), [&](const sync::LoggedWrite& row) {
        return row.collection == collection && row.href == href && !row.undone;
      });
  return found == state_.writes.rend() ? std::nullopt : std::optional(*found);
}
Result<void> MemoryStore::mark_undone(std::int64_t id) {
  for (sync::LoggedWrite& row : state_.writes)
    if (row.id == id) row.undone = true;
  return {};
}
Result<void> MemoryStore::purge_writes(Instant until) {
  std::erase_if(state_.writes, [&](const auto& row) { return row.at < until; });
  return {};
}

Result<std::optional<std::string>> MemoryStore::setting(std::string_view key) {
  const auto found = state_.settings.find(key);
  return found == state_.settings.end() ? std::nullopt : std::optional(found->second);
}
Result<void> MemoryStore::set_setting(std::string_view key, std::string_view value) {
  state_.settings.insert_or_assign(std::string(key), std::string(value));
  return {};
}

}  // namespace goodturn::model
