#include "tests/fuzz/calendar_tree.h"

#include <algorithm>
#include <map>

#include "core/text/document.h"

namespace goodturn::fuzz {
namespace {

using text::Component;
using text::Document;
using text::Property;

/// Bytes that every reader takes the same way: printable ASCII without quotes, backslashes only before what
/// RFC 5545 §3.3.11 escapes, a name, a colon, a value. Differences elsewhere are matters of taste.
bool is_beyond_doubt(const std::string& line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == line.size()) return false;
  const auto in_name = [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || (c >= '0' && c <= '9'); };
  if (!std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), in_name)) return false;
  for (std::size_t at = colon + 1; at < line.size(); ++at) {
    if (line[at] < ' ' || line[at] > '~') return false;
    if (line[at] != '\\') continue;
    if (at + 1 == line.size() || std::string_view("\\;,nN").find(line[at + 1]) == std::string_view::npos)
      return false;
    ++at;
  }
  return line.back() != ' ' && line[colon + 1] != ' ';
}

bool is_known(const std::string& name) {
  return is_text(name) || name.starts_with("X-") || name == "BEGIN" || name == "END";
}

Tree ours(const Document& document, const Component& component) {
  Tree tree{component.name, {}, {}};
  for (const std::size_t number : component.lines) {
    const Property property = document.lines()[number].property();
    tree.properties.push_back({property.name, is_text(property.name) ? text::decoded_text(property) : ""});
  }
  for (const Component& child : component.children) tree.children.push_back(ours(document, child));
  return tree;
}

bool is_beyond_doubt(const Document& document) {
  std::vector<std::string> open;
  bool closed = false;
  for (const text::Line& line : document.lines()) {
    const Property property = line.property();
    if (closed || !is_beyond_doubt(line.unfolded()) || !is_known(property.name) ||
        !property.parameters.empty())
      return false;
    const bool begins = property.name == "BEGIN";
    if (!begins && property.name != "END") continue;
    static const std::map<std::string, std::string> inside = {
        {"VCALENDAR", ""}, {"VEVENT", "VCALENDAR"}, {"VTODO", "VCALENDAR"}, {"VJOURNAL", "VCALENDAR"}};
    const auto known = inside.find(property.value);
    if (known == inside.end() || (begins && known->second != (open.empty() ? "" : open.back()))) return false;
    if (!begins && (open.empty() || open.back() != property.value)) return false;
    if (begins)
      open.push_back(property.value);
    else
      open.pop_back();
    closed = open.empty();
  }
  return closed;
}

}  // namespace

bool is_text(std::string_view name) {
  return name == "SUMMARY" || name == "DESCRIPTION" || name == "LOCATION" || name == "UID" ||
         name == "COMMENT";
}

std::optional<Tree> tree_beyond_doubt(std::string_view bytes) {
  const Document document = Document::parse(bytes);
  if (!is_beyond_doubt(document)) return std::nullopt;
  return ours(document, document.components().front());
}

}  // namespace goodturn::fuzz
