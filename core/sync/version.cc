#include "core/sync/version.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/text/meaning.h"
#include "core/text/scan.h"

namespace goodturn::sync {
namespace {

// A label says nothing without the line it stands beside: Apple's item1.X-ABLabel belongs to item1.TEL.
bool is_label(const std::string& name) { return name.starts_with("X-AB"); }

std::string meaning_of(const text::Property& property, const std::string& content) {
  std::string meaning;
  text::append_canonical({"", property.name, property.parameters, property.value}, meaning);
  return meaning.empty() ? content : meaning;
}

void name_what_labels_belong_to(Entries& entries) {
  // By a digest: 10,000 labels may stand beside one photo.
  std::map<std::string, std::string> labelled;
  const bool any =
      std::any_of(entries.begin(), entries.end(), [](const auto& all) { return is_label(all.first); });
  if (!any) return;
  for (const auto& [name, lines] : entries)
    for (const Entry& entry : lines)
      if (!entry.property.group.empty() && !is_label(name))
        if (const auto [place, is_new] = labelled.try_emplace(entry.property.group); is_new)
          place->second = to_hex(hash_of(entry.meaning));
  for (auto& [name, lines] : entries) {
    if (!is_label(name)) continue;
    for (Entry& entry : lines)
      if (const auto owner = labelled.find(entry.property.group); owner != labelled.end())
        entry.meaning += "of " + owner->second;
  }
}

}  // namespace

Entries entries_of(const text::Document& document, const text::Component& component) {
  Entries entries;
  for (const std::size_t number : component.lines) {
    const text::Line& line = document.lines()[number];
    const std::string name = line.name();
    const std::string content = line.unfolded();
    if (text::is_volatile_property(name) ||
        (name.empty() && content.find_first_not_of(" \t") == std::string::npos))
      continue;
    Entry entry{number, content, content, line.property()};
    if (!name.empty()) entry.meaning = meaning_of(entry.property, content);
    entries[name].push_back(std::move(entry));
  }
  name_what_labels_belong_to(entries);
  return entries;
}

std::string key_of(const text::Document& document, const text::Component& component) {
  std::string key = component.name;
  // A calendar is one whatever its stamps say; its UID lies in its children.
  for (const char* name : {"UID", "RECURRENCE-ID", "TZID"})
    key += "\n" + document.first_value(component, name);
  return key;
}

std::size_t after(const text::Document& document, const text::Component& component) {
  if (component.end >= document.lines().size()) return document.lines().size();
  const text::Property last = document.lines()[component.end].property();
  const bool is_own = last.name == "END" && text::scan::same(text::scan::trim(last.value), component.name);
  return component.end + (is_own ? 1 : 0);
}

std::string raw_of(const text::Document& document, const text::Component& component) {
  std::string raw;
  const std::size_t end = after(document, component);
  for (std::size_t number = component.begin; number < end; ++number) raw += document.lines()[number].raw();
  return raw;
}

}  // namespace goodturn::sync
