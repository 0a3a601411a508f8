#include "helper/history/words.h"

#include <algorithm>
#include <array>

#include "core/calendar/journal.h"
#include "core/calendar/record.h"
#include "core/people/card.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t longest_value = 80;

struct Word {
  std::string_view property;
  std::string_view word;
};
constexpr std::array<Word, 24> property_words = {{
    {"ADR", "address"},
    {"ANNIVERSARY", "anniversary"},
    {"BDAY", "birthday"},
    {"CATEGORIES", "tags"},
    {"COMPLETED", "when it was done"},
    {"DESCRIPTION", "text"},
    {"DTEND", "end"},
    {"DTSTART", "time"},
    {"DUE", "due date"},
    {"EMAIL", "e-mail address"},
    {"FN", "name"},
    {"IMPP", "chat address"},
    {"LOCATION", "place"},
    {"N", "parts of the name"},
    {"NICKNAME", "nickname"},
    {"NOTE", "note"},
    {"ORG", "organisation"},
    {"PHOTO", "photo"},
    {"ROLE", "role"},
    {"STATUS", "state"},
    {"SUMMARY", "title"},
    {"TEL", "phone"},
    {"TITLE", "job title"},
    {"X-GOODTURN-ACTION", "answer"},
}};

std::string record_title(const calendar::Record& record) {
  std::string kind(to_string(record.kind));
  kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
  return record.person_name.empty() ? kind : kind + ": " + record.person_name;
}

std::string summary_of(const text::Document& document) {
  for (const char* name : {"VEVENT", "VTODO", "VJOURNAL"}) {
    const text::Component* component = document.find(name);
    if (component == nullptr) continue;
    const auto found = document.all(*component, "SUMMARY");
    if (!found.empty()) return text::decoded_text(found.front());
  }
  return "";
}

}  // namespace

std::string title_of(std::string_view text) {
  const text::Document document = text::Document::parse(text);
  std::string title;
  if (const auto card = people::read_card(document))
    title = card->name;
  else if (const auto record = calendar::read_record(document); record && !record->person.value.empty())
    title = record_title(*record);
  else
    title = summary_of(document);
  return title.empty() ? "an entry" : short_value(title);
}

std::string words_for(std::string_view property) {
  const auto found = std::find_if(property_words.begin(), property_words.end(),
                                  [&](const Word& word) { return word.property == property; });
  if (found != property_words.end()) return std::string(found->word);
  std::string lower(property);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string short_value(std::string_view value) {
  std::string line;
  for (const char c : value) line += c == '\n' || c == '\r' ? ' ' : c;
  if (line.size() <= longest_value) return line;
  std::size_t cut = longest_value;
  while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
  return line.substr(0, cut) + "…";
}

}  // namespace goodturn::helper
