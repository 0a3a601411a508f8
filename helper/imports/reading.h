// One file of another program, read by its content.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/imports/messages.h"
#include "core/imports/tables.h"
#include "helper/imports/entry.h"

namespace goodturn::helper {

/// What a file holds. Fates are not decided yet.
struct FileReading {
  std::string program;  ///< "Google Contacts", "vCard"
  std::vector<ImportEntry> entries;
  std::vector<imports::ColumnUse> columns;        ///< of a table
  std::optional<imports::MessageTable> messages;  ///< of LinkedIn's messages.csv
};

/// vCard, iCalendar, Monica's JSON, LinkedIn's messages, or a table of people; nullopt for anything else.
/// Errors: those of calendar::split().
[[nodiscard]] Result<std::optional<FileReading>> read_import(std::string_view bytes);

}  // namespace goodturn::helper
