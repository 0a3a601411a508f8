#include "core/calendar/own_lines.h"

#include <algorithm>

namespace goodturn::calendar {
namespace {

using text::Component;
using text::Document;

std::vector<std::size_t> numbers_of(const Document& document, std::string_view component,
                                    std::string_view name) {
  std::vector<std::size_t> numbers;
  const Component* found = document.find(component);
  if (found == nullptr) return numbers;
  for (const std::size_t number : found->lines)
    if (document.lines()[number].name() == name) numbers.push_back(number);
  return numbers;
}

/// Puts the new lines where the old ones stood, or before the component's END.
void replace(Document& document, std::string_view component, const OwnLine& line) {
  using Kind = text::LineEdit::Kind;
  const std::vector<std::size_t> old = numbers_of(document, component, line.name);
  const std::size_t end = document.insertion_point(*document.find(component));
  std::vector<text::LineEdit> edits;
  for (std::size_t i = 0; i < std::max(old.size(), line.contents.size()); ++i) {
    if (i >= line.contents.size())
      edits.push_back({Kind::erase, old[i], {}});
    else
      edits.push_back(
          {i < old.size() ? Kind::replace : Kind::insert, i < old.size() ? old[i] : end, line.contents[i]});
  }
  document.apply(std::move(edits));
}

}  // namespace

OwnLine text_line(std::string name, std::string_view plain) {
  return value_line(std::move(name), text::escape_text(plain));
}

OwnLine value_line(std::string name, std::string_view value) {
  OwnLine line{std::move(name), {}};
  if (!value.empty()) line.contents.push_back(line.name + ":" + std::string(value));
  return line;
}

std::string write_item(std::string_view component, const OwnLines& lines, Instant stamp) {
  const std::string name(component);
  Document document = Document::parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:" + std::string(product) +
                                      "\r\nBEGIN:" + name + "\r\nDTSTAMP:" + to_basic(stamp) +
                                      "\r\nEND:" + name + "\r\nEND:VCALENDAR\r\n");
  for (const OwnLine& line : lines) replace(document, component, line);
  return document.print();
}

std::string update_item(const Document& document, std::string_view component, const OwnLines& before,
                        const OwnLines& after, Instant stamp) {
  if (before == after || document.find(component) == nullptr) return document.print();
  Document edited = document;
  for (std::size_t i = 0; i < after.size(); ++i)
    if (i >= before.size() || before[i] != after[i]) replace(edited, component, after[i]);
  replace(edited, component, value_line("DTSTAMP", to_basic(stamp)));
  replace(edited, component, value_line("LAST-MODIFIED", to_basic(stamp)));
  return edited.print();
}

}  // namespace goodturn::calendar
