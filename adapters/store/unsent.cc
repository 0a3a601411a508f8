#include "adapters/store/unsent.h"

#include "adapters/store/connection.h"
#include "adapters/store/query.h"

namespace goodturn::store {

void note_unsent(Connection& connection, sync::CollectionId collection, const Href& href) {
  run_once(connection.prepared("INSERT OR IGNORE INTO unsent SELECT ?1, ?2 WHERE NOT EXISTS"
                               " (SELECT 1 FROM base WHERE collection = ?1 AND href = ?2)"),
           collection, href);
}

void note_sent(Connection& connection, sync::CollectionId collection, const Href& href) {
  run_once(connection.prepared("DELETE FROM unsent WHERE collection = ?1 AND href = ?2"), collection, href);
}

void note_all_unsent(Connection& connection) {
  run_once(connection.prepared("DELETE FROM unsent"));
  run_once(
      connection.prepared("INSERT INTO unsent SELECT collection, href FROM item WHERE NOT EXISTS"
                          " (SELECT 1 FROM base WHERE base.collection = item.collection"
                          " AND base.href = item.href)"));
}

}  // namespace goodturn::store
