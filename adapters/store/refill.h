// A new database from the rows of an export.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/keeping.h"

namespace goodturn::store {

/// Fills a file beside the database, which gets its place with finish(); before that, and after a failure,
/// what was in place stays. Used by one thread.
class Refill {
 public:
  /// `version`: of the schema that the rows are of. The home's lock is held. Errors: invalid (a newer
  /// schema, or the database in place holds an account or an item already), storage, suspicious.
  [[nodiscard]] static Result<Refill> begin(const std::filesystem::path& database, int version);
  Refill(Refill&&) noexcept;
  Refill& operator=(Refill&&) noexcept;
  ~Refill();

  /// Puts one row; tables in the order of Archive::kept_tables(). Errors: invalid (no such table or column,
  /// or the schema forbids the row), storage.
  Result<void> put(const std::string& table, const std::vector<std::string>& columns,
                   const std::vector<Archive::Cell>& cells);
  /// Checks what is there as a whole and puts it in place; the next start derives the index from it.
  /// Errors: invalid (rows refer to others that are missing), storage.
  Result<void> finish();

 private:
  class Parts;
  explicit Refill(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace goodturn::store
