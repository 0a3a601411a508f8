#include "adapters/store/refill.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include "adapters/store/backup.h"
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/kept.h"
#include "adapters/store/migrate.h"
#include "adapters/store/migrations.h"
#include "adapters/store/place.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"
#include "adapters/store/unsent.h"

namespace goodturn::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view counters = "sqlite_sequence";

/// Opening and closing it as a writer also brings an old log into the file, which is about to be replaced.
Result<void> check_nothing_is_there(const fs::path& database) {
  std::error_code none;
  if (!fs::exists(database, none)) return {};
  const auto present = SqliteStore::open(database);
  if (!present) return fail(present.error());
  const auto tables = (*present)->kept_tables();
  if (!tables) return fail(tables.error());
  const auto rows = [&](std::string_view name) {
    return std::find_if(tables->begin(), tables->end(), [&](const auto& one) { return one.name == name; })
        ->rows;
  };
  // The owner of the local collections is always there.
  if (rows("account") > 1 || rows("item") > 0)
    return fail(
        ErrorKind::invalid,
        "There is something in this home already, and nothing of it was changed. Take an export into a "
        "new one: goodturn --home FOLDER restore EXPORT",
        database.parent_path().string());
  return {};
}

/// A row that the schema forbids is the export's fault, not the disk's.
Error row_error(const SQLite::Exception& thrown, const std::string& table, const std::string& path) {
  const bool forbidden = (thrown.getErrorCode() & 0xff) == SQLITE_CONSTRAINT ||
                         (thrown.getErrorCode() & 0xff) == SQLITE_MISMATCH;
  if (!forbidden) return failure_of(thrown, path);
  return error_of(
      ErrorKind::invalid,
      Said("The export has a row that cannot be: {reason}", {{"reason", std::string(thrown.what())}}), table);
}

bool is_kept(const std::string& table) {
  return std::any_of(kept.begin(), kept.end(), [&](const Kept& one) { return one.name == table; });
}

}  // namespace

class Refill::Parts {
 public:
  explicit Parts(const fs::path& place) : place_(place), fresh_(place.string() + ".refilled") {}
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() {
    close();
    std::error_code ignored;
    fs::remove(fresh_, ignored);
  }

  Result<void> open(int version) {
    std::error_code ignored;
    fs::remove(fresh_, ignored);  // of a program that was killed
    if (auto made = create_private(fresh_); !made) return made;
    return guarded(fresh_.string(), [&]() -> Result<void> {
      connection_ = std::make_unique<Connection>(fresh_, Access::write);
      const auto steps = std::span(migrations).first(static_cast<std::size_t>(version));
      if (auto made = migrate(*connection_, steps); !made) return made;
      transaction_ = std::make_unique<SQLite::Transaction>(connection_->database());
      for (auto one = kept.rbegin(); one != kept.rend(); ++one)
        if (connection_->database().tableExists(std::string(one->name)))
          connection_->database().exec("DELETE FROM " + std::string(one->name));
      return {};
    });
  }

  Result<void> put(const std::string& table, const std::vector<std::string>& columns,
                   const std::vector<Archive::Cell>& cells) {
    return guarded(fresh_.string(), [&]() -> Result<void> {
      auto insert = insertion(table, columns);
      if (!insert) return fail(insert.error());
      // SQLite has counted the rows before; what the export says counts, and two lines for one table would
      // not.
      if (table == counters && !std::exchange(counters_emptied_, true))
        connection_->database().exec("DELETE FROM sqlite_sequence");
      for (std::size_t at = 0; at < cells.size(); ++at) bind(**insert, static_cast<int>(at) + 1, cells[at]);
      try {
        (*insert)->exec();
        (*insert)->reset();
        return {};
      } catch (const SQLite::Exception& thrown) {
        (*insert)->tryReset();
        return fail(row_error(thrown, table, fresh_.string()));
      }
    });
  }

  Result<void> finish() {
    auto done = guarded(fresh_.string(), [&]() -> Result<void> {
      // Without its day the index is derived anew from all items.
      connection_->database().exec("INSERT OR REPLACE INTO setting VALUES ('index.day', '')");
      if (SQLite::Statement broken(connection_->database(), "PRAGMA foreign_key_check"); broken.executeStep())
        return fail(ErrorKind::invalid, "The export is not whole: a row refers to one that is missing.",
                    broken.getColumn(0).getString());
      if (connection_->database().tableExists("unsent")) note_all_unsent(*connection_);
      statements_.clear();
      transaction_->commit();
      return check_integrity(*connection_, "PRAGMA integrity_check(1)");
    });
    close();
    if (!done) return done;
    if (auto durable = make_durable(fresh_); !durable) return durable;
    std::error_code problem;
    fs::rename(fresh_, place_, problem);
    if (problem)
      return fail(ErrorKind::storage,
                  Said("The database cannot be put in place: {reason}", {{"reason", problem.message()}}),
                  place_.string());
    return make_durable(place_);
  }

 private:
  using Insert = std::unique_ptr<SQLite::Statement>;

  /// Only names of the schema get into a statement: an export may have been changed by anybody.
  Result<const std::vector<std::string>*> columns_of(const std::string& table) {
    auto found = columns_.find(table);
    if (found == columns_.end() && is_kept(table) && connection_->database().tableExists(table)) {
      SQLite::Statement rows(connection_->database(), "SELECT * FROM " + table);
      std::vector<std::string> names;
      for (int column = 0; column < rows.getColumnCount(); ++column)
        names.emplace_back(rows.getColumnName(column));
      found = columns_.emplace(table, std::move(names)).first;
    }
    if (found == columns_.end())
      return fail(ErrorKind::invalid, "The export has a table that this program does not know.", table);
    return &found->second;
  }

  Result<SQLite::Statement*> insertion(const std::string& table, const std::vector<std::string>& columns) {
    const auto known = columns_of(table);
    if (!known) return fail(known.error());
    std::string names, places;
    for (const std::string& column : columns) {
      if (std::find((*known)->begin(), (*known)->end(), column) == (*known)->end())
        return fail(ErrorKind::invalid, "The export has a column that this program does not know.",
                    table + "." + column);
      names += (names.empty() ? "\"" : ", \"") + column + '"';
      places += places.empty() ? "?" : ", ?";
    }
    if (columns.empty()) return fail(ErrorKind::invalid, "The export has an empty row.", table);
    const std::string sql = "INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")";
    Insert& insert = statements_[sql];
    if (!insert) insert = std::make_unique<SQLite::Statement>(connection_->database(), sql);
    return insert.get();
  }

  static void bind(SQLite::Statement& insert, int place, const Archive::Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell))
      insert.bind(place, *number);
    else if (const auto* text = std::get_if<std::string>(&cell))
      insert.bind(place, *text);
    else
      insert.bind(place);
  }

  void close() {
    statements_.clear();
    transaction_.reset();  // rolls back what was not committed
    connection_.reset();
  }

  fs::path place_, fresh_;
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<SQLite::Transaction> transaction_;
  std::map<std::string, std::vector<std::string>> columns_;
  std::map<std::string, Insert> statements_;
  bool counters_emptied_ = false;
};

Refill::Refill(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Refill::Refill(Refill&&) noexcept = default;
Refill& Refill::operator=(Refill&&) noexcept = default;
Refill::~Refill() = default;

Result<Refill> Refill::begin(const fs::path& database, int version) {
  if (version < 1 || static_cast<std::size_t>(version) > migrations.size())
    return fail(
        ErrorKind::invalid,
        Said("The export was made by a newer Goodturn (version {version}, this program knows {known}). "
             "Install the newer program.",
             {{"version", std::to_string(version)}, {"known", std::to_string(migrations.size())}}));
  if (auto safe = check_place(database); !safe) return fail(safe.error());
  if (auto nothing = check_nothing_is_there(database); !nothing) return fail(nothing.error());
  auto parts = std::make_unique<Parts>(database);
  if (auto opened = parts->open(version); !opened) return fail(opened.error());
  return Refill(std::move(parts));
}

Result<void> Refill::put(const std::string& table, const std::vector<std::string>& columns,
                         const std::vector<Archive::Cell>& cells) {
  return parts_->put(table, columns, cells);
}

Result<void> Refill::finish() { return parts_->finish(); }

}  // namespace goodturn::store
