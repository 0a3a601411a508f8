// The doors of Markdown notes: the user's folder of them, and what was read of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/said.h"
#include "core/notes/note.h"
#include "core/ports.h"

namespace goodturn {

/// A folder of Markdown notes that other programs keep. Paths are below it, with "/" between.
class NoteFolder {
 public:
  struct File {
    std::string path;
    std::string version;  ///< equal: not touched meanwhile
  };
  struct Skipped {
    std::string path;
    Said why;
  };
  struct Listing {
    std::vector<File> files;       ///< by path
    std::vector<Skipped> skipped;  ///< by path: what looks like a note and is not read
  };
  struct Text {
    std::string version;
    std::string hash;
    notes::Note note;
  };

  virtual ~NoteFolder() = default;
  /// Every note of the folder and the folders in it, none of which is opened. Errors: not_found (no such
  /// folder), storage, invalid (too many).
  [[nodiscard]] virtual Result<Listing> list(const std::string& folder) const = 0;
  /// Errors: not_found, storage, parse (not UTF-8, or its front matter is broken), suspicious (a link, too
  /// long, outside).
  [[nodiscard]] virtual Result<Text> read(const std::string& folder, const std::string& path) const = 0;
};

/// What was read of the user's folder of Markdown notes: can be read again at any time.
class NoteRows {
 public:
  virtual ~NoteRows() = default;
  /// By path.
  virtual Result<std::vector<notes::ReadNote>> read_notes() = 0;
  /// Path to version and hash of all of them; cheaper.
  struct Mark {
    std::string path;
    std::string version;
    std::string hash;
  };
  virtual Result<std::vector<Mark>> note_marks() = 0;
  /// Replaces what was known of that path.
  virtual Result<void> put_note(const notes::ReadNote& note) = 0;
  /// The same bytes under another version.
  virtual Result<void> set_note_version(const std::string& path, const std::string& version) = 0;
  virtual Result<void> remove_note(const std::string& path) = 0;
  virtual Result<void> clear_notes() = 0;
};

/// The same store's other door; nullptr where it has none.
[[nodiscard]] inline NoteRows* note_rows_of(Store& store) { return dynamic_cast<NoteRows*>(&store); }

}  // namespace goodturn
