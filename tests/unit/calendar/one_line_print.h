// The other way round: a record as a line that says it without any word that could be understood otherwise.
#pragma once

#include <string>
#include <string_view>

#include "core/calendar/one_line.h"

namespace goodturn::tests {

inline std::string_view verb_text(calendar::LineKind kind) {
  switch (kind) {
    case calendar::LineKind::gave:
      return "gave";
    case calendar::LineKind::received:
      return "received";
    case calendar::LineKind::promised:
      return "promised";
    case calendar::LineKind::met:
      return "met";
    case calendar::LineKind::called:
      return "called";
    case calendar::LineKind::mailed:
      return "mailed";
    case calendar::LineKind::note:
      return "note";
    case calendar::LineKind::ask:
      return "ask";
    case calendar::LineKind::question:
      return "question";
  }
  return "";
}

/// Names in quotation marks, the kind by its own name, days in figures, and the text behind "::".
inline std::string line_text(const calendar::OneLine& line) {
  std::string text(verb_text(line.kind));
  const auto add = [&](const std::string& more) { text += " " + more; };
  const std::size_t led = line.people.size() - line.led_to;
  for (std::size_t i = 0; i < line.people.size(); ++i) {
    if (line.led_to > 0 && i == led) add("to");
    add("\"" + line.people[i] + (i + 1 < line.people.size() && i + 1 != led ? "\"," : "\""));
  }
  if (line.more > 0) add("and " + std::to_string(line.more) + " others");
  if (line.size) add(*line.size == 1 ? "small" : "big");
  if (line.give_kind) add(std::string(to_string(*line.give_kind)));
  if (line.ask_kind) add(std::string(to_string(*line.ask_kind)));
  if (line.due) add("by " + to_iso(*line.due));
  if (line.happened) add("on " + to_iso(*line.happened));
  for (const std::string& tag : line.tags) add("#" + tag);
  add("::");
  return line.text.empty() ? text : text + " " + line.text;
}

}  // namespace goodturn::tests
