// Tables as programs export them: RFC 4180 and what they make of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goodturn::imports {

using CsvRow = std::vector<std::string>;

/// Rows of any bytes. Cells are apart by the comma, semicolon or tab that stands most often in the first
/// line; lines end with CRLF, LF or CR; a quoted cell may hold all of these and doubled quotes. A quote
/// inside an unquoted cell is a letter, and a quoted cell that never ends goes to the end of the text. Lines
/// without any cell text are left out. Bytes that are not UTF-8 are read as Windows-1252; a byte order mark
/// goes; UTF-16 with its mark is read. Cells are UTF-8, blanks kept.
[[nodiscard]] std::vector<CsvRow> read_csv(std::string_view bytes);

}  // namespace goodturn::imports
