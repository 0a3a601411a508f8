// One component of one version of an item, seen as the lines that a merge compares.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/text/document.h"

namespace goodturn::sync {

/// A content line with its meaning.
struct Entry {
  std::size_t number = 0;  ///< line number in its document
  std::string content;     ///< unfolded
  std::string meaning;     ///< canonical spelling without the group; a label line also names what it labels
  text::Property property;
};

/// The lines of a component by upper-case property name, in order. Lines that are no content lines have
/// the name "". Stamps that programs change by themselves are left out.
using Entries = std::map<std::string, std::vector<Entry>>;

[[nodiscard]] Entries entries_of(const text::Document& document, const text::Component& component);

/// What tells a component from its siblings: name, UID, RECURRENCE-ID, TZID.
[[nodiscard]] std::string key_of(const text::Document& document, const text::Component& component);

/// The line number after a component: past its END. Where that is missing it ends before the line that closed
/// what is around it, which is not its own.
[[nodiscard]] std::size_t after(const text::Document& document, const text::Component& component);

/// The raw text of a component, BEGIN and END included.
[[nodiscard]] std::string raw_of(const text::Document& document, const text::Component& component);

}  // namespace goodturn::sync
