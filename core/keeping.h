// Doors that a store may have besides those of ports.h: everything out, and erasing for good.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/ports.h"

namespace goodturn {

/// Everything that is kept, row by row as it stands: what an export writes and its return reads. Tables that
/// can be derived from these are left out.
class Archive {
 public:
  using Cell = std::variant<std::monostate, std::int64_t, std::string>;
  struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::size_t rows = 0;
  };

  virtual ~Archive() = default;
  /// The number of the schema that the tables belong to.
  virtual Result<int> schema_version() = 0;
  /// Owners before what they own.
  virtual Result<std::vector<Table>> kept_tables() = 0;
  /// The rows of one of those tables by their keys, cells in the order of the columns; stops when `visit`
  /// returns an error and passes it on.
  virtual Result<void> each_kept_row(const std::string& table,
                                     const std::function<Result<void>(const std::vector<Cell>&)>& visit) = 0;
};

/// Erasing for good: what no other call takes away, and who is not to come back by itself. Names stand for
/// people, addresses and places; only hashes of them are kept, with a key of this store.
class Erasure {
 public:
  using IsErased = std::function<bool(std::string_view name)>;

  virtual ~Erasure() = default;
  virtual Result<void> note_erased(const std::vector<std::string>& names) = 0;
  /// Tells whether a name was noted until now; no function when none ever was.
  virtual Result<IsErased> erased() = 0;
  /// Forgets all those names; gives their number.
  virtual Result<std::size_t> lift_erased() = 0;

  /// Takes one row out of the change log.
  virtual Result<void> remove_write(std::int64_t id) = 0;
  /// Every row, as in a new home.
  virtual Result<void> erase_all() = 0;
  /// How many copies of earlier states lie in the home: of every day, of upgrades, of damage.
  virtual Result<std::size_t> copies() = 0;
  /// Leaves nothing in the home's files of what was removed: rewrites the database, empties its log, removes
  /// those copies and makes that of `today`. Not inside transact(). Errors: busy (somebody reads), storage.
  virtual Result<void> wipe(Day today) = 0;
};

/// The same store's other doors; nullptr where it has none.
[[nodiscard]] inline Archive* archive_of(Store& store) { return dynamic_cast<Archive*>(&store); }
[[nodiscard]] inline Erasure* erasure_of(Store& store) { return dynamic_cast<Erasure*>(&store); }

}  // namespace goodturn
