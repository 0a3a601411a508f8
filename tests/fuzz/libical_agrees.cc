// What libical (an independent reader of iCalendar) reads in a text that it takes without complaint.
#include <libical/ical.h>

#include <memory>
#include <string>

#include "tests/fuzz/calendar_tree.h"
#include "tests/fuzz/invariants.h"
#include "tests/fuzz/require.h"

namespace goodturn::fuzz {
namespace {

/// libical takes half a minute for a line of ten megabytes.
constexpr std::size_t most_bytes = 16'384;

Tree theirs(icalcomponent* component) {
  const char* name = icalcomponent_kind_to_string(icalcomponent_isa(component));
  Tree tree{name == nullptr ? "" : name, {}, {}};
  for (auto* property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property != nullptr;
       property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
    const std::string named = icalproperty_get_property_name(property);
    const char* value = is_text(named) ? icalvalue_get_text(icalproperty_get_value(property)) : "";
    tree.properties.push_back({named, value == nullptr ? "" : value});
  }
  for (auto* child = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); child != nullptr;
       child = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
    tree.children.push_back(theirs(child));
  return tree;
}

}  // namespace

void check_against_libical(std::string_view bytes) {
  if (bytes.size() > most_bytes) return;
  const auto ours = tree_beyond_doubt(bytes);
  if (!ours) return;
  const std::string text(bytes);
  const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> read(
      icalparser_parse_string(text.c_str()), icalcomponent_free);
  require(read != nullptr, "libical reads it, too");
  if (icalcomponent_count_errors(read.get()) > 0) return;
  require(*ours == theirs(read.get()), "the same components, properties and texts as libical's");
}

}  // namespace goodturn::fuzz
