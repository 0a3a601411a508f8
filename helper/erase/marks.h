// By what the items of a person are known.
#pragma once

#include <set>
#include <string>

#include "core/text/document.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// UIDs of all cards of a person, and the addresses that nobody else has.
struct PersonMarks {
  std::set<std::string> uids;
  std::set<std::string> addresses;  ///< relations::plain_address
  std::set<std::string> names;      ///< as cards and short names write them
};
[[nodiscard]] PersonMarks marks_of(const Snapshot& snapshot, const Person& person);

/// Whether a line of the document that is not free text is about the person: a value, an element of a list
/// or a parameter is one of the UIDs or addresses.
[[nodiscard]] bool is_about(const text::Document& document, const PersonMarks& marks);

/// Whether its free text has one of the names or addresses.
[[nodiscard]] bool mentions(const text::Document& document, const PersonMarks& marks);

}  // namespace goodturn::helper
