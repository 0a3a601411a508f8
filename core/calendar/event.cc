#include "core/calendar/event.h"

#include <algorithm>

#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;
using text::Property;

Participation participation_of(const Property& property) {
  const std::string word = upper_word(property.parameter("PARTSTAT"));
  if (word.empty() || word == "NEEDS-ACTION") return Participation::needs_action;
  if (word == "ACCEPTED") return Participation::accepted;
  if (word == "DECLINED") return Participation::declined;
  if (word == "TENTATIVE") return Participation::tentative;
  return word == "DELEGATED" ? Participation::delegated : Participation::other;
}

/// The e-mail address of a calendar user: the value's mailto:, else Apple's EMAIL parameter beside a
/// principal URL or urn:uuid.
std::string address_of(const Property& property) {
  constexpr std::string_view scheme = "MAILTO:";
  const std::string value = trimmed(property.value);
  const bool mail = upper_word(std::string_view(value).substr(0, scheme.size())) == scheme;
  return lower_word(mail ? trimmed(value.substr(scheme.size())) : trimmed(property.parameter("EMAIL")));
}

Attendee attendee_of(const Property& property) {
  Attendee attendee;
  attendee.address = address_of(property);
  attendee.name = trimmed(as_utf8(property.parameter("CN")));
  attendee.participation = participation_of(property);
  const std::string type = upper_word(property.parameter("CUTYPE"));
  attendee.is_person = type != "ROOM" && type != "RESOURCE";
  return attendee;
}

void add_organizer(const Property& property, std::vector<Attendee>& attendees) {
  Attendee organizer = attendee_of(property);
  organizer.participation = Participation::accepted;
  const auto same = std::find_if(attendees.begin(), attendees.end(), [&](const Attendee& attendee) {
    return !organizer.address.empty() && attendee.address == organizer.address;
  });
  if (same == attendees.end()) {
    attendees.push_back(std::move(organizer));
  } else if (same->participation == Participation::needs_action) {
    // An organizer who lists himself without PARTSTAT comes to his own meeting; a stated answer counts.
    same->participation = Participation::accepted;
  }
}

EventStatus status_of(const std::string& value) {
  const std::string word = upper_word(trimmed(value));
  if (word == "TENTATIVE") return EventStatus::tentative;
  if (word == "CONFIRMED") return EventStatus::confirmed;
  return word == "CANCELLED" ? EventStatus::cancelled : EventStatus::none;
}

bool is_date(const Property& property) {
  const std::string value_type = upper_word(property.parameter("VALUE"));
  // Lotus Notes and old Outlook leave VALUE=DATE out; a time always has its T.
  return value_type == "DATE" || (value_type.empty() && parse_day(trimmed(property.value)).has_value());
}

Event event_of(const Document& document, const Component& component) {
  Event event;
  event.uid = Uid(trimmed(document.first_value(component, "UID")));
  event.status = status_of(document.first_value(component, "STATUS"));
  const std::string access = upper_word(trimmed(document.first_value(component, "CLASS")));
  event.is_private = access == "PRIVATE" || access == "CONFIDENTIAL";
  event.is_free = upper_word(trimmed(document.first_value(component, "TRANSP"))) == "TRANSPARENT";
  std::vector<Property> organizers;
  for (const std::size_t number : component.lines) {
    const std::string& name = document.lines()[number].name();
    if (name == "SUMMARY" && event.summary.empty())
      event.summary = trimmed(text::decoded_text(document.lines()[number].property()));
    if (name == "DTSTART") event.all_day = is_date(document.lines()[number].property());
    if (name == "RECURRENCE-ID") event.is_override = true;
    if (name == "ATTENDEE") event.attendees.push_back(attendee_of(document.lines()[number].property()));
    if (name == "ORGANIZER") organizers.push_back(document.lines()[number].property());
  }
  if (!organizers.empty()) add_organizer(organizers.front(), event.attendees);
  return event;
}

void collect(const Document& document, const std::vector<Component>& components, std::vector<Event>& events) {
  for (const Component& component : components) {
    if (component.name == "VEVENT") events.push_back(event_of(document, component));
    collect(document, component.children, events);
  }
}

}  // namespace

std::vector<Event> read_events(const Document& document) {
  std::vector<Event> events;
  collect(document, document.components(), events);
  return events;
}

}  // namespace goodturn::calendar
