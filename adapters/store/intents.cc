// Intents and conflicts: what is under way, and what lost a clash.
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/query.h"
#include "adapters/store/rows.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

using sync::Cause;

constexpr std::string_view word_of(Cause cause) {
  switch (cause) {
    case Cause::clash:
      return "clash";
    case Cause::clobbered:
      return "clobbered";
    case Cause::dropped:
      return "dropped";
  }
  return "clash";
}

constexpr Cause cause_of(std::string_view word) {
  if (word == "clobbered") return Cause::clobbered;
  return word == "dropped" ? Cause::dropped : Cause::clash;
}

}  // namespace

Result<std::int64_t> SqliteStore::put_intent(const sync::Intent& intent) {
  return guarded(connection_->path(), [&]() -> Result<std::int64_t> {
    run_once(connection_->prepared("INSERT INTO intent (kind, collection, href, etag, text)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5)"),
             word_of(intent.kind), intent.collection, intent.href, intent.etag, intent.text);
    return connection_->database().getLastInsertRowid();
  });
}

Result<void> SqliteStore::remove_intent(std::int64_t id) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM intent WHERE id = ?1"), id);
    return {};
  });
}

Result<std::vector<sync::Intent>> SqliteStore::intents() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::Intent>> {
    Query query(
        connection_->prepared("SELECT id, kind, collection, href, etag, text FROM intent ORDER BY id"));
    std::vector<sync::Intent> all;
    while (query.next())
      all.push_back({query.number(0), intent_kind_of(query.text(1)), query.number(2), Href(query.text(3)),
                     Etag(query.text(4)), query.text(5)});
    return all;
  });
}

Result<void> SqliteStore::add_conflict(const sync::ConflictRow& conflict) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared(
                 "INSERT INTO conflict (collection, href, property, local_value, remote_value, at, cause,"
                 " local_line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
             conflict.collection, conflict.href, conflict.property, conflict.local_value,
             conflict.remote_value, conflict.at, word_of(conflict.cause), conflict.local_line);
    return {};
  });
}

Result<std::vector<sync::ConflictRow>> SqliteStore::conflicts() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::ConflictRow>> {
    Query query(
        connection_->prepared("SELECT id, collection, href, property, local_value, remote_value, at,"
                              " cause, local_line FROM conflict ORDER BY id"));
    std::vector<sync::ConflictRow> all;
    while (query.next())
      all.push_back({query.number(0), query.number(1), Href(query.text(2)), query.text(3), query.text(4),
                     query.text(5), query.instant(6), cause_of(query.text(7)), query.text(8)});
    return all;
  });
}

Result<void> SqliteStore::remove_conflict(std::int64_t id) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM conflict WHERE id = ?1"), id);
    return {};
  });
}

}  // namespace goodturn::store
