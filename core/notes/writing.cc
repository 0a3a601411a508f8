#include "core/notes/writing.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/notes/dates.h"
#include "core/notes/names.h"

namespace goodturn::notes {
namespace {

constexpr std::size_t day_size = 10;  ///< "2026-11-23"

/// As the line before `at` ends, else the first one.
std::string_view line_end_at(std::string_view bytes, std::size_t at) {
  auto end = bytes.substr(0, at).rfind('\n');
  if (end == std::string_view::npos) end = bytes.find('\n');
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

/// From behind a heading to the next one; without a heading all.
std::pair<std::size_t, std::size_t> part_below(std::string_view bytes, const Note& note,
                                               const Line* heading) {
  if (heading == nullptr) return {0, bytes.size()};
  const Line* next = next_heading(note, *heading);
  return {begin_of_line(bytes, heading->number + 1),
          next == nullptr ? bytes.size() : begin_of_line(bytes, next->number)};
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

/// Where the line stands as a whole one, nearest to `wanted`; npos: nowhere.
std::size_t nearest_line(std::string_view bytes, std::string_view line, std::size_t wanted) {
  const auto far = [&](std::size_t at) { return at > wanted ? at - wanted : wanted - at; };
  std::size_t found = std::string_view::npos;
  for (auto at = bytes.find(line); at != std::string_view::npos; at = bytes.find(line, at + 1))
    if (is_whole_line(bytes, at, line.size()) && (found == std::string_view::npos || far(at) < far(found)))
      found = at;
  return found;
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
  const Line* above = heading_named(note, heading);
  Addition addition;
  const auto [from, to] = part_below(bytes, note, above);
  addition.at = behind_words(bytes, from, to);
  const std::string end(line_end_at(bytes, addition.at));
  if (above != nullptr && addition.at == from) addition.inserted = end;
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

std::optional<std::string> without(std::string_view bytes, const Addition& addition, std::string_view line) {
  const std::string_view inserted = addition.inserted;
  const auto before = std::min(inserted.find(line), inserted.size());
  const auto at = nearest_line(bytes, line, addition.at + before);
  if (at == std::string_view::npos) return std::nullopt;
  const auto cut = [&](std::size_t from, std::size_t to) {
    return std::string(bytes.substr(0, from)) + std::string(bytes.substr(to));
  };
  // What was put around it goes with it, unless more items stand below since.
  if (at >= before && bytes.substr(at - before).starts_with(inserted)) {
    const std::size_t end = at - before + inserted.size();
    const bool is_made_for_it = inserted.find('#') < before;
    if (!is_made_for_it || !bytes.substr(end).starts_with("- ")) return cut(at - before, end);
  }
  const auto end = bytes.find('\n', at);
  return cut(at, end == std::string_view::npos ? at + line.size() : end + 1);
}

std::size_t count_of_line(std::string_view bytes, std::string_view line) {
  std::size_t count = 0;
  for (auto at = bytes.find(line); at != std::string_view::npos; at = bytes.find(line, at + line.size()))
    if (is_whole_line(bytes, at, line.size())) ++count;
  return count;
}

std::string mark_of_line(std::string_view line) {
  const bool is_dated =
      line.starts_with("- ") && line.size() >= 2 + day_size && parse_day(line.substr(2, day_size));
  return is_dated ? to_hex(hash_of(line)) : std::string();
}

void mark_entries(std::string_view bytes, std::vector<Entry>& entries) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    at = end + 1;
  }
  for (Entry& entry : entries)
    if (entry.line > 0 && entry.line <= lines.size()) entry.mark = mark_of_line(lines[entry.line - 1]);
}

bool is_named_by_day(std::string_view path) {
  constexpr std::size_t number_size = 12;
  const auto found = day_of_name(stem_of(path));
  return found && found->end < number_size;
}

}  // namespace goodturn::notes
