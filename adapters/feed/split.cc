#include "adapters/feed/split.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/hash.h"
#include "core/text/document.h"

namespace goodturn::feed {
namespace {

using text::Component;
using text::Document;

bool is_item(const std::string& name) { return name == "VEVENT" || name == "VTODO" || name == "VJOURNAL"; }

/// One line with an end, even where the feed's last line has none.
std::string whole_line(const text::Line& line) {
  return line.raw().ends_with('\n') ? line.raw() : line.raw() + "\r\n";
}

std::string raw(const Document& document, const Component& component) {
  std::string bytes;
  const std::size_t last = std::min(component.end + 1, document.lines().size());
  for (std::size_t i = component.begin; i < last; ++i) bytes += whole_line(document.lines()[i]);
  return bytes;
}

void collect_zones(const Document& document, const Component& component, std::set<std::string>& zones) {
  for (const std::size_t line : component.lines) {
    if (document.lines()[line].raw().find("TZID") == std::string::npos) continue;
    if (const auto zone = document.lines()[line].property().parameter("TZID"); !zone.empty())
      zones.emplace(zone);
  }
  for (const Component& child : component.children) collect_zones(document, child, zones);
}

/// What a piece is made of: numbers of the calendar's children.
struct Group {
  std::string uid;
  std::vector<std::size_t> children;
};

std::vector<Group> group_by_uid(const Document& document, const Component& calendar) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < calendar.children.size(); ++i) {
    if (!is_item(calendar.children[i].name)) continue;
    const std::string uid = document.first_value(calendar.children[i], "UID");
    const auto [place, is_new] = known.emplace(uid, groups.size());
    if (uid.empty() || is_new) {
      groups.push_back({uid, {i}});
    } else {
      groups[place->second].children.push_back(i);
    }
  }
  return groups;
}

/// The lines that stand in every piece: the calendar's own, without METHOD. An item is not a message
/// (RFC 4791 §4.1).
std::string own_lines(const Document& document, const Component& calendar) {
  std::string bytes;
  for (const std::size_t line : calendar.lines)
    if (document.lines()[line].name() != "METHOD") bytes += whole_line(document.lines()[line]);
  return bytes;
}

std::map<std::string, std::string> zone_texts(const Document& document, const Component& calendar) {
  std::map<std::string, std::string> zones;
  for (const Component& child : calendar.children)
    if (child.name == "VTIMEZONE") zones.emplace(document.first_value(child, "TZID"), raw(document, child));
  return zones;
}

/// How much the pieces of a text may take together. Of small items with a long zone each is some twenty times
/// what it takes in the feed.
class Room {
 public:
  explicit Room(std::size_t text) : left_(std::min(std::max(least, most_times * text), most)) {}

  /// False when the next piece does not fit.
  [[nodiscard]] bool take(std::size_t bytes) {
    if (bytes > left_ || pieces_ == most_pieces) return false;
    left_ -= bytes;
    ++pieces_;
    return true;
  }

 private:
  static constexpr std::size_t least = std::size_t{16} << 20;
  static constexpr std::size_t most = std::size_t{512} << 20;
  static constexpr std::size_t most_times = 32;
  static constexpr std::size_t most_pieces = 100'000;

  std::size_t left_;
  std::size_t pieces_ = 0;
};

/// False when there is no room for all of them.
bool take_pieces(const Document& document, const Component& calendar, Room& room, Calendar& into) {
  const std::string head = "BEGIN:VCALENDAR\r\n" + own_lines(document, calendar);
  const auto zones = zone_texts(document, calendar);
  for (const Group& group : group_by_uid(document, calendar)) {
    std::set<std::string> named;
    std::string body;
    for (const std::size_t child : group.children) {
      collect_zones(document, calendar.children[child], named);
      body += raw(document, calendar.children[child]);
    }
    std::string text = head;
    for (const std::string& zone : named)
      if (const auto found = zones.find(zone); found != zones.end()) text += found->second;
    if (!room.take(text.size() + body.size())) return false;
    text += body + "END:VCALENDAR\r\n";
    const Etag etag("\"" + to_hex(hash_of(text)) + "\"");
    into.pieces.push_back({href_of(group.uid.empty() ? body : group.uid), etag, std::move(text)});
  }
  return true;
}

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
  std::set<Href> taken;
  Room room(bytes.size());
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
    if (!take_pieces(document, component, room, calendar))
      return fail(
          ErrorKind::invalid,
          "This calendar is too large: it has more than 100,000 entries, or each of them repeats too much. "
          "Ask for one with fewer entries.");
  }
  if (!found) return fail(ErrorKind::parse, "This is not a calendar; check the address.");
  // The first of two equal names stays: a feed may hold several VCALENDARs, or one component twice.
  std::erase_if(calendar.pieces, [&](const Piece& piece) { return !taken.insert(piece.href).second; });
  return calendar;
}

}  // namespace goodturn::feed
