#include "tests/contract/items.h"

#include <array>
#include <numeric>

namespace goodturn::tests {
namespace {

std::string card(const std::string& uid, const std::string& name, const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\nFN:" + name + "\r\nN:" + name + ";;;;\r\n" +
         lines + "END:VCARD\r\n";
}

std::string component_for(Kind kind, const std::string& uid) {
  static constexpr std::array components{"VEVENT", "VTODO", "VJOURNAL"};
  if (kind != Kind::mixed) return components.at(static_cast<std::size_t>(kind) - 1);
  const auto sum = std::accumulate(uid.begin(), uid.end(), 0U,
                                   [](unsigned so_far, char c) { return so_far + (c & 0x7FU); });
  return components.at(sum % components.size());
}

std::string times_of(const std::string& component) {
  if (component == "VEVENT") return "DTSTART:20260301T100000Z\r\nDTEND:20260301T110000Z\r\n";
  return component == "VTODO" ? "DUE;VALUE=DATE:20260301\r\nSTATUS:NEEDS-ACTION\r\n"
                              : "DTSTART;VALUE=DATE:20260301\r\n";
}

}  // namespace

std::string word_for(Kind kind) {
  static constexpr std::array words{"cards", "events", "tasks", "journals", "all kinds in one calendar"};
  return words.at(static_cast<std::size_t>(kind));
}

std::string item_of(Kind kind, const std::string& uid, const std::string& name, const std::string& lines) {
  if (kind == Kind::cards) return card(uid, name, lines);
  const std::string component = component_for(kind, uid);
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Goodturn//Test//EN\r\nBEGIN:" + component +
         "\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\n" + times_of(component) +
         "CLASS:PUBLIC\r\nSUMMARY:" + name + "\r\n" + lines + "END:" + component + "\r\nEND:VCALENDAR\r\n";
}

std::string note_in(Kind kind) { return kind == Kind::cards ? "NOTE" : "DESCRIPTION"; }

std::string unknown_lines(Kind kind, const Spelling& spelling) {
  // Groups are of vCard only.
  const std::string grouped = kind == Kind::cards
                                  ? "item1.X-ABDATE:2019-05-02\r\nitem1.X-ABLabel:first met\r\n"
                                  : "X-GOODTURN-KIND:introduction\r\n";
  const std::string categories = spelling.categories_apart ? "CATEGORIES:friends\r\nCATEGORIES:mentor\r\n"
                                                           : "CATEGORIES:friends,mentor\r\n";
  return grouped + "X-GOODTURN-ROLE;X-GOODTURN-SINCE=20250201:mentor\r\nX-ODD;X-P=" + spelling.odd_parameter +
         ":" + spelling.odd_value + "\r\n" + categories + note_in(kind) + ":one\\, two\\nthree\r\n";
}

}  // namespace goodturn::tests
