// The rows of a database file read straight from its pages, as far as they are readable: for a file that
// SQLite refuses. Format: sqlite.org/fileformat2.html.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace goodturn::store {

/// A column: nothing (also what is not of interest here: reals), a number, or the bytes of a text or blob.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::vector<Cell>;

/// The pages of a file and of the committed part of its log, whichever is newer.
class Pages {
 public:
  /// `file` and `log` are the bytes of the database and of its -wal, which may be empty. Both are kept by
  /// reference and must outlive this.
  Pages(std::string_view file, std::string_view log);

  /// Visits every row on every page that is the leaf of a table, in page order. Rows that reach beyond their
  /// page are followed; what cannot be read is left out. Bytes are not checked: a text may hold wrong
  /// letters.
  void each_row(const std::function<void(const Row&)>& visit) const;

 private:
  void take_log(std::string_view log);
  [[nodiscard]] std::string_view page(std::uint32_t number) const;
  [[nodiscard]] std::string payload(std::string_view page, std::size_t at, std::uint64_t size) const;

  std::string_view file_;
  std::size_t page_size_;
  std::size_t usable_;
  std::map<std::uint32_t, std::string_view> newer_;
};

}  // namespace goodturn::store
