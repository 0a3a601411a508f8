#include "core/notes/writing.h"

#include "core/notes/names.h"

namespace goodturn::notes {
namespace {

std::string_view line_end_of(std::string_view bytes) {
  const auto end = bytes.find('\n');
  return end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r' ? "\r\n" : "\n";
}

/// Where line `number` (from 1) begins; behind the last one the size.
std::size_t begin_of_line(std::string_view bytes, std::size_t number) {
  std::size_t at = 0;
  for (std::size_t line = 1; line < number && at < bytes.size(); ++line) {
    const auto end = bytes.find('\n', at);
    at = end == std::string_view::npos ? bytes.size() : end + 1;
  }
  return at;
}

/// Behind the last line of [from, to) that is not blank.
std::size_t behind_words(std::string_view bytes, std::size_t from, std::size_t to) {
  const auto last = bytes.substr(0, to).find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos || last < from) return from;
  const auto end = bytes.find('\n', last);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

const Line* heading_named(const Note& note, std::string_view words) {
  for (const Line& line : note.lines)
    if (line.kind == Line::Kind::heading && trimmed(line.text) == words) return &line;
  return nullptr;
}

const Line* next_heading(const Note& note, const Line& heading) {
  for (const Line* line = &heading + 1; line < note.lines.data() + note.lines.size(); ++line)
    if (line->kind == Line::Kind::heading) return line;
  return nullptr;
}

/// Whether the line above `at` is an item or blank: else an item would become part of a paragraph's heading
/// marks, or a table's row.
bool joins_on(std::string_view bytes, std::size_t at) {
  if (at == 0) return true;
  const auto begin = bytes.substr(0, at - 1).rfind('\n');
  const std::string_view above =
      trimmed(bytes.substr(begin == std::string_view::npos ? 0 : begin + 1,
                           at - (begin == std::string_view::npos ? 0 : begin + 1)));
  return above.empty() || above.starts_with("- ") || above.starts_with("* ") || above.starts_with("+ ");
}

bool is_whole_line(std::string_view bytes, std::size_t at, std::size_t size) {
  const bool begins = at == 0 || bytes[at - 1] == '\n';
  const std::size_t end = at + size;
  return begins && (end == bytes.size() || bytes[end] == '\n' || bytes.substr(end).starts_with("\r\n"));
}

}  // namespace

std::string dated_line(Day day, std::optional<Channel> channel, std::string_view text) {
  std::string line = "- " + to_iso(day);
  if (channel) line += " (" + std::string(to_string(*channel)) + ")";
  std::string words;
  for (const char c : trimmed(text)) words += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return words.empty() ? line : line + " " + words;
}

Addition addition_of(std::string_view bytes, const Note& note, std::string_view heading,
                     std::string_view line) {
  const std::string end(line_end_of(bytes));
  const Line* above = heading_named(note, heading);
  Addition addition;
  if (above != nullptr) {
    const Line* next = next_heading(note, *above);
    const std::size_t from = begin_of_line(bytes, above->number + 1);
    const std::size_t to = next == nullptr ? bytes.size() : begin_of_line(bytes, next->number);
    addition.at = behind_words(bytes, from, to);
    if (addition.at == from) addition.inserted = end;
  } else {
    addition.at = behind_words(bytes, 0, bytes.size());
  }
  const bool open = addition.at > 0 && bytes[addition.at - 1] != '\n';
  if (above == nullptr)
    addition.inserted =
        (open ? end : "") + (addition.at > 0 ? end : "") + "## " + std::string(heading) + end + end;
  else if (open)
    addition.inserted = end + (joins_on(bytes, addition.at) ? "" : end);
  else if (addition.inserted.empty() && !joins_on(bytes, addition.at))
    addition.inserted = end;
  addition.inserted += std::string(line) + end;
  return addition;
}

std::optional<std::string> without(std::string_view bytes, std::string_view inserted, std::string_view line) {
  const auto cut = [&](std::size_t at, std::size_t size) {
    return std::string(bytes.substr(0, at)) + std::string(bytes.substr(at + size));
  };
  const auto whole = bytes.rfind(inserted);
  const auto more =
      whole == std::string_view::npos ? std::string_view{} : bytes.substr(whole + inserted.size());
  if (whole != std::string_view::npos && !more.starts_with("- ") && trimmed(inserted).ends_with(line))
    return cut(whole, inserted.size());
  for (auto at = bytes.rfind(line); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : bytes.rfind(line, at - 1)) {
    if (!is_whole_line(bytes, at, line.size())) continue;
    const auto end = bytes.find('\n', at);
    return cut(at, end == std::string_view::npos ? line.size() : end + 1 - at);
  }
  return std::nullopt;
}

}  // namespace goodturn::notes
