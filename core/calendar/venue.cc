#include "core/calendar/venue.h"

#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

OwnLines lines_of(const Venue& venue) {
  return journal_lines(
      {venue.uid, JournalKind::venue, std::nullopt, venue.name, venue.text},
      {text_line("X-GOODTURN-VENUE-TYPE", venue.type), list_line("X-GOODTURN-EVENTS", venue.events)});
}

}  // namespace

Uid venue_uid(const std::string& name) { return derived_uid(JournalKind::venue, {name}); }

std::optional<Venue> read_venue(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::venue);
  if (!journal) return std::nullopt;
  Venue venue;
  venue.uid = journal->uid();
  venue.name = journal->text("SUMMARY");
  venue.type = journal->text("X-GOODTURN-VENUE-TYPE");
  venue.events = journal->uids("X-GOODTURN-EVENTS");
  venue.text = journal->text("DESCRIPTION");
  return venue;
}

std::string write_venue(const Venue& venue, Instant stamp) {
  return write_item("VJOURNAL", lines_of(venue), stamp);
}

std::string update_venue(const text::Document& document, const Venue& venue, Instant stamp) {
  const auto before = read_venue(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(venue), stamp);
}

}  // namespace goodturn::calendar
