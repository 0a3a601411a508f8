// Venues: places and series of events where people meet (features.md row 76).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

struct Venue {
  Uid uid;                  ///< venue_uid of the first name; it stays when the name changes
  std::string name;         ///< SUMMARY
  std::string type;         ///< X-GOODTURN-VENUE-TYPE: "conference", "meetup" … or the user's own word
  std::vector<Uid> events;  ///< X-GOODTURN-EVENTS: the UIDs of attended events
  std::string text;         ///< DESCRIPTION; may be empty
  bool operator==(const Venue&) const = default;
};

/// Of the name. Where a venue that was renamed still holds it, the new one takes a fresh "goodturn-<hex>".
[[nodiscard]] Uid venue_uid(const std::string& name);
/// The first VJOURNAL when it is a venue; else nullopt. What is missing or wrong in it reads as absent.
[[nodiscard]] std::optional<Venue> read_venue(const text::Document& document);
/// A new VCALENDAR text with one VJOURNAL. `stamp` becomes DTSTAMP. CRLF, folded at 75 octets.
[[nodiscard]] std::string write_venue(const Venue& venue, Instant stamp);
/// The same item with only the lines of changed fields touched; foreign lines stay.
[[nodiscard]] std::string update_venue(const text::Document& document, const Venue& venue, Instant stamp);

}  // namespace goodturn::calendar
