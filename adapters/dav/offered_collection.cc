#include "adapters/dav/offered_collection.h"

#include <array>

#include "adapters/dav/href.h"

namespace goodturn::dav {
namespace {

constexpr std::array<Name, 6> properties{{{ns::dav, "resourcetype"},
                                          {ns::dav, "displayname"},
                                          {ns::dav, "current-user-privilege-set"},
                                          {ns::caldav, "supported-calendar-component-set"},
                                          {ns::apple, "calendar-color"},
                                          {ns::infcloud, "addressbook-color"}}};

/// "#RRGGBB" or "#RRGGBBAA" (Apple's form) to "#rrggbb"; empty for anything else.
std::string color_of(const ResponseElement& element) {
  for (const Name& name : {properties[4], properties[5]}) {
    std::string text = element.property(name).trimmed_text();
    for (char& c : text)
      if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    if ((text.size() == 7 || text.size() == 9) && text[0] == '#' &&
        text.find_first_not_of("0123456789abcdef", 1) == std::string::npos)
      return text.substr(0, 7);
  }
  return {};
}

/// RFC 3744 §5.4. A server that does not tell is taken as writable; a refused write then says so.
bool is_read_only(const ResponseElement& element) {
  const Element privileges = element.property({ns::dav, "current-user-privilege-set"});
  const auto granted = privileges.children({ns::dav, "privilege"});
  for (const Element& privilege : granted)
    for (const char* name : {"all", "write", "write-content", "bind"})
      if (privilege.child({ns::dav, name})) return false;
  return !granted.empty();
}

sync::Components components_of(const ResponseElement& element, bool cards, bool calendar) {
  sync::Components holds;
  holds.cards = cards;
  if (!calendar) return holds;
  const auto named =
      element.property({ns::caldav, "supported-calendar-component-set"}).children({ns::caldav, "comp"});
  // RFC 4791 §5.2.3: without the property every component is accepted.
  holds.events = holds.tasks = holds.journals = named.empty();
  for (const Element& component : named) {
    const std::string name = component.attribute("name");
    holds.events = holds.events || name == "VEVENT";
    holds.tasks = holds.tasks || name == "VTODO";
    holds.journals = holds.journals || name == "VJOURNAL";
  }
  return holds;
}

/// DAViCal escapes a display name twice; XML readers undo it once.
std::string unescaped(std::string text) {
  constexpr std::array<std::pair<std::string_view, char>, 4> escapes{
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}}};
  for (const auto& [escape, character] : escapes)
    for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at + 1))
      text.replace(at, escape.size(), 1, character);
  return text;
}

std::string name_of(const ResponseElement& element, const std::string& url) {
  std::string name = element.property({ns::dav, "displayname"}).trimmed_text();
  if (url.find("/caldav.php/") != std::string::npos) name = unescaped(std::move(name));
  if (!name.empty()) return name;
  const auto end = url.find_last_not_of('/');
  const auto start = url.rfind('/', end);
  return decoded(url.substr(start + 1, end - start));
}

}  // namespace

std::span<const Name> collection_properties() { return properties; }

std::optional<sync::Collection> offered_collection(const ResponseElement& element, const std::string& url) {
  const Element type = element.property({ns::dav, "resourcetype"});
  const bool cards = static_cast<bool>(type.child({ns::carddav, "addressbook"}));
  const bool calendar = static_cast<bool>(type.child({ns::caldav, "calendar"}));
  if (!cards && !calendar) return std::nullopt;
  sync::Collection collection;
  collection.url = url;
  collection.name = name_of(element, url);
  collection.color = color_of(element);
  collection.holds = components_of(element, cards, calendar);
  collection.read_only = is_read_only(element);
  return collection;
}

}  // namespace goodturn::dav
