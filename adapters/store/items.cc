// Items and their bases. A base text is stored only where it differs from the item's text.
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"
#include "adapters/store/unsent.h"

namespace goodturn::store {
namespace {

sync::Item read_item(const Query& row) {
  return {row.number(0), Href(row.text(1)), Uid(row.text(2)), row.text(3)};
}

void write_item(Connection& connection, const sync::Item& item) {
  run_once(connection.prepared("INSERT INTO item (collection, href, uid, text) VALUES (?1, ?2, ?3, ?4)"
                               " ON CONFLICT (collection, href) DO UPDATE SET uid = ?3, text = ?4"),
           item.collection, item.href, item.uid, item.text);
}

}  // namespace

Result<std::optional<sync::Item>> SqliteStore::item(sync::CollectionId collection, const Href& href) {
  return guarded(connection_->path(), [&]() -> Result<std::optional<sync::Item>> {
    Query query(connection_->prepared("SELECT collection, href, uid, text FROM item"
                                      " WHERE collection = ?1 AND href = ?2"),
                collection, href);
    if (!query.next()) return std::nullopt;
    return read_item(query);
  });
}

Result<std::vector<sync::Item>> SqliteStore::items_with_uid(const Uid& uid) {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::Item>> {
    Query query(connection_->prepared("SELECT collection, href, uid, text FROM item WHERE uid = ?1"
                                      " ORDER BY collection, href"),
                uid);
    std::vector<sync::Item> found;
    while (query.next()) found.push_back(read_item(query));
    return found;
  });
}

Result<void> SqliteStore::each_item(sync::CollectionId collection,
                                    const std::function<Result<void>(const sync::Item&)>& visit) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    auto statement = connection_->compile(
        "SELECT collection, href, uid, text FROM item WHERE collection = ?1 ORDER BY href");
    Query query(statement, collection);
    while (query.next())
      if (auto visited = visit(read_item(query)); !visited) return visited;
    return {};
  });
}

Result<void> SqliteStore::put_item(const sync::Item& item) {
  return connection_->in_transaction([&]() -> Result<void> {
    // Before the local text moves on, the base keeps the bytes that both sides agreed on.
    run_once(connection_->prepared(
                 "UPDATE base SET text = nullif(coalesce(text, (SELECT text FROM item"
                 " WHERE collection = ?1 AND href = ?2)), ?3) WHERE collection = ?1 AND href = ?2"),
             item.collection, item.href, item.text);
    write_item(*connection_, item);
    note_unsent(*connection_, item.collection, item.href);
    return {};
  });
}

Result<void> SqliteStore::remove_item(sync::CollectionId collection, const Href& href) {
  return connection_->in_transaction([&]() -> Result<void> {
    run_once(connection_->prepared("UPDATE base SET text = (SELECT text FROM item WHERE collection = ?1"
                                   " AND href = ?2) WHERE collection = ?1 AND href = ?2 AND text IS NULL"),
             collection, href);
    run_once(connection_->prepared("DELETE FROM item WHERE collection = ?1 AND href = ?2"), collection, href);
    return {};
  });
}

Result<std::optional<sync::Base>> SqliteStore::base(sync::CollectionId collection, const Href& href) {
  return guarded(connection_->path(), [&]() -> Result<std::optional<sync::Base>> {
    Query query(connection_->prepared("SELECT base.etag, coalesce(base.text, item.text, '')"
                                      " FROM base LEFT JOIN item"
                                      " ON item.collection = base.collection AND item.href = base.href"
                                      " WHERE base.collection = ?1 AND base.href = ?2"),
                collection, href);
    if (!query.next()) return std::nullopt;
    return sync::Base{collection, href, Etag(query.text(0)), query.text(1)};
  });
}

Result<void> SqliteStore::put_base(const sync::Base& base) {
  return connection_->in_transaction([&]() -> Result<void> {
    run_once(connection_->prepared(
                 "INSERT INTO base (collection, href, etag, text) VALUES (?1, ?2, ?3,"
                 " nullif(?4, (SELECT text FROM item WHERE collection = ?1 AND href = ?2)))"
                 " ON CONFLICT (collection, href) DO UPDATE SET etag = excluded.etag, text = excluded.text"),
             base.collection, base.href, base.etag, base.text);
    note_sent(*connection_, base.collection, base.href);
    return {};
  });
}

Result<void> SqliteStore::put_agreed(const sync::Item& item, const sync::Base& base) {
  return connection_->in_transaction([&]() -> Result<void> {
    run_once(connection_->prepared(
                 "INSERT INTO base (collection, href, etag, text) VALUES (?1, ?2, ?3, NULL)"
                 " ON CONFLICT (collection, href) DO UPDATE SET etag = excluded.etag, text = NULL"),
             base.collection, base.href, base.etag);
    write_item(*connection_, item);
    note_sent(*connection_, item.collection, item.href);
    return {};
  });
}

Result<void> SqliteStore::remove_base(sync::CollectionId collection, const Href& href) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM base WHERE collection = ?1 AND href = ?2"), collection, href);
    return {};
  });
}

}  // namespace goodturn::store
