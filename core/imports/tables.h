// Contact tables of other programs as cards: Google Contacts, Outlook, LinkedIn, and any with names and ways
// to reach people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/imports/columns.h"
#include "core/imports/csv.h"

namespace goodturn::imports {

enum class TableKind {
  google,    ///< contacts.google.com, "Google CSV", before and since 2024
  outlook,   ///< Outlook's "Comma Separated Values", and Google's "Outlook CSV"
  linkedin,  ///< Connections.csv of LinkedIn's data export
  other      ///< of another program
};

/// "Google Contacts", "Outlook", "LinkedIn", "CSV": the name of the program, if it is known.
[[nodiscard]] std::string_view program_of(TableKind kind) noexcept;

struct ImportedCard {
  Uid uid;
  std::string name;
  std::vector<std::string> emails;  ///< lower case
  std::string text;                 ///< a whole vCard 4.0
};

/// What the cells of one column became.
struct ColumnUse {
  std::string column;  ///< as the table writes it
  Becomes becomes = Becomes::kept;
  std::size_t cells = 0;  ///< with text
};

struct ImportedTable {
  TableKind kind = TableKind::google;
  std::vector<ColumnUse>
      columns;  ///< in the table's order; one twice where its cells became different things
  std::vector<ImportedCard> cards;  ///< in the order of the rows; rows that repeat one are left out
};

/// Most cells of a row. Google and Outlook write about 90; cells of one row are compared with each other.
inline constexpr std::size_t most_columns = 500;

/// nullopt when no row among the first ten is the head of a table that is known, or a row is wider than
/// most_columns. Every cell with text is in
/// its card: in a property made for it, else as X-IMPORTED with the column's name; labels are kept as TYPE or
/// X-LABEL. Lines above the head (LinkedIn's notes) are left out. Headings may be English, and of Outlook
/// also German, French or Spanish.
[[nodiscard]] std::optional<ImportedTable> read_table(const std::vector<CsvRow>& rows);

}  // namespace goodturn::imports
