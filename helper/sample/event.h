// One meeting of the sample as an iCalendar text.
#pragma once

#include <string>
#include <vector>

#include "core/base/time.h"
#include "helper/sample/cast.h"

namespace goodturn::sample {

struct Meeting {
  std::string uid;
  std::string summary;
  Instant start{};
  int minutes = 60;
  std::vector<const Person*> guests;
  std::string mine = "ACCEPTED";  ///< PARTSTAT of the user
  std::string room;               ///< a room that was invited; empty: none
  bool cancelled = false;
  std::vector<std::string> extra;  ///< further lines of the VEVENT, such as RRULE
};

/// The lines BEGIN:VEVENT … END:VEVENT. The first guest is the organiser of every other meeting.
[[nodiscard]] std::vector<std::string> event_lines(const Meeting& meeting);
/// A calendar with these components' lines.
[[nodiscard]] std::string calendar_text(const std::vector<std::vector<std::string>>& components);

}  // namespace goodturn::sample
