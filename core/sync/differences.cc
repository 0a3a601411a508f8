#include "core/sync/differences.h"

#include <algorithm>
#include <set>

#include "core/sync/version.h"

namespace goodturn::sync {
namespace {

Entries main_entries(const text::Document& document) {
  for (const char* name : {"VCARD", "VEVENT", "VTODO", "VJOURNAL"})
    if (const text::Component* component = document.find(name)) return entries_of(document, *component);
  return {};
}

std::multiset<std::string> meanings(const std::vector<Entry>& entries) {
  std::multiset<std::string> found;
  for (const Entry& entry : entries) found.insert(entry.meaning);
  return found;
}

std::string words(const std::vector<Entry>& entries) {
  std::string joined;
  for (const Entry& entry : entries) {
    const std::string value = text::decoded_text(entry.property);
    if (!joined.empty() && !value.empty()) joined += ", ";
    joined += value;
  }
  return joined;
}

const std::vector<Entry>& of(const Entries& entries, const std::string& name) {
  static const std::vector<Entry> none;
  const auto found = entries.find(name);
  return found == entries.end() ? none : found->second;
}

}  // namespace

std::vector<Difference> differences(std::string_view before, std::string_view after) {
  const text::Document old_document = text::Document::parse(before);
  const text::Document new_document = text::Document::parse(after);
  const Entries old_entries = main_entries(old_document);
  const Entries new_entries = main_entries(new_document);
  std::set<std::string> names;
  for (const Entries* entries : {&old_entries, &new_entries})
    for (const auto& [name, lines] : *entries)
      if (!name.empty()) names.insert(name);
  std::vector<Difference> found;
  for (const std::string& name : names) {
    const auto& was = of(old_entries, name);
    const auto& is = of(new_entries, name);
    if (meanings(was) != meanings(is)) found.push_back({name, words(was), words(is)});
  }
  return found;
}

}  // namespace goodturn::sync
