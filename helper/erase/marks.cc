#include "helper/erase/marks.h"

#include <algorithm>
#include <array>

#include "core/calendar/value_list.h"
#include "core/calendar/words.h"
#include "core/relations/observation.h"
#include "helper/people/search.h"

namespace goodturn::helper {
namespace {

constexpr std::array<std::string_view, 4> free_text = {"SUMMARY", "DESCRIPTION", "COMMENT", "NOTE"};

bool is_free_text(std::string_view name) {
  return std::find(free_text.begin(), free_text.end(), name) != free_text.end();
}

/// An element of a list or a parameter: "mailto:" and blanks do not count.
bool is_mark(std::string_view word, const PersonMarks& marks) {
  std::string plain = calendar::trimmed(word);
  if (marks.uids.contains(plain)) return true;
  plain = relations::plain_address(plain);
  if (plain.starts_with("mailto:")) plain.erase(0, 7);
  return marks.addresses.contains(plain);
}

/// Goodturn's lists are one TEXT with values inside; other programs' lists are TEXTs with commas between.
bool has_mark(const std::string& value, const PersonMarks& marks) {
  if (is_mark(text::unescape_text(value), marks)) return true;
  for (const std::string& part : text::split_escaped(value, ','))
    for (const std::string& element : calendar::parted_values(text::unescape_text(part)))
      if (is_mark(element, marks)) return true;
  return false;
}

}  // namespace

PersonMarks marks_of(const Snapshot& snapshot, const Person& person) {
  PersonMarks marks;
  for (const CardPlace& place : person.places) marks.uids.insert(place.uid.value);
  const auto take = [&](const people::Card& card) {
    for (const std::string& address : card.emails) marks.addresses.insert(relations::plain_address(address));
    if (card.name.find(' ') != std::string::npos) marks.names.insert(folded(card.name));
  };
  take(person.card);
  for (const people::Card& card : person.cards) take(card);
  for (const Person& other : snapshot.persons())
    if (&other != &person)
      for (const std::string& address : other.card.emails)
        marks.addresses.erase(relations::plain_address(address));
  return marks;
}

bool is_about(const text::Document& document, const PersonMarks& marks) {
  for (const text::Line& line : document.lines()) {
    const text::Property property = line.property();
    if (property.name.empty() || is_free_text(property.name)) continue;
    if (has_mark(property.value, marks)) return true;
    for (const text::Parameter& parameter : property.parameters)
      for (const std::string& value : parameter.values)
        if (is_mark(value, marks)) return true;
  }
  return false;
}

bool mentions(const text::Document& document, const PersonMarks& marks) {
  const auto in = [](const std::string& words) {
    return [&words](const std::string& mark) { return words.find(mark) != std::string::npos; };
  };
  for (const text::Line& line : document.lines()) {
    const text::Property property = line.property();
    if (!is_free_text(property.name)) continue;
    const std::string words = folded(text::decoded_text(property));
    if (std::any_of(marks.names.begin(), marks.names.end(), in(words)) ||
        std::any_of(marks.addresses.begin(), marks.addresses.end(), in(words)))
      return true;
  }
  return false;
}

}  // namespace goodturn::helper
