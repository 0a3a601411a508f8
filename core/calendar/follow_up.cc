#include "core/calendar/follow_up.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/calendar/categories.h"
#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;
using text::Property;

constexpr std::string_view component_name = "VTODO";
constexpr std::string_view summary_mark = "X-GOODTURN-SUMMARY-MARK", why_mark = "X-GOODTURN-WHY-MARK";

/// Servers and programs wrap and trim; that is no word of anybody.
std::string mark_of(std::string_view words) {
  constexpr std::size_t digits = 16;
  std::string bare;
  for (const char c : words)
    if (static_cast<unsigned char>(c) > ' ') bare += c;
  return to_hex(hash_of(bare)).substr(0, digits);
}

/// Reads one VTODO component.
class FollowUpReader {
 public:
  FollowUpReader(const Document& document, const Component& component)
      : document_(document), component_(component) {}

  [[nodiscard]] std::optional<FollowUp> read() const {
    const auto rule = parse_rule(lower_word(value("X-GOODTURN-RULE")));
    if (!rule) return std::nullopt;
    FollowUp follow_up;
    follow_up.uid = Uid(value("UID"));
    follow_up.rule = *rule;
    follow_up.person = first_contact(value("X-GOODTURN-CONTACTS"));
    follow_up.person_name = text_of("CONTACT");
    follow_up.summary = text_of("SUMMARY");
    follow_up.why = text_of("DESCRIPTION");
    follow_up.link = value("URL");
    follow_up.due = day_of(value("DUE")).value_or(Day{});
    follow_up.planned = day_of(value("X-GOODTURN-DUE"));
    follow_up.shown = day_of(value("X-GOODTURN-SHOWN")).value_or(Day{});
    follow_up.silence_since = day_of(value("X-GOODTURN-SILENCE-SINCE"));
    if (const std::string record = value("RELATED-TO"); !record.empty()) follow_up.record = Uid(record);
    follow_up.completed_at = instant_of(value("COMPLETED"));
    follow_up.completed = upper_word(value("STATUS")) == "COMPLETED" || follow_up.completed_at.has_value();
    follow_up.action = parse_action(lower_word(value("X-GOODTURN-ACTION")));
    follow_up.expired = upper_word(value("X-GOODTURN-EXPIRED")) == "TRUE";
    return follow_up;
  }

 private:
  [[nodiscard]] std::string value(std::string_view name) const {
    return trimmed(document_.first_value(component_, name));
  }

  [[nodiscard]] std::string text_of(std::string_view name) const {
    const std::vector<Property> found = document_.all(component_, name);
    return found.empty() ? std::string() : text::decoded_text(found.front());
  }

  const Document& document_;
  const Component& component_;
};

OwnLine state_line(const FollowUp& follow_up) {
  return value_line("STATUS", follow_up.completed ? "COMPLETED"
                              : follow_up.expired ? "CANCELLED"
                                                  : "NEEDS-ACTION");
}

OwnLines lines_of(const FollowUp& follow_up) {
  const std::string contact = contact_line(follow_up.person, follow_up.person_name);
  const std::string rule(to_string(follow_up.rule));
  const auto& since = follow_up.silence_since;
  return {
      value_line("UID", follow_up.uid.value),
      text_line("SUMMARY", follow_up.summary),
      text_line("DESCRIPTION", follow_up.why),
      {"DUE", {"DUE;VALUE=DATE:" + to_basic(follow_up.due)}},
      state_line(follow_up),
      value_line("PERCENT-COMPLETE", follow_up.completed ? "100" : ""),
      value_line("COMPLETED",
                 follow_up.completed && follow_up.completed_at ? to_basic(*follow_up.completed_at) : ""),
      {"CLASS", {"CLASS:PRIVATE"}},
      categories_line(rule),
      {"CONTACT", contact.empty() ? std::vector<std::string>() : std::vector<std::string>{contact}},
      value_line("URL", follow_up.link),
      uid_line("X-GOODTURN-CONTACTS", follow_up.person),
      value_line("X-GOODTURN-RULE", rule),
      value_line("X-GOODTURN-DUE", follow_up.planned ? to_basic(*follow_up.planned) : std::string()),
      value_line("X-GOODTURN-SHOWN", to_basic(follow_up.shown)),
      value_line("X-GOODTURN-SILENCE-SINCE", since ? to_basic(*since) : std::string()),
      value_line("RELATED-TO", follow_up.record ? follow_up.record->value : ""),
      value_line("X-GOODTURN-ACTION", follow_up.action ? to_string(*follow_up.action) : std::string_view()),
      value_line("X-GOODTURN-EXPIRED", follow_up.expired ? "TRUE" : ""),
      value_line(std::string(summary_mark), mark_of(follow_up.summary)),
      value_line(std::string(why_mark), mark_of(follow_up.why)),
  };
}

/// The mark in the item; empty without one.
std::string stored_mark(const Document& document, std::string_view name) {
  const Component* component = document.find(component_name);
  return component == nullptr ? std::string() : trimmed(document.first_value(*component, name));
}

bool is_foreign(const Document& document, std::string_view name, std::string_view words) {
  const std::string mark = stored_mark(document, name);
  return !mark.empty() && mark != mark_of(words);
}

/// With this mark in the place of the one that the words would have.
OwnLines marked(OwnLines lines, std::string_view name, const std::string& mark) {
  for (OwnLine& line : lines)
    if (line.name == name) line = value_line(line.name, mark);
  return lines;
}

}  // namespace

std::optional<FollowUp> read_follow_up(const Document& document) {
  const Component* component = document.find(component_name);
  if (component == nullptr) return std::nullopt;
  return FollowUpReader(document, *component).read();
}

std::string write_follow_up(const FollowUp& follow_up, Instant stamp) {
  return write_item(component_name, lines_of(follow_up), stamp);
}

ForeignWords foreign_words(const Document& document) {
  const auto follow_up = read_follow_up(document);
  if (!follow_up) return {};
  return {is_foreign(document, summary_mark, follow_up->summary),
          is_foreign(document, why_mark, follow_up->why)};
}

std::string retitled_follow_up(const Document& document, const std::string& summary, Instant stamp) {
  const auto before = read_follow_up(document);
  if (!before || trimmed(summary).empty()) return document.print();
  FollowUp after = *before;
  after.summary = summary;
  const std::string stored = stored_mark(document, summary_mark);
  return update_item(
      document, component_name, marked(lines_of(*before), summary_mark, stored),
      marked(lines_of(after), summary_mark, stored.empty() ? mark_of(before->summary) : stored), stamp);
}

bool is_edited(const Document& document) {
  const Component* component = document.find(component_name);
  const auto follow_up = read_follow_up(document);
  if (component == nullptr || !follow_up) return false;
  if (follow_up->planned && *follow_up->planned != follow_up->due) return true;
  if (const ForeignWords foreign = foreign_words(document); foreign.summary || foreign.why) return true;
  if (!component->children.empty()) return true;
  const OwnLines own = lines_of(*follow_up);
  return std::any_of(component->lines.begin(), component->lines.end(), [&](std::size_t number) {
    const std::string name = document.lines()[number].name();
    constexpr std::string_view kept_by_every_program[] = {"DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE"};
    const bool is_kept = std::find(std::begin(kept_by_every_program), std::end(kept_by_every_program),
                                   name) != std::end(kept_by_every_program);
    return !is_kept &&
           std::none_of(own.begin(), own.end(), [&](const OwnLine& line) { return line.name == name; });
  });
}

std::string update_follow_up(const Document& document, const FollowUp& follow_up, Instant stamp) {
  const auto before = read_follow_up(document);
  if (!before) return document.print();
  return update_item(document, component_name, lines_of(*before), lines_of(follow_up), stamp);
}

}  // namespace goodturn::calendar
