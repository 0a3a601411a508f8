// Intents and conflicts: what is under way, and what lost a clash.
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

using sync::IntentKind;

std::string_view word_of(IntentKind kind) {
  switch (kind) {
    case IntentKind::create:
      return "create";
    case IntentKind::update:
      return "update";
    case IntentKind::remove:
      return "remove";
  }
  return "update";
}

IntentKind intent_kind_of(std::string_view word) {
  if (word == "create") return IntentKind::create;
  if (word == "remove") return IntentKind::remove;
  return IntentKind::update;
}

}  // namespace

Result<std::int64_t> SqliteStore::put_intent(const sync::Intent& intent) {
  return guarded(connection_->path(), [&]() -> Result<std::int64_t> {
    Query(connection_->prepared("INSERT INTO intent (kind, collection, href, etag, text)"
                                " VALUES (?1, ?2, ?3, ?4, ?5)"),
          word_of(intent.kind), intent.collection, intent.href, intent.etag, intent.text)
        .run();
    return connection_->database().getLastInsertRowid();
  });
}

Result<void> SqliteStore::remove_intent(std::int64_t id) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    Query(connection_->prepared("DELETE FROM intent WHERE id = ?1"), id).run();
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
    Query(connection_->prepared(
              "INSERT INTO conflict (collection, href, property, local_value, remote_value, at)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
          conflict.collection, conflict.href, conflict.property, conflict.local_value, conflict.remote_value,
          conflict.at)
        .run();
    return {};
  });
}

Result<std::vector<sync::ConflictRow>> SqliteStore::conflicts() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::ConflictRow>> {
    Query query(
        connection_->prepared("SELECT id, collection, href, property, local_value, remote_value, at"
                              " FROM conflict ORDER BY id"));
    std::vector<sync::ConflictRow> all;
    while (query.next())
      all.push_back({query.number(0), query.number(1), Href(query.text(2)), query.text(3), query.text(4),
                     query.text(5), query.instant(6)});
    return all;
  });
}

}  // namespace goodturn::store
