// What a sync asks about a collection: which items changed here, which were never sent.
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

// The text columns are only asked for NULL, so their pages are not read.
#define GOODTURN_MARKS(BASE)                                                                         \
  "SELECT base.href, ifnull(item.uid, ''), base.etag, item.id IS NULL, base.text IS NULL FROM " BASE \
  " LEFT JOIN item"                                                                                  \
  " ON item.collection = base.collection AND item.href = base.href WHERE base.collection = ?1"
constexpr const char* every_mark = GOODTURN_MARKS("base") " ORDER BY base.href";
constexpr const char* one_mark = GOODTURN_MARKS("base") " AND base.href = ?2";
// By itself SQLite would go through all bases of the collection.
constexpr const char* changed =
    GOODTURN_MARKS("base INDEXED BY base_changed") " AND base.text IS NOT NULL ORDER BY base.href";
#undef GOODTURN_MARKS

sync::BaseMark read_mark(const Query& row) {
  return {Href(row.text(0)), Uid(row.text(1)), Etag(row.text(2)), row.flag(3), row.flag(4) && !row.flag(3)};
}

Result<std::vector<sync::BaseMark>> marks_of(Connection& connection, const char* sql,
                                             sync::CollectionId collection) {
  return guarded(connection.path(), [&]() -> Result<std::vector<sync::BaseMark>> {
    Query query(connection.prepared(sql), collection);
    std::vector<sync::BaseMark> marks;
    while (query.next()) marks.push_back(read_mark(query));
    return marks;
  });
}

}  // namespace

Result<std::vector<sync::BaseMark>> SqliteStore::base_marks(sync::CollectionId collection) {
  return marks_of(*connection_, every_mark, collection);
}

Result<std::vector<sync::BaseMark>> SqliteStore::changed_marks(sync::CollectionId collection) {
  return marks_of(*connection_, changed, collection);
}

Result<std::optional<sync::BaseMark>> SqliteStore::base_mark(sync::CollectionId collection,
                                                             const Href& href) {
  return guarded(connection_->path(), [&]() -> Result<std::optional<sync::BaseMark>> {
    Query query(connection_->prepared(one_mark), collection, href);
    if (!query.next()) return std::nullopt;
    return read_mark(query);
  });
}

Result<std::vector<sync::Unsent>> SqliteStore::unsent(sync::CollectionId collection) {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::Unsent>> {
    Query query(connection_->prepared("SELECT unsent.href, item.uid FROM unsent JOIN item"
                                      " ON item.collection = unsent.collection AND item.href = unsent.href"
                                      " WHERE unsent.collection = ?1 ORDER BY unsent.href"),
                collection);
    std::vector<sync::Unsent> found;
    while (query.next()) found.push_back({Href(query.text(0)), Uid(query.text(1))});
    return found;
  });
}

Result<std::size_t> SqliteStore::count_bases(sync::CollectionId collection) {
  return guarded(connection_->path(), [&]() -> Result<std::size_t> {
    Query query(connection_->prepared("SELECT count(*) FROM base WHERE collection = ?1"), collection);
    query.next();
    return static_cast<std::size_t>(query.number(0));
  });
}

Result<std::vector<sync::LeftOut>> SqliteStore::left_out(sync::CollectionId collection) {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::LeftOut>> {
    Query query(
        connection_->prepared("SELECT href, etag, gone FROM left_out WHERE collection = ?1 ORDER BY href"),
        collection);
    std::vector<sync::LeftOut> names;
    while (query.next()) names.push_back({Href(query.text(0)), Etag(query.text(1)), query.flag(2)});
    return names;
  });
}

Result<void> SqliteStore::put_left_out(sync::CollectionId collection, const sync::LeftOut& name) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("INSERT INTO left_out VALUES (?1, ?2, ?3, ?4)"
                                   " ON CONFLICT (collection, href) DO UPDATE SET etag = ?3, gone = ?4"),
             collection, name.href, name.etag, name.gone);
    return {};
  });
}

Result<void> SqliteStore::remove_left_out(sync::CollectionId collection, const Href& href) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM left_out WHERE collection = ?1 AND href = ?2"), collection,
             href);
    return {};
  });
}

Result<void> SqliteStore::move_item(sync::CollectionId collection, const Href& from, const Href& to) {
  return connection_->in_transaction([&]() -> Result<void> {
    for (const char* sql : {"UPDATE base SET href = ?3 WHERE collection = ?1 AND href = ?2",
                            "UPDATE item SET href = ?3 WHERE collection = ?1 AND href = ?2",
                            "UPDATE unsent SET href = ?3 WHERE collection = ?1 AND href = ?2",
                            "UPDATE conflict SET href = ?3 WHERE collection = ?1 AND href = ?2",
                            "UPDATE written SET href = ?3 WHERE collection = ?1 AND href = ?2"})
      run_once(connection_->prepared(sql), collection, from, to);
    return {};
  });
}

}  // namespace goodturn::store
