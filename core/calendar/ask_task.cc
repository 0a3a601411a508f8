#include "core/calendar/ask_task.h"

#include "core/base/hash.h"
#include "core/calendar/categories.h"
#include "core/calendar/own_lines.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

constexpr std::string_view component_name = "VTODO";
constexpr std::string_view prefix = "goodturn-ask-task-";

OwnLines lines_of(const AskTask& task) {
  OwnLines lines = {
      value_line("UID", task.uid.value),
      text_line("SUMMARY", task.summary),
      text_line("DESCRIPTION", task.text),
      {"DUE", {"DUE;VALUE=DATE:" + to_basic(task.due)}},
      value_line("STATUS", task.completed ? "COMPLETED" : "NEEDS-ACTION"),
      value_line("PERCENT-COMPLETE", task.completed ? "100" : ""),
      value_line("COMPLETED", task.completed ? to_basic(*task.completed) : std::string()),
      {"CLASS", {"CLASS:PRIVATE"}},
      categories_line("ask"),
      value_line("RELATED-TO", task.ask.value),
  };
  return joined(std::move(lines), person_lines(task.person));
}

}  // namespace

Uid ask_task_uid(const Uid& ask) { return Uid(std::string(prefix) + to_hex(hash_of(ask.value))); }

std::optional<AskTask> read_ask_task(const text::Document& document) {
  const text::Component* task = document.find(component_name);
  if (task == nullptr) return std::nullopt;
  const auto value = [&](std::string_view name) { return trimmed(document.first_value(*task, name)); };
  const auto text_of = [&](std::string_view name) {
    const auto found = document.all(*task, name);
    return found.empty() ? std::string() : text::decoded_text(found.front());
  };
  AskTask read;
  read.uid = Uid(value("UID"));
  if (!read.uid.value.starts_with(prefix)) return std::nullopt;
  read.ask = Uid(value("RELATED-TO"));
  read.person = {first_contact(value("X-GOODTURN-CONTACTS")), text_of("CONTACT")};
  read.summary = text_of("SUMMARY");
  read.text = text_of("DESCRIPTION");
  read.due = day_of(value("DUE")).value_or(Day{});
  read.completed = instant_of(value("COMPLETED"));
  return read;
}

std::string write_ask_task(const AskTask& task, Instant stamp) {
  return write_item(component_name, lines_of(task), stamp);
}

std::string update_ask_task(const text::Document& document, const AskTask& task, Instant stamp) {
  const auto before = read_ask_task(document);
  if (!before) return document.print();
  return update_item(document, component_name, lines_of(*before), lines_of(task), stamp);
}

}  // namespace goodturn::calendar
