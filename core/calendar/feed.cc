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

void compare(const Document& put, const Component& task, const FollowUp& served, FeedChanges& changes) {
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

std::string write_feed(std::span<const std::string> follow_up_texts, std::string_view calendar_name) {
  const std::string name = text::escape_text(calendar_name);
  Document head =
      Document::parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:" + std::string(product) + "\r\n");
  head.insert_line(head.lines().size(), "NAME:" + name);
  head.insert_line(head.lines().size(), "X-WR-CALNAME:" + name);
  head.insert_line(head.lines().size(), "REFRESH-INTERVAL;VALUE=DURATION:PT15M");
  head.insert_line(head.lines().size(), "X-PUBLISHED-TTL:PT15M");
  std::string out = head.print();
  for (const std::string& item : follow_up_texts) {
    const Document document = Document::parse(item);
    if (const Component* task = document.find("VTODO")) append_component(document, *task, out);
  }
  return out + "END:VCALENDAR\r\n";
}

FeedChanges diff_feed(const Document& put, std::span<const FollowUp> served) {
  FeedChanges changes;
  if (!is_complete_calendar(put)) return changes;
  Tasks tasks;
  collect(put, put.components(), tasks);
  for (const FollowUp& follow_up : served) {
    if (follow_up.completed) continue;
    const auto found = tasks.find(follow_up.uid);
    if (found == tasks.end())
      changes.deleted.push_back(follow_up.uid);
    else
      compare(put, *found->second, follow_up, changes);
  }
  return changes;
}

}  // namespace goodturn::calendar
