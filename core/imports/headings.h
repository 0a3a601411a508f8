// The same column under the names that other programs and languages give it.
#pragma once

#include <string>

namespace goodturn::imports {

/// What a column of the tables of Google, Outlook and LinkedIn is called in English: "vorname" gives "first
/// name". `key` as column_key() makes it; one that is not known comes back as it is.
[[nodiscard]] std::string english_heading(const std::string& key);

/// The same for tables of any other program: "company name" gives "company", "title" is the job title there.
[[nodiscard]] std::string usual_heading(const std::string& key);

}  // namespace goodturn::imports
