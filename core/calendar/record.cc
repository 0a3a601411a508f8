#include "core/calendar/record.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/calendar/categories.h"
#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"
#include "core/calendar/value_list.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;
using text::Property;

constexpr std::string_view component_name = "VJOURNAL";

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// Reads one VJOURNAL component.
class RecordReader {
 public:
  RecordReader(const Document& document, const Component& component)
      : document_(document), component_(component) {}

  [[nodiscard]] Record read() const {
    Record record;
    record.uid = Uid(value("UID"));
    record.kind = parse_record_kind(lower_word(value("X-GOODTURN-KIND"))).value_or(RecordKind::note);
    record.person = first_contact(value("X-GOODTURN-CONTACTS"));
    if (record.person.value.empty()) record.person = named_person();
    record.person_name = joined_text("CONTACT");
    record.at = moment();
    record.text = joined_text("DESCRIPTION");
    // Many journal programs fill in the title alone.
    if (record.text.empty() && value("X-GOODTURN-KIND").empty()) record.text = joined_text("SUMMARY");
    record.channel = parse_channel(lower_word(value("X-GOODTURN-CHANNEL")));
    record.direction = parse_direction(lower_word(value("X-GOODTURN-DIRECTION"))).value_or(Direction::mutual);
    record.give_kind = parse_give_kind(lower_word(value("X-GOODTURN-GIVE-KIND")));
    const auto size = number(value("X-GOODTURN-SIZE"));
    if (size && *size >= 1 && *size <= 3) record.size = *size;
    record.due = day_of(value("X-GOODTURN-DUE"));
    record.settled = day_of(value("X-GOODTURN-SETTLED"));
    record.asked = flag("X-GOODTURN-ASKED");
    record.crisis = flag("X-GOODTURN-CRISIS");
    const auto depth = number(value("X-GOODTURN-DEPTH"));
    if (depth && *depth >= 1 && *depth <= 3) record.depth = depth;
    record.ask = first_contact(value("X-GOODTURN-ASK"));
    record.with = company();
    const int known = static_cast<int>(record.with.size()) + 1;
    record.others = std::clamp(number(value("X-GOODTURN-OTHERS")).value_or(known), known, most_others);
    return record;
  }

 private:
  [[nodiscard]] bool flag(std::string_view name) const { return upper_word(value(name)) == "TRUE"; }

  /// Whom a journal of another program is about: CONTACT's ALTREP (RFC 5545 §3.8.4.2), else the first
  /// ATTENDEE.
  [[nodiscard]] Uid named_person() const {
    for (const Property& contact : document_.all(component_, "CONTACT"))
      if (const auto uid = contact.parameter("ALTREP"); !uid.empty()) return Uid(std::string(uid));
    for (const Property& attendee : document_.all(component_, "ATTENDEE")) {
      const std::string address = lower_word(attendee.value);
      if (address.starts_with("mailto:")) return Uid(address);
    }
    return {};
  }

  [[nodiscard]] std::vector<Uid> company() const {
    std::vector<Uid> uids;
    const auto lines = document_.all(component_, "X-GOODTURN-WITH");
    if (lines.empty()) return uids;
    for (std::string& one : parted_values(text::decoded_text(lines.front())))
      if (!one.empty() && uids.size() + 1 < most_others) uids.emplace_back(std::move(one));
    return uids;
  }

  [[nodiscard]] std::string value(std::string_view name) const {
    return trimmed(document_.first_value(component_, name));
  }

  /// When it happened; a journal without DTSTART is not bound to a day (RFC 5545 §3.6.3), so when it
  /// was written is the best that is known.
  [[nodiscard]] Instant moment() const {
    for (const std::string_view name : {"DTSTART", "CREATED", "DTSTAMP"})
      if (const auto instant = instant_of(value(name))) return *instant;
    return {};
  }

  /// A VJOURNAL may have several DESCRIPTION lines (RFC 5545 §3.6.3): paragraphs of one text.
  [[nodiscard]] std::string joined_text(std::string_view name) const {
    std::string out;
    for (const Property& property : document_.all(component_, name)) {
      if (!out.empty()) out += "\n\n";
      out += text::decoded_text(property);
    }
    return out;
  }

  const Document& document_;
  const Component& component_;
};

std::string day_text(const std::optional<Day>& day) { return day ? to_basic(*day) : std::string(); }

template <class Word>
std::string word_text(const std::optional<Word>& word) {
  return word ? std::string(to_string(*word)) : std::string();
}

/// What other programs show as the title: "gave: Ada Example".
std::string title_of(const Record& record) {
  std::string title(to_string(record.kind));
  return record.person_name.empty() ? title : title + ": " + record.person_name;
}

OwnLines lines_of(const Record& record) {
  const std::string contact = contact_line(record.person, record.person_name);
  const std::string kind(to_string(record.kind));
  const bool mutual = record.direction == Direction::mutual;
  return {
      value_line("UID", record.uid.value),
      value_line("DTSTART", to_basic(record.at)),
      text_line("SUMMARY", title_of(record)),
      text_line("DESCRIPTION", record.text),
      {"CLASS", {"CLASS:PRIVATE"}},
      categories_line(kind),
      {"CONTACT", contact.empty() ? std::vector<std::string>() : std::vector<std::string>{contact}},
      uid_line("X-GOODTURN-CONTACTS", record.person),
      value_line("X-GOODTURN-KIND", kind),
      value_line("X-GOODTURN-CHANNEL", word_text(record.channel)),
      value_line("X-GOODTURN-DIRECTION", mutual ? std::string_view() : to_string(record.direction)),
      value_line("X-GOODTURN-GIVE-KIND", word_text(record.give_kind)),
      value_line("X-GOODTURN-SIZE", record.size == 1 ? std::string() : std::to_string(record.size)),
      value_line("X-GOODTURN-DUE", day_text(record.due)),
      value_line("X-GOODTURN-SETTLED", day_text(record.settled)),
      value_line("X-GOODTURN-ASKED", record.asked ? "TRUE" : ""),
      value_line("X-GOODTURN-CRISIS", record.crisis ? "TRUE" : ""),
      value_line("X-GOODTURN-DEPTH", record.depth ? std::to_string(*record.depth) : std::string()),
      uid_line("X-GOODTURN-ASK", record.ask),
      value_line("X-GOODTURN-OTHERS", record.others == 1 ? std::string() : std::to_string(record.others)),
      list_line("X-GOODTURN-WITH", record.with),
  };
}

}  // namespace

std::optional<Record> read_record(const Document& document) {
  const Component* component = document.find(component_name);
  if (component == nullptr || journal_kind(document)) return std::nullopt;
  return RecordReader(document, *component).read();
}

std::string write_record(const Record& record, Instant stamp) {
  return write_item(component_name, lines_of(record), stamp);
}

std::string update_record(const Document& document, const Record& record, Instant stamp) {
  const auto before = read_record(document);
  if (!before) return document.print();
  return update_item(document, component_name, lines_of(*before), lines_of(record), stamp);
}

}  // namespace goodturn::calendar
