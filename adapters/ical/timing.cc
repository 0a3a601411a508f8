#include "adapters/ical/timing.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace goodturn::ical {
namespace {

constexpr std::size_t longest_line = std::size_t{256} * 1024;
constexpr std::size_t most_lines = 10000;
constexpr std::size_t most_components = 10000;
constexpr int deepest = 8;
constexpr std::size_t most_dates = 10000;
/// RFC 5545 §3.8.5.3 allows one; more are read as RFC 2445 did.
constexpr std::size_t most_rules = 16;
constexpr std::size_t most_zones = 100;

class Reader {
 public:
  Reader(const text::Document& document_read, Zones& zones_known)
      : document(document_read), zones_(zones_known) {}

  [[nodiscard]] std::optional<Moment> moment(std::string_view value, const text::Property& property) {
    // A PERIOD is "start/end" or "start/duration".
    value = value.substr(0, value.find('/'));
    if (const auto day = parse_day(value))
      return Moment{LocalTime(day->time_since_epoch()), true, zones_.local()};
    const bool utc = value.ends_with('Z');
    const auto read = parse_instant(value);
    if (!read || value.find_first_of("+-") != std::string_view::npos) return std::nullopt;
    const LocalTime local(read->time_since_epoch());
    if (utc) return Moment{local, false, Zone()};
    const std::string_view tzid = property.parameter("TZID");
    return Moment{local, false, tzid.empty() ? zones_.local() : zone(tzid)};
  }

  void moments(const text::Property& property, std::vector<Moment>& list) {
    const std::string_view values = property.value;
    for (std::size_t at = 0; at < values.size() && list.size() < most_dates;) {
      const std::size_t end = std::min(values.find(',', at), values.size());
      if (const auto read = moment(values.substr(at, end - at), property)) list.push_back(*read);
      at = end + 1;
    }
  }

  const text::Document& document;

 private:
  /// The item's own zones are read once each: a list of dates names its zone once for all of them.
  [[nodiscard]] Zone zone(std::string_view tzid) {
    if (const auto known = found_.find(tzid); known != found_.end()) return known->second;
    if (found_.size() >= most_zones) return zones_.local();
    return found_.emplace(tzid, zones_.find(tzid, document)).first->second;
  }

  Zones& zones_;
  std::map<std::string, Zone, std::less<>> found_;
};

std::optional<Length> read_length(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  Length length;
  bool clock = false;
  while (!text.empty()) {
    if (text.front() == 'T') {
      clock = true;
      text.remove_prefix(1);
      continue;
    }
    unsigned short count = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (problem != std::errc() || end == text.data() + text.size()) return std::nullopt;
    const char unit = *end;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    if (!clock && unit == 'W')
      length.days += std::chrono::days(7 * count);
    else if (!clock && unit == 'D')
      length.days += std::chrono::days(count);
    else if (clock && unit == 'H')
      length.exact += std::chrono::hours(count);
    else if (clock && unit == 'M')
      length.exact += std::chrono::minutes(count);
    else if (clock && unit == 'S')
      length.exact += std::chrono::seconds(count);
    else
      return std::nullopt;
  }
  // An event cannot end before it starts.
  return negative ? Length{} : length;
}

/// RFC 5545 §3.6.1: without DTEND and DURATION a date lasts one day and a time no time.
Length length_of(const Moment& start, const std::optional<Moment>& end,
                 const std::optional<Length>& duration) {
  Length length;
  if (end && start.is_date && end->is_date) {
    length.days = std::chrono::duration_cast<std::chrono::days>(end->local - start.local);
  } else if (end) {
    length.exact = std::max(end->instant() - start.instant(), std::chrono::seconds(0));
  } else if (duration) {
    length = *duration;
  }
  if (start.is_date && length.exact == std::chrono::seconds(0))
    length.days = std::max(length.days, std::chrono::days(1));
  return length;
}

std::optional<Timing> read_timing(Reader& reader, const text::Component& component) {
  Timing timing;
  std::optional<Moment> start;
  std::optional<Moment> end;
  std::optional<Length> duration;
  const std::size_t count = std::min(component.lines.size(), most_lines);
  for (std::size_t at = 0; at < count; ++at) {
    const text::Line& line = reader.document.lines()[component.lines[at]];
    if (line.raw().size() > longest_line) continue;
    const std::string name = line.name();
    const auto value = [&](const text::Property& property) {
      return reader.moment(property.value, property);
    };
    if (name == "DTSTART")
      start = value(line.property());
    else if (name == "DTEND")
      end = value(line.property());
    else if (name == "DURATION")
      duration = read_length(line.property().value);
    else if (name == "RRULE" && timing.rules.size() < most_rules)
      timing.rules.push_back(line.property().value);
    else if (name == "EXRULE" && timing.unrules.size() < most_rules)
      timing.unrules.push_back(line.property().value);
    else if (name == "RDATE")
      reader.moments(line.property(), timing.extra);
    else if (name == "EXDATE")
      reader.moments(line.property(), timing.except);
    else if (name == "RECURRENCE-ID") {
      const text::Property property = line.property();
      timing.replaces = value(property);
      timing.and_future = property.parameter("RANGE") == "THISANDFUTURE";
    }
  }
  if (!start) return std::nullopt;
  timing.start = *start;
  timing.length = length_of(*start, end, duration);
  return timing;
}

void collect(Reader& reader, const std::vector<text::Component>& components, int depth, std::size_t& seen,
             std::vector<Timing>& timings) {
  for (const text::Component& component : components) {
    if (component.name == "VEVENT") {
      const std::size_t event = seen++;
      if (seen > most_components) return;
      if (auto timing = read_timing(reader, component)) {
        timing->event = event;
        timings.push_back(std::move(*timing));
      }
    }
    if (depth < deepest) collect(reader, component.children, depth + 1, seen, timings);
  }
}

}  // namespace

std::vector<Timing> read_timings(const text::Document& document, Zones& zones) {
  std::vector<Timing> timings;
  std::size_t seen = 0;
  Reader reader(document, zones);
  collect(reader, document.components(), 1, seen, timings);
  return timings;
}

}  // namespace goodturn::ical
