#include "core/calendar/meeting_task.h"

#include <set>

#include "core/base/hash.h"
#include "core/calendar/categories.h"
#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"
#include "core/calendar/value_list.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;

constexpr std::string_view component_name = "VTODO";
constexpr std::string_view before_prefix = "goodturn-brief-", after_prefix = "goodturn-question-";

std::string_view prefix_of(MeetingMoment moment) {
  return moment == MeetingMoment::before ? before_prefix : after_prefix;
}

std::vector<std::string> lines_in(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (std::string line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view status_of(const MeetingTask& task) {
  if (task.completed) return "COMPLETED";
  return task.cancelled ? "CANCELLED" : "NEEDS-ACTION";
}

OwnLine due_line(const MeetingTask& task) {
  if (task.moment == MeetingMoment::before) return {"DUE", {"DUE:" + to_basic(task.due)}};
  return {"DUE", {"DUE;VALUE=DATE:" + to_basic(std::chrono::floor<std::chrono::days>(task.due))}};
}

OwnLines lines_of(const MeetingTask& task) {
  return {
      value_line("UID", task.uid.value),
      text_line("SUMMARY", task.summary),
      text_line("DESCRIPTION", task.text),
      due_line(task),
      value_line("STATUS", status_of(task)),
      value_line("PERCENT-COMPLETE", task.completed ? "100" : ""),
      value_line("COMPLETED", task.completed && task.completed_at ? to_basic(*task.completed_at) : ""),
      {"CLASS", {"CLASS:PRIVATE"}},
      categories_line("meeting"),
      value_line("RELATED-TO", task.event.value),
      list_line("X-GOODTURN-CONTACTS", task.people),
      value_line("X-GOODTURN-START", to_basic(task.start)),
      text_line("X-GOODTURN-WRITTEN", task.written),
      value_line("X-GOODTURN-ACTION", task.action ? to_string(*task.action) : std::string_view()),
      value_line("X-GOODTURN-EXPIRED", task.withdrawn ? "TRUE" : ""),
  };
}

/// Reads one VTODO component.
class TaskReader {
 public:
  TaskReader(const Document& document, const Component& component)
      : document_(document), component_(component) {}

  [[nodiscard]] std::optional<MeetingTask> read() const {
    MeetingTask task;
    task.uid = Uid(value("UID"));
    if (!is_meeting_task(task.uid)) return std::nullopt;
    if (task.uid.value.starts_with(after_prefix)) task.moment = MeetingMoment::after;
    task.event = Uid(value("RELATED-TO"));
    task.start = instant_of(value("X-GOODTURN-START")).value_or(Instant{});
    task.people = people();
    task.summary = text_of("SUMMARY");
    task.text = text_of("DESCRIPTION");
    task.written = text_of("X-GOODTURN-WRITTEN");
    const std::string due = value("DUE");
    task.due = instant_of(due).value_or(day_of(due).value_or(Day{}));
    const std::string status = upper_word(value("STATUS"));
    task.completed_at = instant_of(value("COMPLETED"));
    task.completed = status == "COMPLETED" || task.completed_at.has_value();
    task.cancelled = !task.completed && status == "CANCELLED";
    task.withdrawn = upper_word(value("X-GOODTURN-EXPIRED")) == "TRUE";
    task.action = parse_action(lower_word(value("X-GOODTURN-ACTION")));
    return task;
  }

 private:
  [[nodiscard]] std::string value(std::string_view name) const {
    return trimmed(document_.first_value(component_, name));
  }
  [[nodiscard]] std::string text_of(std::string_view name) const {
    const auto found = document_.all(component_, name);
    return found.empty() ? std::string() : text::decoded_text(found.front());
  }
  [[nodiscard]] std::vector<Uid> people() const {
    std::vector<Uid> uids;
    for (std::string& uid : parted_values(text_of("X-GOODTURN-CONTACTS")))
      if (!uid.empty()) uids.emplace_back(std::move(uid));
    return uids;
  }

  const Document& document_;
  const Component& component_;
};

void collect(const Document& document, const std::vector<Component>& components,
             std::vector<MeetingTask>& tasks) {
  for (const Component& component : components) {
    if (component.name == component_name)
      if (auto task = TaskReader(document, component).read()) tasks.push_back(std::move(*task));
    collect(document, component.children, tasks);
  }
}

}  // namespace

Uid meeting_task_uid(MeetingMoment moment, const Uid& event, Instant start) {
  return Uid(std::string(prefix_of(moment)) + to_hex(hash_of(event.value + "\n" + to_iso(start))));
}

bool is_meeting_task(const Uid& uid) {
  return uid.value.starts_with(before_prefix) || uid.value.starts_with(after_prefix);
}

std::optional<MeetingTask> read_meeting_task(const Document& document) {
  const Component* task = document.find(component_name);
  return task == nullptr ? std::nullopt : TaskReader(document, *task).read();
}

std::vector<MeetingTask> read_meeting_tasks(const Document& document) {
  std::vector<MeetingTask> tasks;
  collect(document, document.components(), tasks);
  return tasks;
}

std::string added_words(const MeetingTask& task) {
  const std::vector<std::string> lines = lines_in(task.written);
  const std::set<std::string> written(lines.begin(), lines.end());
  std::string words;
  for (const std::string& line : lines_in(task.text)) {
    if (written.contains(line)) continue;
    words += (words.empty() ? "" : " ") + line;
  }
  return words;
}

std::string write_meeting_task(const MeetingTask& task, Instant stamp) {
  return write_item(component_name, lines_of(task), stamp);
}

std::string update_meeting_task(const Document& document, const MeetingTask& task, Instant stamp) {
  const auto before = read_meeting_task(document);
  if (!before) return document.print();
  return update_item(document, component_name, lines_of(*before), lines_of(task), stamp);
}

}  // namespace goodturn::calendar
