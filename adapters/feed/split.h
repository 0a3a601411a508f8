// One calendar text cut into items, one per UID.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/strong.h"

namespace goodturn::feed {

struct Piece {
  Href href;  ///< made from the UID; a component without UID is named after its content
  Etag etag;  ///< from the piece's own bytes
  std::string text;
};

struct Calendar {
  std::string name;   ///< NAME (RFC 7986 §5.1) or X-WR-CALNAME; may be empty
  std::string color;  ///< "#rrggbb" of X-APPLE-CALENDAR-COLOR or COLOR; else empty
  bool events = false;
  bool tasks = false;
  bool journals = false;
  std::vector<Piece> pieces;  ///< in order of first appearance; a UID's components stay together
};

/// The feed's pieces as calendar::split() makes them. Errors: parse when there is no VCALENDAR; those of
/// calendar::split().
[[nodiscard]] Result<Calendar> split(std::string_view text);

[[nodiscard]] Href href_of(std::string_view uid);

}  // namespace goodturn::feed
