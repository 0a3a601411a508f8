#include "core/sync/lost.h"

#include <algorithm>
#include <set>

#include "core/base/hash.h"
#include "core/sync/lines.h"
#include "core/sync/value_merge.h"

namespace goodturn::sync {
namespace {

using text::Component;
using text::Document;

/// Where a property stands: its component by a digest of its key and of those around it, then its name.
struct Place {
  std::string component;
  std::string name;
  auto operator<=>(const Place&) const = default;
};
using Places = std::map<Place, Lines>;

void collect(const Document& document, const std::vector<Component>& components, const std::string& around,
             Places& places) {
  std::map<std::string, int> seen;
  // A card on its own is the same one with a UID and without: sabre/dav, DAViCal and SOGo give it one.
  const bool alone = around.empty() && components.size() == 1;
  for (const Component& component : components) {
    std::string key = alone ? component.name : key_of(document, component);
    const int twin = seen[key]++;
    const std::string place = to_hex(hash_of(around + "\n" + key + "\n" + std::to_string(twin)));
    for (auto& [name, lines] : entries_of(document, component)) places[{place, name}] = std::move(lines);
    collect(document, component.children, place, places);
  }
}

Places places_of(std::string_view text) {
  const Document document = Document::parse(text);
  Places places;
  collect(document, document.components(), "", places);
  return places;
}

const Lines& at(const Places& places, const Place& place) {
  static const Lines none;
  const auto found = places.find(place);
  return found == places.end() ? none : found->second;
}

bool is_encoded(const Entry& entry) { return !entry.property.parameter("ENCODING").empty(); }

/// A value as single parts: of a list each, of a structured value each component, else the whole.
std::vector<std::string> parts_of(const Entry& entry) {
  const std::string& name = entry.property.name;
  if (is_encoded(entry)) return {entry.property.value};
  if (!is_list(name) && !is_structured(name)) return {text::decoded_text(entry.property)};
  std::vector<std::string> parts;
  for (const std::string& part : text::split_escaped(entry.property.value, is_list(name) ? ',' : ';'))
    if (!part.empty()) parts.push_back(text::unescape_text(part));
  return parts;
}

std::set<std::string> all_parts(const Lines& lines) {
  std::set<std::string> parts;
  for (const Entry& entry : lines)
    for (std::string& part : parts_of(entry)) parts.insert(std::move(part));
  return parts;
}

std::string joined(const std::vector<std::string>& parts, const char* separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : separator) + part;
  return text;
}

/// A value for a person to read: photos and the like by their size.
std::string shown(const Entry& entry, const std::vector<std::string>& parts) {
  constexpr std::size_t most = 2000;
  if (is_encoded(entry) || entry.property.value.size() > most)
    return "(" + std::to_string(entry.property.value.size()) + " bytes)";
  return joined(parts, is_list(entry.property.name) ? "," : "; ");
}

std::string list_line(const Entry& entry, const std::vector<std::string>& parts) {
  std::vector<std::string> escaped;
  for (const std::string& part : parts) escaped.push_back(text::escape_text(part));
  return entry.property.name + ":" + joined(escaped, ",");
}

ConflictRow row_of(Cause cause, const Entry& entry, const std::vector<std::string>& parts,
                   std::string remote) {
  ConflictRow row;
  row.property = entry.property.name;
  row.local_value = shown(entry, parts);
  row.remote_value = std::move(remote);
  row.cause = cause;
  row.local_line = is_list(row.property) && !is_encoded(entry) ? list_line(entry, parts) : entry.content;
  return row;
}

std::string first_shown(const Lines& lines) {
  return lines.empty() ? std::string() : shown(lines.front(), parts_of(lines.front()));
}

/// What one write did to one property, and whether a text shows it taken back.
class Deed {
 public:
  Deed(const Place& place, const Lines& before, const Lines& after)
      : name_(place.name), before_(before), after_(after), as_parts_(is_list(place.name)) {}

  [[nodiscard]] bool undone(const Lines& now) const {
    if (same_meanings(before_, after_)) return false;
    if (as_parts_) return undone_parts(all_parts(now));
    if (!is_repeatable(name_)) return same_meanings(now, before_);
    const Lines added = without(after_, before_);
    const Lines removed = without(before_, after_);
    return without(added, now).size() == added.size() && without(removed, now).empty();
  }

  void add_rows(std::vector<ConflictRow>& rows) const {
    if (as_parts_) return add_part_row(rows);
    const Lines added = without(after_, before_);
    const Lines removed = without(before_, after_);
    for (std::size_t number = 0; number < std::max(added.size(), removed.size()); ++number) {
      std::string back = number < removed.size() ? shown(removed[number], parts_of(removed[number])) : "";
      if (number < added.size()) {
        rows.push_back(row_of(Cause::clobbered, added[number], parts_of(added[number]), std::move(back)));
        continue;
      }
      ConflictRow row;
      row.property = name_;
      row.remote_value = std::move(back);
      row.cause = Cause::clobbered;
      rows.push_back(std::move(row));
    }
  }

 private:
  [[nodiscard]] std::vector<std::string> difference(const Lines& left, const Lines& right) const {
    const auto one = all_parts(left);
    const auto other = all_parts(right);
    std::vector<std::string> parts;
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(parts));
    return parts;
  }

  [[nodiscard]] bool undone_parts(const std::set<std::string>& now) const {
    const auto there = [&](const std::string& part) { return now.contains(part); };
    const auto added = difference(after_, before_);
    const auto removed = difference(before_, after_);
    return std::none_of(added.begin(), added.end(), there) &&
           std::all_of(removed.begin(), removed.end(), there);
  }

  void add_part_row(std::vector<ConflictRow>& rows) const {
    ConflictRow row;
    row.property = name_;
    const auto added = difference(after_, before_);
    if (!added.empty()) row = row_of(Cause::clobbered, after_.front(), added, "");
    std::vector<std::string> escaped;
    for (const std::string& part : difference(before_, after_)) escaped.push_back(text::escape_text(part));
    row.remote_value = joined(escaped, ",");
    row.cause = Cause::clobbered;
    rows.push_back(std::move(row));
  }

  const std::string& name_;
  const Lines& before_;
  const Lines& after_;
  bool as_parts_;
};

}  // namespace

std::vector<ConflictRow> dropped(std::string_view sent, std::string_view kept) {
  std::vector<ConflictRow> rows;
  if (sent == kept) return rows;
  const Places there = places_of(kept);
  for (const auto& [place, lines] : places_of(sent)) {
    // It says how the rest is written. SOGo makes 3.0 of every card.
    if (place.name == "VERSION") continue;
    const Lines& left = at(there, place);
    const auto values = all_parts(left);
    for (const Entry& entry : without(lines, left)) {
      std::vector<std::string> missing = parts_of(entry);
      std::erase_if(missing, [&](const std::string& part) { return values.contains(part); });
      if (!missing.empty()) rows.push_back(row_of(Cause::dropped, entry, missing, first_shown(left)));
    }
  }
  return rows;
}

std::vector<ConflictRow> clobbered(std::string_view before, std::string_view after, std::string_view agreed,
                                   std::string_view remote) {
  std::vector<ConflictRow> rows;
  const Places old = places_of(before);
  const Places ours = places_of(after);
  const Places known = places_of(agreed);
  const Places now = places_of(remote);
  std::set<Place> places;
  for (const Places* side : {&old, &ours})
    for (const auto& [place, lines] : *side) places.insert(place);
  for (const Place& place : places) {
    const Deed deed(place, at(old, place), at(ours, place));
    if (deed.undone(at(now, place)) && !deed.undone(at(known, place))) deed.add_rows(rows);
  }
  return rows;
}

}  // namespace goodturn::sync
