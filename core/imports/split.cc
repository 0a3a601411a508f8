#include "core/imports/split.h"

#include <algorithm>
#include <map>

#include "core/imports/card_writer.h"
#include "core/text/document.h"

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

/// The text with a UID in the first component of that name.
std::string with_uid(const std::string& text, std::string_view component, const Uid& uid) {
  Document document = Document::parse(text);
  if (const Component* found = document.find(component))
    document.insert_line(document.insertion_point(*found), "UID:" + uid.value);
  return document.print();
}

bool is_entry(const Component& component) {
  return component.name == "VEVENT" || component.name == "VTODO" || component.name == "VJOURNAL";
}

/// What stands around the entries of one calendar.
std::string frame_of(const Document& document, const Component& calendar) {
  std::string frame = document.lines()[calendar.begin].raw();
  for (const std::size_t line : calendar.lines) frame += document.lines()[line].raw();
  for (const Component& inner : calendar.children)
    if (inner.name == "VTIMEZONE") frame += raw_of(document, inner);
  return frame;
}

void split_one(const Document& document, const Component& calendar, std::vector<SingleItem>& items) {
  const std::string frame = frame_of(document, calendar);
  std::map<std::string, std::size_t> place;
  const std::size_t first = items.size();
  for (const Component& entry : calendar.children) {
    if (!is_entry(entry)) continue;
    std::string raw = raw_of(document, entry);
    std::string uid = document.first_value(entry, "UID");
    if (uid.empty()) {
      uid = imported_uid({raw}).value;
      raw = with_uid(raw, entry.name, Uid(uid));
    }
    const auto [found, fresh] = place.emplace(uid, items.size());
    if (fresh) items.push_back({Uid(uid), frame});
    items[found->second].text += raw;
  }
  for (std::size_t at = first; at < items.size(); ++at) items[at].text += "END:VCALENDAR\r\n";
}

}  // namespace

std::vector<SingleItem> split_cards(std::string_view bytes) {
  const Document document = Document::parse(bytes);
  std::vector<SingleItem> items;
  for (const Component& card : document.components()) {
    if (card.name != "VCARD") continue;
    std::string raw = raw_of(document, card);
    std::string uid = document.first_value(card, "UID");
    if (uid.empty()) {
      uid = imported_uid({raw}).value;
      raw = with_uid(raw, "VCARD", Uid(uid));
    }
    items.push_back({Uid(uid), std::move(raw)});
  }
  return items;
}

std::vector<SingleItem> split_calendar(std::string_view bytes) {
  const Document document = Document::parse(bytes);
  std::vector<SingleItem> items;
  for (const Component& calendar : document.components())
    if (calendar.name == "VCALENDAR") split_one(document, calendar, items);
  return items;
}

}  // namespace goodturn::imports
