// The lines of an item that Goodturn writes itself, beside the foreign ones it carries along.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// A property name and its content lines in order; no lines: the property is absent.
struct OwnLine {
  std::string name;
  std::vector<std::string> contents;
  bool operator==(const OwnLine&) const = default;
};
/// In writing order; every value of an item lists the same names in the same order.
using OwnLines = std::vector<OwnLine>;

/// The program named in PRODID.
inline constexpr std::string_view product = "-//Goodturn//Goodturn//EN";

/// `NAME:value` with TEXT escapes; no line when `plain` is empty.
[[nodiscard]] OwnLine text_line(std::string name, std::string_view plain);
/// `NAME:value` as it is; no line when `value` is empty.
[[nodiscard]] OwnLine value_line(std::string name, std::string_view value);

/// A VCALENDAR with one component holding `lines`. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_item(std::string_view component, const OwnLines& lines, Instant stamp);
/// The document with the lines replaced whose contents differ between `before` and `after`, and
/// DTSTAMP and LAST-MODIFIED set to `stamp`. Nothing differs: the text as it was.
[[nodiscard]] std::string update_item(const text::Document& document, std::string_view component,
                                      const OwnLines& before, const OwnLines& after, Instant stamp);

}  // namespace goodturn::calendar
