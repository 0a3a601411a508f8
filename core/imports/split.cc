#include "core/imports/split.h"

#include "core/imports/card_writer.h"
#include "core/text/document.h"
#include "core/text/scan.h"

namespace goodturn::imports {
namespace {

using text::Component;
using text::Document;

/// Every line of a component. A last line without its break gets one, so that others may follow.
std::string raw_of(const Document& document, const Component& component) {
  std::string raw;
  for (std::size_t at = component.begin; at <= component.end && at < document.lines().size(); ++at)
    raw += document.lines()[at].raw();
  if (!raw.empty() && raw.back() != '\n' && raw.back() != '\r') raw += "\r\n";
  return raw;
}

/// In place of a UID line that says nothing, which would count as the first one.
void put_uid(Document& document, const Component& component, const std::string& line) {
  for (const std::size_t number : component.lines)
    if (document.lines()[number].name() == "UID") return document.replace_line(number, line);
  document.insert_line(document.insertion_point(component), line);
}

}  // namespace

std::vector<SingleItem> split_cards(std::string_view bytes) {
  const Document document = Document::parse(bytes);
  std::vector<SingleItem> items;
  for (const Component& card : document.components()) {
    if (card.name != "VCARD") continue;
    std::string raw = raw_of(document, card);
    std::string uid(text::scan::trim(document.first_value(card, "UID")));
    if (uid.empty()) {
      uid = imported_uid({raw}).value;
      raw = with_uid(raw, Uid(uid));
    }
    items.push_back({Uid(uid), std::move(raw)});
  }
  return items;
}

std::string with_uid(const std::string& text, const Uid& uid) {
  Document document = Document::parse(text);
  for (const char* name : {"VCARD", "VEVENT", "VTODO", "VJOURNAL"})
    if (const Component* found = document.find(name)) {
      put_uid(document, *found, "UID:" + uid.value);
      break;
    }
  return document.print();
}

}  // namespace goodturn::imports
