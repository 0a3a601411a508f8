// One calendar text cut into items, one per UID (RFC 4791 §4.1): of feeds and of files to import.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// The components of one UID in a calendar of their own.
struct Piece {
  std::string uid;         ///< empty for a component that has none: it is a piece by itself
  std::string text;        ///< a VCALENDAR
  std::size_t body = 0;    ///< where in `text` the components begin
  std::size_t length = 0;  ///< of the components

  [[nodiscard]] std::string_view components() const { return std::string_view(text).substr(body, length); }
};

/// Of all calendars of a text, in order of first appearance. Each piece is a VCALENDAR with its calendar's
/// own lines (without METHOD: an item is no message), the VTIMEZONEs that its components name, and those
/// components, all byte for byte but for line ends that are missing. Errors: invalid when there are more than
/// 100,000 pieces, or when what stands in each of them makes them many times the text.
[[nodiscard]] Result<std::vector<Piece>> split(const text::Document& document);

}  // namespace goodturn::calendar
