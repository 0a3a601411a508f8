#include "core/calendar/split.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/text/scan.h"

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;

bool is_item(const std::string& name) { return name == "VEVENT" || name == "VTODO" || name == "VJOURNAL"; }

/// One line with an end, even where the text's last line has none.
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
    const text::Property property = document.lines()[line].property();
    if (const auto zone = property.parameter("TZID"); !zone.empty()) zones.emplace(zone);
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
    const std::string uid(text::scan::trim(document.first_value(calendar.children[i], "UID")));
    const auto [place, is_new] = known.emplace(uid, groups.size());
    if (uid.empty() || is_new) {
      groups.push_back({uid, {i}});
    } else {
      groups[place->second].children.push_back(i);
    }
  }
  return groups;
}

/// The lines that stand in every piece.
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
/// what it takes in the text.
class Room {
 public:
  explicit Room(const Document& document) {
    std::size_t text = 0;
    for (const text::Line& line : document.lines()) text += line.raw().size();
    left_ = std::min(std::max(least, most_times * text), most);
  }

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

  std::size_t left_ = 0;
  std::size_t pieces_ = 0;
};

/// False when there is no room for all of them.
bool take_pieces(const Document& document, const Component& calendar, Room& room,
                 std::vector<Piece>& pieces) {
  const std::string head = "BEGIN:VCALENDAR\r\n" + own_lines(document, calendar);
  const auto zones = zone_texts(document, calendar);
  for (Group& group : group_by_uid(document, calendar)) {
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
    const std::size_t start = text.size();
    text.append(body).append("END:VCALENDAR\r\n");
    pieces.push_back({std::move(group.uid), std::move(text), start, body.size()});
  }
  return true;
}

}  // namespace

Result<std::vector<Piece>> split(const Document& document) {
  std::vector<Piece> pieces;
  Room room(document);
  for (const Component& calendar : document.components())
    if (calendar.name == "VCALENDAR" && !take_pieces(document, calendar, room, pieces))
      return fail(
          ErrorKind::invalid,
          "This calendar is too large: it has more than 100,000 entries, or each of them repeats too much. "
          "Ask for one with fewer entries.");
  return pieces;
}

}  // namespace goodturn::calendar
