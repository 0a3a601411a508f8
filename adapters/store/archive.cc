// Everything that is kept, row by row.
#include <algorithm>

#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/kept.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

Archive::Cell cell_of(const SQLite::Column& column) {
  if (column.isNull()) return std::monostate();
  if (column.isInteger()) return static_cast<std::int64_t>(column.getInt64());
  return column.getString();
}

std::vector<std::string> columns_of(SQLite::Statement& rows) {
  std::vector<std::string> columns;
  for (int column = 0; column < rows.getColumnCount(); ++column)
    columns.emplace_back(rows.getColumnName(column));
  return columns;
}

}  // namespace

Result<int> SqliteStore::schema_version() {
  return guarded(connection_->path(), [&]() -> Result<int> {
    return connection_->database().execAndGet("PRAGMA user_version").getInt();
  });
}

Result<std::vector<Archive::Table>> SqliteStore::kept_tables() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<Table>> {
    std::vector<Table> tables;
    for (const Kept& one : kept) {
      auto rows = connection_->compile(one.rows);
      const auto count = connection_->database().execAndGet(one.count).getInt64();
      tables.push_back({std::string(one.name), columns_of(rows), static_cast<std::size_t>(count)});
    }
    return tables;
  });
}

Result<void> SqliteStore::each_kept_row(const std::string& table,
                                        const std::function<Result<void>(const std::vector<Cell>&)>& visit) {
  const auto found =
      std::find_if(kept.begin(), kept.end(), [&](const Kept& one) { return one.name == table; });
  if (found == kept.end())
    return fail(ErrorKind::invalid, "There is no such table among what is kept.", table);
  return guarded(connection_->path(), [&]() -> Result<void> {
    auto rows = connection_->compile(found->rows);
    const int columns = rows.getColumnCount();
    std::vector<Cell> cells;
    while (rows.executeStep()) {
      cells.clear();
      for (int column = 0; column < columns; ++column) cells.push_back(cell_of(rows.getColumn(column)));
      if (auto visited = visit(cells); !visited) return visited;
    }
    return {};
  });
}

}  // namespace goodturn::store
