#include "core/calendar/feed.h"

#include <unordered_map>

#include "core/calendar/own_lines.h"
#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;

/// The component's text, each line ended by CRLF; its END is supplied when missing.
void append_component(const Document& document, const Component& component, std::string& out) {
  const auto& lines = document.lines();
  for (std::size_t i = component.begin; i < component.end; ++i) {
    std::string_view raw = lines[i].raw();
    while (raw.ends_with('\n') || raw.ends_with('\r')) raw.remove_suffix(1);
    if (raw.empty()) continue;
    for (std::size_t at = 0; at < raw.size(); ++at) {  // folds of an LF-only text become CRLF as well
      if (raw[at] == '\n' && (at == 0 || raw[at - 1] != '\r')) out += '\r';
      out += raw[at];
    }
    out += "\r\n";
  }
  out.append("END:").append(component.name).append("\r\n");
}

using Tasks = std::unordered_map<Uid, const Component*>;

void collect(const Document& document, const std::vector<Component>& components, Tasks& tasks) {
  for (const Component& component : components) {
    if (component.name == "VTODO")
      tasks.emplace(Uid(trimmed(document.first_value(component, "UID"))), &component);
    collect(document, component.children, tasks);
  }
}

bool is_complete_calendar(const Document& put) {
  const Component* calendar = put.find("VCALENDAR");
  return calendar != nullptr && calendar->end < put.lines().size() &&
         put.lines()[calendar->end].name() == "END";
}

/// Other white space is no other title.
std::string words_of(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ';
    if (!is_blank || (!words.empty() && words.back() != ' ')) words += is_blank ? ' ' : c;
  }
  return trimmed(words);
}

void compare_title(const Document& put, const Component& task, const ServedTask& served,
                   FeedChanges& changes) {
  const auto found = put.all(task, "SUMMARY");
  if (!served.summary || found.empty()) return;
  const std::string summary = words_of(text::decoded_text(found.front()));
  if (!summary.empty() && summary != words_of(*served.summary))
    changes.renamed.push_back({served.uid, summary});
}

void compare(const Document& put, const Component& task, const ServedTask& served, FeedChanges& changes) {
  const std::string status = upper_word(trimmed(put.first_value(task, "STATUS")));
  const auto completed_at = instant_of(put.first_value(task, "COMPLETED"));
  const auto due = day_of(put.first_value(task, "DUE"));
  if (status == "CANCELLED")
    changes.deleted.push_back(served.uid);
  else if (status == "COMPLETED" || completed_at)
    changes.completed.push_back({served.uid, completed_at});
  else if (due && *due != served.due)
    changes.moved.push_back({served.uid, *due});
}

}  // namespace

std::string write_feed(std::span<const std::string> task_texts, std::string_view calendar_name) {
  const std::string name = text::escape_text(calendar_name);
  Document head =
      Document::parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:" + std::string(product) + "\r\n");
  head.insert_line(head.lines().size(), "NAME:" + name);
  head.insert_line(head.lines().size(), "X-WR-CALNAME:" + name);
  head.insert_line(head.lines().size(), "REFRESH-INTERVAL;VALUE=DURATION:PT15M");
  head.insert_line(head.lines().size(), "X-PUBLISHED-TTL:PT15M");
  std::string out = head.print();
  for (const std::string& item : task_texts) {
    const Document document = Document::parse(item);
    if (const Component* task = document.find("VTODO")) append_component(document, *task, out);
  }
  return out + "END:VCALENDAR\r\n";
}

FeedChanges diff_feed(const Document& put, std::span<const ServedTask> served) {
  FeedChanges changes;
  if (!is_complete_calendar(put)) return changes;
  Tasks tasks;
  collect(put, put.components(), tasks);
  for (const ServedTask& task : served) {
    if (task.completed) continue;
    const auto found = tasks.find(task.uid);
    if (found == tasks.end()) {
      changes.deleted.push_back(task.uid);
      continue;
    }
    compare(put, *found->second, task, changes);
    compare_title(put, *found->second, task, changes);
  }
  return changes;
}

}  // namespace goodturn::calendar
