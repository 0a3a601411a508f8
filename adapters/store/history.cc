// Trash and change log: what the user may want back.
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/query.h"
#include "adapters/store/rows.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

sync::Trashed read_trashed(const Query& row) {
  return {row.number(0),     row.number(1),
          Href(row.text(2)), Uid(row.text(3)),
          row.text(4),       row.text(5) == "gone" ? sync::TrashReason::gone : sync::TrashReason::overruled,
          row.instant(6)};
}

sync::LoggedWrite read_write(const Query& row) {
  return {row.number(0), row.instant(1), row.number(2), Href(row.text(3)), intent_kind_of(row.text(4)),
          row.text(5),   row.text(6),    row.flag(7)};
}

Result<void> run(Connection& connection, const char* sql, std::int64_t number) {
  return guarded(connection.path(), [&]() -> Result<void> {
    run_once(connection.prepared(sql), number);
    return {};
  });
}

std::int64_t seconds_of(Instant at) { return at.time_since_epoch().count(); }

}  // namespace

Result<void> SqliteStore::add_trash(const sync::Trashed& trashed) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("INSERT INTO trash (collection, href, uid, text, reason, at)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
             trashed.collection, trashed.href, trashed.uid, trashed.text,
             std::string_view(trashed.reason == sync::TrashReason::gone ? "gone" : "overruled"), trashed.at);
    return {};
  });
}

Result<std::vector<sync::Trashed>> SqliteStore::trash() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::Trashed>> {
    Query query(connection_->prepared(
        "SELECT id, collection, href, uid, text, reason, at FROM trash ORDER BY id DESC"));
    std::vector<sync::Trashed> all;
    while (query.next()) all.push_back(read_trashed(query));
    return all;
  });
}

Result<void> SqliteStore::remove_trash(std::int64_t id) {
  return run(*connection_, "DELETE FROM trash WHERE id = ?1", id);
}

Result<void> SqliteStore::purge_trash(Instant until) {
  return run(*connection_, "DELETE FROM trash WHERE at < ?1", seconds_of(until));
}

Result<void> SqliteStore::add_write(const sync::LoggedWrite& write) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("INSERT INTO written (at, collection, href, kind, before, after, undone)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
             write.at, write.collection, write.href, word_of(write.kind), write.before, write.after,
             write.undone);
    return {};
  });
}

Result<std::vector<sync::LoggedWrite>> SqliteStore::writes(std::size_t most) {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::LoggedWrite>> {
    Query query(connection_->prepared("SELECT id, at, collection, href, kind, before, after, undone"
                                      " FROM written ORDER BY id DESC LIMIT ?1"),
                static_cast<std::int64_t>(most));
    std::vector<sync::LoggedWrite> all;
    while (query.next()) all.push_back(read_write(query));
    return all;
  });
}

Result<std::optional<sync::LoggedWrite>> SqliteStore::logged_write(std::int64_t id) {
  return guarded(connection_->path(), [&]() -> Result<std::optional<sync::LoggedWrite>> {
    Query query(connection_->prepared("SELECT id, at, collection, href, kind, before, after, undone"
                                      " FROM written WHERE id = ?1"),
                id);
    if (!query.next()) return std::nullopt;
    return read_write(query);
  });
}

Result<std::optional<sync::LoggedWrite>> SqliteStore::last_write(sync::CollectionId collection,
                                                                 const Href& href) {
  return guarded(connection_->path(), [&]() -> Result<std::optional<sync::LoggedWrite>> {
    Query query(connection_->prepared("SELECT id, at, collection, href, kind, before, after, undone"
                                      " FROM written WHERE collection = ?1 AND href = ?2 AND undone = 0"
                                      " ORDER BY id DESC LIMIT 1"),
                collection, href);
    if (!query.next()) return std::nullopt;
    return read_write(query);
  });
}

Result<void> SqliteStore::mark_undone(std::int64_t id) {
  return run(*connection_, "UPDATE written SET undone = 1 WHERE id = ?1", id);
}

Result<void> SqliteStore::purge_writes(Instant until) {
  return run(*connection_, "DELETE FROM written WHERE at < ?1", seconds_of(until));
}

}  // namespace goodturn::store
