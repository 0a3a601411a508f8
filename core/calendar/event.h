// What Goodturn reads from a VEVENT (RFC 5545 §3.6.1).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/text/document.h"

namespace goodturn::calendar {

/// PARTSTAT of RFC 5545 §3.2.12 as far as contact depends on it.
enum class Participation { needs_action, accepted, declined, tentative, delegated, other };

struct Attendee {
  std::string address;  ///< lower case, without "mailto:"; empty for other URI kinds
  std::string name;     ///< CN, decoded
  Participation participation = Participation::needs_action;
  bool is_person = true;  ///< false for CUTYPE ROOM, RESOURCE
};

enum class EventStatus { none, tentative, confirmed, cancelled };

/// One VEVENT component; a recurring meeting has a master and maybe overrides, all with one UID.
struct Event {
  Uid uid;
  std::string summary;
  EventStatus status = EventStatus::none;
  bool all_day = false;      ///< DTSTART has VALUE=DATE
  bool is_override = false;  ///< has RECURRENCE-ID
  bool is_private = false;   ///< CLASS:PRIVATE or CONFIDENTIAL
  bool is_free = false;      ///< TRANSP:TRANSPARENT (RFC 5545 §3.8.2.7): takes none of the user's time
  std::vector<Attendee> attendees;  ///< the organizer is added once, as accepted
};

/// One instance in time. `event` indexes the list of Events of the same item.
struct Occurrence {
  std::size_t event = 0;
  Instant start{};
  Instant end{};
};

/// Every VEVENT of an iCalendar document, in document order. Never fails: what cannot be read is left
/// at its default.
[[nodiscard]] std::vector<Event> read_events(const text::Document& document);

}  // namespace goodturn::calendar
