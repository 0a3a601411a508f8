// A Markdown note as its lines, and what they say about whom and when.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/base/vocabulary.h"

namespace goodturn::notes {

/// One heading, list item, or line of other text outside code.
struct Line {
  enum class Kind { heading, item, text };
  Kind kind = Kind::text;
  int depth = 0;                     ///< of a heading its level, of an item how deep it is nested, from 1
  std::size_t number = 0;            ///< in the file, from 1
  std::string text;                  ///< plain words, UTF-8; a link by the words it shows
  std::vector<std::string> links{};  ///< what they lead to, in order (link_name)
  bool open_task = false;            ///< "- [ ]"
};

/// One entry of the front matter; a list may stand in a list.
struct Field {
  std::string key;  ///< in lower case (A–Z only)
  std::vector<std::string> values;
};

struct Note {
  std::vector<Field> front;
  std::vector<Line> lines;
};

/// Something that a note says of one person on one day.
struct Entry {
  std::size_t line = 0;  ///< 0: the front matter
  Day day{};
  std::string name;  ///< as written: of a person, of their note, or an address; empty: of whom the note is
  bool is_person = false;  ///< the front matter says that it names somebody; a link may lead to anything
  std::optional<Channel> channel{};  ///< it was contact
  Direction direction = Direction::mutual;
  int others = 1;  ///< how many took part besides the user
  std::string text;
  std::string mark{};  ///< of the line as it stands in the file (writing.h); empty: none that we write
  bool operator==(const Entry&) const = default;
};

/// What a note says, and how others call it.
struct Reading {
  std::vector<std::string> names;      ///< file name, title, aliases, number; each once
  std::vector<std::string> addresses;  ///< e-mail, as written
  std::vector<Entry> entries;
  bool operator==(const Reading&) const = default;
};

/// A note as it was last read.
struct ReadNote {
  std::string path;     ///< below the folder
  std::string version;  ///< of the file
  std::string hash;     ///< of its bytes; empty when it could not be read
  std::string problem;  ///< why not: an English sentence; else empty
  Reading says;
  bool operator==(const ReadNote&) const = default;
};

inline constexpr std::size_t longest_text = 1000;  ///< of an entry, bytes

/// Reads a note. `path` is below the folder, with "/" between and the ending.
/// - The day of the whole note: `date` (or `datum`, `day`) of the front matter, else a date at the beginning
///   of the file name, 2026-11-03 or the 12 or 14 digits of a Zettelkasten. With people in the front matter
///   also `created`.
/// - People of the front matter: `people`, `persons`, `attendees`, `participants`, `contacts`, `with` and the
///   like, English or German, one or several. With a day each of them is an entry and contact: `channel`,
///   `type` or the first words of the title say of which kind, else it was a meeting.
/// - A line with a link is an entry for each link. Its day is the date it begins with or links to, else that
///   of the item above it, of the headings above it, of the note. It is contact when its first words say so
///   (contact_words.h), and an open task is no entry.
/// - A line that begins with a date, and what stands under a heading with a date, is also an entry of whom
///   the note is about (empty name), unless the note itself has a day.
[[nodiscard]] Reading read_note(std::string_view path, const Note& note);

/// What a link leads to: of [[People/Ada Example#Work]] "Ada Example", of (../Ada%20Example.md) the same, of
/// (mailto:ada@example.org) the address. Empty for addresses of the web and all else.
[[nodiscard]] std::string wiki_link_name(std::string_view target);
[[nodiscard]] std::string link_name(std::string_view address);

}  // namespace goodturn::notes
