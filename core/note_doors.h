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
    std::string bytes;
  };

  virtual ~NoteFolder() = default;
  /// Every note of the folder and the folders in it, none of which is opened. Errors: not_found (no such
  /// folder), storage, invalid (too many).
  [[nodiscard]] virtual Result<Listing> list(const std::string& folder) const = 0;
  /// Errors: not_found, storage, parse (not UTF-8, or its front matter is broken), suspicious (a link, too
  /// long, outside).
  [[nodiscard]] virtual Result<Text> read(const std::string& folder, const std::string& path) const = 0;

  /// Replaces a note that still has `version`; it keeps its mode, and a crash leaves the old or the new one.
  /// Errors: precondition (changed meanwhile or gone), forbidden, storage, suspicious (as read).
  [[nodiscard]] virtual Result<void> replace(const std::string& folder, const std::string& path,
                                             const std::string& version, std::string_view bytes) const = 0;
  /// Removes what a replace() that was killed left beside the note. Errors: storage, suspicious.
  [[nodiscard]] virtual Result<void> clear_remains(const std::string& folder,
                                                   const std::string& path) const = 0;
};

/// Follows a folder while the program runs.
class NoteWatch {
 public:
  enum class State {
    off,
    watching,
    away,     ///< the folder is not there; watched again when it is back
    too_many  ///< the system watches no more folders for this user: only reading finds changes
  };
  virtual ~NoteWatch() = default;
  /// Watches this folder and the folders in it, and no other any more; empty: none. The same one again
  /// changes nothing.
  virtual void follow(const std::string& folder) = 0;
  [[nodiscard]] virtual State state() const = 0;
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

/// A line that belongs into somebody's note because an interaction was logged.
struct NoteLine {
  enum class State {
    wanted,    ///< not in the note yet
    writing,   ///< being put in: after a crash `before` and `after` tell whether it is there
    written,   ///< in the note
    removing,  ///< being taken out
    left       ///< could not be taken out: `problem` says why
  };
  Uid record;        ///< of the journal; one line each
  Uid person;        ///< any of their cards
  std::string line;  ///< as dated_line() makes it
  State state = State::wanted;
  std::string path{};      ///< of the note; empty while none was chosen
  std::string inserted{};  ///< the line with what was put around it
  std::size_t place = 0;   ///< before which byte of the note that was put
  std::string before{};    ///< hash of the note when a change of it began
  std::string after{};     ///< and as it should be after it
  std::size_t stood = 0;   ///< how often the line stood there before
  std::string problem{};   ///< an English sentence of helper/words/errors; empty: none
  Instant at{};            ///< of the last change of the state
  bool is_logged = true;   ///< the record is in the journal; read only
  bool operator==(const NoteLine&) const = default;
};

/// Lines for notes, until their records are gone again.
class NoteLines {
 public:
  virtual ~NoteLines() = default;
  /// A record that has a row keeps it.
  virtual Result<void> add_note_line(const NoteLine& line) = 0;
  /// Replaces the row of the same record.
  virtual Result<void> put_note_line(const NoteLine& line) = 0;
  virtual Result<void> remove_note_line(const Uid& record) = 0;
  /// By time, the newest first.
  virtual Result<std::vector<NoteLine>> note_lines() = 0;
  /// Those whose note is not yet as their record wants it, by time.
  virtual Result<std::vector<NoteLine>> due_note_lines() = 0;
  virtual Result<void> clear_note_lines() = 0;
};

/// The same store's other doors; nullptr where it has none.
[[nodiscard]] inline NoteRows* note_rows_of(Store& store) { return dynamic_cast<NoteRows*>(&store); }
[[nodiscard]] inline NoteLines* note_lines_of(Store& store) { return dynamic_cast<NoteLines*>(&store); }

}  // namespace goodturn
