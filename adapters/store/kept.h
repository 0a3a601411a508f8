// Which tables hold what is kept, and which can be derived from them.
#pragma once

#include <array>
#include <string_view>

namespace goodturn::store {

/// A table whose rows are what a user could lose.
struct Kept {
  std::string_view name;
  const char* rows;   ///< all of them by their keys
  const char* count;  ///< how many those are
};

/// Owners before what they own; the counters of SQLite, which say which numbers were given away, at the end.
/// The day of the index is no more than the index.
inline constexpr std::array kept = {
    Kept{"account", "SELECT * FROM account ORDER BY id", "SELECT count(*) FROM account"},
    Kept{"collection", "SELECT * FROM collection ORDER BY id", "SELECT count(*) FROM collection"},
    Kept{"item", "SELECT * FROM item ORDER BY collection, href", "SELECT count(*) FROM item"},
    Kept{"base", "SELECT * FROM base ORDER BY collection, href", "SELECT count(*) FROM base"},
    Kept{"left_out", "SELECT * FROM left_out ORDER BY collection, href", "SELECT count(*) FROM left_out"},
    Kept{"intent", "SELECT * FROM intent ORDER BY id", "SELECT count(*) FROM intent"},
    Kept{"conflict", "SELECT * FROM conflict ORDER BY id", "SELECT count(*) FROM conflict"},
    Kept{"trash", "SELECT * FROM trash ORDER BY id", "SELECT count(*) FROM trash"},
    Kept{"written", "SELECT * FROM written ORDER BY id", "SELECT count(*) FROM written"},
    Kept{"setting", "SELECT * FROM setting WHERE key <> 'index.day' ORDER BY key",
         "SELECT count(*) FROM setting WHERE key <> 'index.day'"},
    Kept{"mail_account", "SELECT * FROM mail_account ORDER BY number", "SELECT count(*) FROM mail_account"},
    Kept{"mail_folder", "SELECT * FROM mail_folder ORDER BY account, id", "SELECT count(*) FROM mail_folder"},
    Kept{"observation", "SELECT * FROM observation ORDER BY message, person, account",
         "SELECT count(*) FROM observation"},
    Kept{"mail_forgotten", "SELECT * FROM mail_forgotten ORDER BY person",
         "SELECT count(*) FROM mail_forgotten"},
    Kept{"erased", "SELECT * FROM erased ORDER BY mark", "SELECT count(*) FROM erased"},
    Kept{"sqlite_sequence", "SELECT * FROM sqlite_sequence ORDER BY name",
         "SELECT count(*) FROM sqlite_sequence"},
};

/// Tables that `goodturn rebuild`, or the store itself (unsent.h), fill from those above, and those that the
/// next reading of the user's notes fills; of lines in notes only where they stand is lost.
inline constexpr std::array<std::string_view, 10> derived = {
    "person", "meeting",    "record",    "journal",   "follow_up",
    "unsent", "note_entry", "note_name", "note_file", "note_line"};

}  // namespace goodturn::store
