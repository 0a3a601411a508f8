#include "adapters/feed/split.h"

#include <set>

#include "core/base/hash.h"
#include "core/calendar/split.h"

namespace goodturn::feed {
namespace {

using text::Component;
using text::Document;

std::string color_of(const Document& document, const Component& calendar) {
  for (const char* name : {"X-APPLE-CALENDAR-COLOR", "COLOR"}) {
    const std::string value = document.first_value(calendar, name).substr(0, 7);
    if (value.size() == 7 && value.front() == '#') return value;
  }
  return {};
}

}  // namespace

Href href_of(std::string_view uid) { return Href(to_hex(hash_of(uid)) + ".ics"); }

Result<Calendar> split(std::string_view bytes) {
  const Document document = Document::parse(bytes);
  Calendar calendar;
  bool found = false;
  for (const Component& component : document.components()) {
    if (component.name != "VCALENDAR") continue;
    if (!found) {
      const std::string name = document.first_value(component, "NAME");
      calendar.name =
          text::unescape_text(name.empty() ? document.first_value(component, "X-WR-CALNAME") : name);
      calendar.color = color_of(document, component);
    }
    found = true;
    for (const Component& child : component.children) {
      calendar.events = calendar.events || child.name == "VEVENT";
      calendar.tasks = calendar.tasks || child.name == "VTODO";
      calendar.journals = calendar.journals || child.name == "VJOURNAL";
    }
  }
  if (!found) return fail(ErrorKind::parse, "This is not a calendar; check the address.");
  auto pieces = calendar::split(document);
  if (!pieces) return fail(pieces.error());
  std::set<Href> taken;
  for (calendar::Piece& piece : *pieces) {
    Href href = href_of(piece.uid.empty() ? piece.components() : piece.uid);
    // The first of two equal names stays: a feed may hold several VCALENDARs, or one component twice.
    if (!taken.insert(href).second) continue;
    const Etag etag("\"" + to_hex(hash_of(piece.text)) + "\"");
    calendar.pieces.push_back({std::move(href), etag, std::move(piece.text)});
  }
  return calendar;
}

}  // namespace goodturn::feed
