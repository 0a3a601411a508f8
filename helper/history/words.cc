#include "helper/history/words.h"

#include "core/calendar/journal.h"
#include "core/calendar/record.h"
#include "core/people/card.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t longest_value = 80;

Said record_title(const calendar::Record& record) {
  const Said kind("history.kind", {{"kind", std::string(to_string(record.kind))}});
  if (record.person_name.empty()) return kind;
  return Said("history.record",
              {{"kind", std::vector<Said>{kind}}, {"person", short_value(record.person_name)}});
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

Said title_of(std::string_view text) {
  const text::Document document = text::Document::parse(text);
  std::string title;
  if (const auto card = people::read_card(document))
    title = card->name;
  else if (const auto record = calendar::read_record(document); record && !record->person.value.empty())
    return record_title(*record);
  else
    title = summary_of(document);
  return title.empty() ? Said("history.an_entry") : Said("history.titled", {{"title", short_value(title)}});
}

Said words_for(std::string_view property) {
  std::string key, lower;
  for (const char c : property) {
    key += c == '-' ? '_' : c;
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return Said("history.property", {{"property", key}, {"name", lower}});
}

Said value_words(std::string_view value) {
  return value.empty() ? Said("history.nothing") : Said("history.titled", {{"title", short_value(value)}});
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
