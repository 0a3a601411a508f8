#include "core/calendar/follow_up.h"

#include "core/calendar/own_lines.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;
using text::Property;

constexpr std::string_view component_name = "VTODO";

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
  return value_line("STATUS", follow_up.completed ? "COMPLETED" : "NEEDS-ACTION");
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
      {"CATEGORIES", {"CATEGORIES:net", "CATEGORIES:" + rule}},
      {"CONTACT", contact.empty() ? std::vector<std::string>() : std::vector<std::string>{contact}},
      value_line("URL", follow_up.link),
      text_line("X-GOODTURN-CONTACTS", follow_up.person.value),
      value_line("X-GOODTURN-RULE", rule),
      value_line("X-GOODTURN-DUE", follow_up.planned ? to_basic(*follow_up.planned) : std::string()),
      value_line("X-GOODTURN-SHOWN", to_basic(follow_up.shown)),
      value_line("X-GOODTURN-SILENCE-SINCE", since ? to_basic(*since) : std::string()),
      value_line("RELATED-TO", follow_up.record ? follow_up.record->value : ""),
      value_line("X-GOODTURN-ACTION", follow_up.action ? to_string(*follow_up.action) : std::string_view()),
      value_line("X-GOODTURN-EXPIRED", follow_up.expired ? "TRUE" : ""),
  };
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

std::string update_follow_up(const Document& document, const FollowUp& follow_up, Instant stamp) {
  const auto before = read_follow_up(document);
  if (!before) return document.print();
  return update_item(document, component_name, lines_of(*before), lines_of(follow_up), stamp);
}

}  // namespace goodturn::calendar
