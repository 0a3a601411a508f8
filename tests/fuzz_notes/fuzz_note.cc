// Any bytes as a Markdown note: entries stand in lines of the note and in order, with words of UTF-8 and
// names; the file name's date and the ends of lines change nothing about who is meant. A line that is put in
// stands there once more, and taken out leaves every byte as it was.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "adapters/notes/markdown.h"
#include "core/notes/writing.h"
#include "core/text/charset.h"

namespace {

using namespace goodturn;
using notes::Entry;

void check(const notes::Reading& reading, std::size_t lines) {
  for (const Entry& entry : reading.entries) {
    if (entry.line > lines || entry.text.size() > notes::longest_text) std::abort();
    if (!text::is_utf8(entry.text) || !text::is_utf8(entry.name)) std::abort();
    if (entry.others < 1 || entry.name.find('\n') != std::string::npos) std::abort();
  }
}

void check_writing(std::string_view body, const notes::Note& note) {
  const std::string line = "- 2026-11-23 (call) about the budget";
  for (const char* heading : {"Contact", "a"}) {
    const notes::Addition addition = notes::addition_of(body, note, heading, line);
    if (addition.at > body.size()) std::abort();
    std::string changed(body);
    changed.insert(addition.at, addition.inserted);
    if (notes::count_of_line(changed, line) != notes::count_of_line(body, line) + 1) std::abort();
    if (notes::without(changed, addition, line) != body) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(bytes), size);
  const auto note = notes::parse_note(body);
  if (!note) return 0;
  const auto lines = static_cast<std::size_t>(std::count(body.begin(), body.end(), '\n')) + 1;
  const auto by_number = [](const notes::Line& a, const notes::Line& b) { return a.number < b.number; };
  if (!std::is_sorted(note->lines.begin(), note->lines.end(), by_number)) std::abort();
  check_writing(body, *note);
  check(notes::read_note("People/Ada Example.md", *note), lines);
  check(notes::read_note("2026-11-03.md", *note), lines);
  return 0;
}
