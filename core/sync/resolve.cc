#include "core/sync/resolve.h"

#include <algorithm>
#include <array>

#include "core/sync/value_merge.h"
#include "core/text/document.h"

namespace goodturn::sync {
namespace {

using text::Component;
using text::Document;

/// RFC 6350 §6: may stand several times, though two at once are rarely meant.
constexpr std::array<std::string_view, 3> several = {"NOTE", "TITLE", "ROLE"};

std::vector<std::size_t> lines_named(const Document& document, const Component& component,
                                     const std::string& name) {
  std::vector<std::size_t> numbers;
  for (const std::size_t number : component.lines)
    if (document.lines()[number].name() == name) numbers.push_back(number);
  return numbers;
}

bool says(const text::Line& line, const std::string& value) {
  return line.unfolded() == value || text::decoded_text(line.property()) == value;
}

/// The line that the conflict calls the remote value; the only line of that name where none says it.
std::optional<std::size_t> their_line(const Document& document, const Component& component,
                                      const ConflictRow& conflict) {
  const auto numbers = lines_named(document, component, conflict.property);
  for (const std::size_t number : numbers)
    if (says(document.lines()[number], conflict.remote_value)) return number;
  if (numbers.size() == 1 && !is_repeatable(conflict.property)) return numbers.front();
  return std::nullopt;
}

const Component* holder(const Document& document, const std::vector<Component>& components,
                        const ConflictRow& conflict) {
  for (const Component& component : components) {
    for (const std::size_t number : lines_named(document, component, conflict.property))
      if (says(document.lines()[number], conflict.remote_value)) return &component;
    if (const Component* inner = holder(document, component.children, conflict)) return inner;
  }
  return nullptr;
}

const Component* place_of(const Document& document, const ConflictRow& conflict) {
  if (const Component* found = holder(document, document.components(), conflict)) return found;
  for (const char* name : {"VCARD", "VEVENT", "VTODO", "VJOURNAL"})
    if (const Component* found = document.find(name)) return found;
  return nullptr;
}

/// A list keeps what it has and gets the values that were lost; with `take` mine the values that came back
/// against our will go again.
std::string with_list(Document document, const Component& component, const ConflictRow& conflict, Take take) {
  const auto colon = conflict.local_line.find(':');
  const std::string added = colon == std::string::npos ? "" : conflict.local_line.substr(colon + 1);
  const std::string unwanted = take == Take::mine ? conflict.remote_value : "";
  const auto numbers = lines_named(document, component, conflict.property);
  if (numbers.empty()) {
    if (!added.empty())
      document.insert_line(document.insertion_point(component), conflict.property + ":" + added);
    return document.print();
  }
  const std::size_t number = numbers.front();
  const std::string content = document.lines()[number].unfolded();
  const std::string present = document.lines()[number].property().value;
  const std::string value = merge_lists(unwanted, added, present);
  if (value.empty())
    document.erase_line(number);
  else
    document.replace_line(number, content.substr(0, content.size() - present.size()) + value);
  return document.print();
}

}  // namespace

bool can_take_both(const ConflictRow& conflict) {
  if (conflict.property.empty()) return false;
  return is_list(conflict.property) || is_repeatable(conflict.property) ||
         std::find(several.begin(), several.end(), conflict.property) != several.end();
}

std::optional<std::string> resolved(std::string_view text, const ConflictRow& conflict, Take take) {
  if (take == Take::theirs) return std::string(text);
  if (take == Take::both && !can_take_both(conflict)) return std::nullopt;
  if (conflict.property.empty()) return conflict.local_value;
  Document document = Document::parse(text);
  const Component* component = place_of(document, conflict);
  if (component == nullptr) return std::nullopt;
  if (is_list(conflict.property)) return with_list(document, *component, conflict, take);
  const auto theirs = take == Take::mine ? their_line(document, *component, conflict) : std::nullopt;
  // Without a line of ours it was a removal that was undone: taking ours removes again.
  if (conflict.local_line.empty()) {
    if (theirs) document.erase_line(*theirs);
  } else if (theirs) {
    document.replace_line(*theirs, conflict.local_line);
  } else {
    document.insert_line(document.insertion_point(*component), conflict.local_line);
  }
  return document.print();
}

}  // namespace goodturn::sync
