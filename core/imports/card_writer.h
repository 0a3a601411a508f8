// A new vCard from the cells of a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/strong.h"

namespace goodturn::imports {

/// Collects lines and writes one card of version 4.0 (RFC 6350): CRLF, folded, UTF-8.
class CardWriter {
 public:
  struct Name {
    std::string family, given, additional, prefix, suffix;
  };

  Name name;
  std::string full_name;
  std::string organisation, unit;
  std::vector<std::string> tags;

  /// `property` with parameters as they are to stand ("TEL;TYPE=cell"); the value is escaped as TEXT.
  void add_text(std::string property, std::string_view value);
  /// The value as it is, for URI and structured values.
  void add_raw(std::string property, std::string_view value);
  /// What no property is made for: "X-IMPORTED;X-COLUMN=<column>:<value>".
  void add_unknown(std::string_view column, std::string_view value);

  /// FN: the full name, else the parts, else organisation or first e-mail address.
  [[nodiscard]] std::string shown_name() const;
  [[nodiscard]] std::string write(const Uid& uid) const;

 private:
  std::vector<std::string> lines_;
  std::string first_email_;
};

/// A parameter's value, quoted where needed (RFC 6350 section 3.3, RFC 6868).
[[nodiscard]] std::string parameter_value(std::string_view plain);

/// A UID that is the same for the same parts: a second import of a file finds the cards of the first.
[[nodiscard]] Uid imported_uid(const std::vector<std::string>& parts);

}  // namespace goodturn::imports
