// Reading the shared lines of journal items.
#include <charconv>

#include "core/calendar/journal.h"
#include "core/calendar/value_list.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;
using text::Property;

constexpr std::string_view component_name = "VJOURNAL";
constexpr std::string_view kind_line = "X-GOODTURN-KIND";

/// The whole text as a number from 0 to `most`.
template <class Number>
std::optional<Number> number_of(const std::string& text, Number most) {
  Number number{};
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  // Written so that "nan" fails too.
  const bool inside = number >= Number{0} && number <= most;
  if (text.empty() || error != std::errc() || end != last || !inside) return std::nullopt;
  return number;
}

std::vector<std::string> parts_of(const Document& document, const Component& journal, std::string_view name) {
  const std::vector<Property> found = document.all(journal, name);
  if (found.empty()) return {};
  return parted_values(text::decoded_text(found.front()));
}

}  // namespace

std::optional<JournalKind> journal_kind(const Document& document) {
  const Component* journal = document.find(component_name);
  if (journal == nullptr) return std::nullopt;
  return parse_journal_kind(lower_word(trimmed(document.first_value(*journal, kind_line))));
}

std::optional<JournalReader> JournalReader::open(const Document& document, JournalKind kind) {
  if (journal_kind(document) != kind) return std::nullopt;
  return JournalReader(document, *document.find(component_name));
}

std::string JournalReader::value(std::string_view name) const {
  return trimmed(document_->first_value(*journal_, name));
}

Uid JournalReader::uid() const { return Uid(value("UID")); }

std::string JournalReader::word(std::string_view name) const { return lower_word(value(name)); }

std::string JournalReader::text(std::string_view name) const {
  const std::vector<Property> found = document_->all(*journal_, name);
  return found.empty() ? std::string() : text::decoded_text(found.front());
}

std::vector<std::string> JournalReader::list(std::string_view name) const {
  std::vector<std::string> values;
  for (std::string& part : parts_of(*document_, *journal_, name))
    if (!part.empty()) values.push_back(std::move(part));
  return values;
}

std::vector<Uid> JournalReader::uids(std::string_view name) const {
  std::vector<Uid> uids;
  for (std::string& value : list(name)) uids.emplace_back(std::move(value));
  return uids;
}

std::optional<Day> JournalReader::day(std::string_view name) const { return day_of(value(name)); }

bool JournalReader::flag(std::string_view name) const { return word(name) == "true"; }

Day JournalReader::start() const {
  for (const std::string_view name : {"DTSTART", "CREATED", "DTSTAMP"})
    if (const auto found = day(name)) return *found;
  return {};
}

std::optional<Instant> JournalReader::instant(std::string_view name) const { return instant_of(value(name)); }

Instant JournalReader::moment() const {
  for (const std::string_view name : {"DTSTART", "CREATED", "DTSTAMP"})
    if (const auto found = instant(name)) return *found;
  return {};
}

std::optional<int> JournalReader::count(std::string_view name, int most) const {
  return number_of(value(name), most);
}

std::optional<double> JournalReader::amount(std::string_view name, double most) const {
  return number_of(value(name), most);
}

NamedPerson JournalReader::person() const {
  return {first_contact(value("X-GOODTURN-CONTACTS")), text("CONTACT")};
}

NamedPair JournalReader::both_of(std::string_view name) const {
  std::vector<std::string> parts = parts_of(*document_, *journal_, name);
  parts.resize(2);
  NamedPair pair;
  pair.a.name = std::move(parts[0]);
  pair.b.name = std::move(parts[1]);
  return pair;
}

NamedPair JournalReader::pair() const {
  const NamedPair uids = both_of("X-GOODTURN-CONTACTS");
  NamedPair pair = both_of("X-GOODTURN-NAMES");
  pair.a.uid = Uid(uids.a.name);
  pair.b.uid = Uid(uids.b.name);
  return pair;
}

}  // namespace goodturn::calendar
