#include "helper/notes/reading.h"

#include <algorithm>
#include <unordered_map>

#include "core/keeping.h"
#include "core/note_doors.h"
#include "core/notes/writing.h"
#include "core/relations/observation.h"
#include "core/sync/erased_names.h"
#include "helper/notes/folder.h"
#include "helper/notes/kept.h"

namespace goodturn::helper {
namespace {

using notes::ReadNote;

/// Who was erased does not come back through a note: neither one of their own nor an entry of theirs.
class Left {
 public:
  explicit Left(Erasure::IsErased erased) : erased_(std::move(erased)) {}

  [[nodiscard]] bool is_out(const notes::Reading& says) const {
    const auto gone = [&](const std::string& name) { return is_erased(name); };
    return std::any_of(says.names.begin(), says.names.end(), gone) ||
           std::any_of(says.addresses.begin(), says.addresses.end(), gone);
  }
  void take_out(std::vector<notes::Entry>& entries) const {
    std::erase_if(entries, [&](const notes::Entry& entry) { return is_erased(entry.name); });
  }

 private:
  [[nodiscard]] bool is_erased(const std::string& name) const {
    return erased_ && !name.empty() &&
           (erased_(erased_name(name_key(name))) ||
            erased_(sync::erased_address(relations::plain_address(name))));
  }
  Erasure::IsErased erased_;
};

/// A later reading tries again what failed on the way.
bool is_for_good(const Error& error) {
  return error.kind == ErrorKind::parse || error.kind == ErrorKind::suspicious;
}

class FolderReader {
 public:
  FolderReader(const NoteFolder& files, std::string folder, Left left)
      : files_(files), folder_(std::move(folder)), left_(std::move(left)) {}

  [[nodiscard]] Result<NoteFolder::Listing> list() const { return files_.list(folder_); }

  /// nullopt: of somebody who was erased, or gone meanwhile.
  [[nodiscard]] std::optional<ReadNote> read(const NoteFolder::File& file) const {
    auto text = files_.read(folder_, file.path);
    if (!text && text.error().kind == ErrorKind::not_found) return std::nullopt;
    if (!text)
      return ReadNote{file.path, is_for_good(text.error()) ? file.version : "", "", text.error().what, {}};
    ReadNote note{file.path, text->version, text->hash, "", notes::read_note(file.path, text->note)};
    if (left_.is_out(note.says)) return std::nullopt;
    left_.take_out(note.says.entries);
    notes::mark_entries(text->bytes, note.says.entries);
    return note;
  }

 private:
  const NoteFolder& files_;
  std::string folder_;
  Left left_;
};

Result<FolderReader> reader_of(World& world, const NoteFolder& files, const std::string& folder) {
  Erasure::IsErased erased;
  if (Erasure* erasure = erasure_of(world.store)) {
    const auto lock = world.lock();
    auto known = erasure->erased();
    if (!known) return fail(known.error());
    erased = std::move(*known);
  }
  return FolderReader(files, folder, Left(std::move(erased)));
}

ReadNote skipped_note(const NoteFolder::Skipped& one) { return {one.path, "", "", one.why.key, {}}; }

/// Compares the folder with what is known of it, and reads what differs. Files are opened without the lock.
class Follow {
 public:
  Follow(const FolderReader& reader, const std::vector<NoteRows::Mark>& marks) : reader_(reader) {
    for (const NoteRows::Mark& mark : marks) known_.emplace(mark.path, &mark);
  }

  void look_at(const NoteFolder::Listing& listing) {
    result_.notes = listing.files.size();
    for (const NoteFolder::File& file : listing.files) look_at(file);
    for (const NoteFolder::Skipped& one : listing.skipped) {
      known_.erase(one.path);
      put_.push_back(skipped_note(one));
    }
    result_.skipped = static_cast<std::size_t>(
        std::count_if(put_.begin(), put_.end(), [](const ReadNote& note) { return !note.problem.empty(); }));
    result_.removed = known_.size();
  }

  Result<void> store(NoteRows& rows) const {
    for (const auto& [path, mark] : known_)
      if (auto removed = rows.remove_note(path); !removed) return removed;
    for (const ReadNote& note : put_)
      if (auto put = rows.put_note(note); !put) return put;
    for (const NoteFolder::File& file : same_bytes_)
      if (auto set = rows.set_note_version(file.path, file.version); !set) return set;
    return {};
  }
  [[nodiscard]] bool changes_answers() const { return !known_.empty() || !put_.empty(); }
  [[nodiscard]] const NotesRead& result() const { return result_; }

 private:
  void look_at(const NoteFolder::File& file) {
    const auto known = known_.find(file.path);
    if (known != known_.end() && known->second->version == file.version) {
      known_.erase(known);
      return;
    }
    auto note = reader_.read(file);
    if (!note) return;
    ++result_.read;
    const bool same = known != known_.end() && !note->hash.empty() && known->second->hash == note->hash;
    if (known != known_.end()) known_.erase(known);
    if (same)
      same_bytes_.push_back({note->path, note->version});
    else
      put_.push_back(std::move(*note));
  }

  const FolderReader& reader_;
  std::unordered_map<std::string, const NoteRows::Mark*> known_;  ///< in the end those that are gone
  std::vector<ReadNote> put_;
  std::vector<NoteFolder::File> same_bytes_;
  NotesRead result_;
};

}  // namespace

Result<NotesRead> read_notes(World& world, const NoteFolder& files) {
  NoteRows* rows = note_rows_of(world.store);
  if (rows == nullptr) return NotesRead{};
  std::vector<NoteRows::Mark> marks;
  NoteChoice choice;
  {
    const auto lock = world.lock();
    auto chosen = note_choice(world);
    if (!chosen) return fail(chosen.error());
    choice = std::move(*chosen);
    auto known = rows->note_marks();
    if (!known) return fail(known.error());
    marks = std::move(*known);
  }
  if (choice.folder.empty()) return NotesRead{};
  const auto reader = reader_of(world, files, choice.folder);
  if (!reader) return fail(reader.error());
  const auto listing = reader->list();
  if (!listing) return fail(listing.error());
  if (listing->files.empty() && !marks.empty())
    return fail(
        ErrorKind::suspicious,
        "The folder of notes is empty now. What was read before stays, until there are notes in it or "
        "you choose another one.",
        choice.folder);
  Follow follow(*reader, marks);
  follow.look_at(*listing);
  const auto lock = world.lock();
  const auto now = note_choice(world);
  if (!now) return fail(now.error());
  if (now->folder != choice.folder) return NotesRead{};  // the user chose another one meanwhile
  if (auto stored = world.store.transact([&] { return follow.store(*rows); }); !stored)
    return fail(stored.error());
  if (follow.changes_answers()) ++world.generation;
  return follow.result();
}

Result<std::vector<ReadNote>> look_into_folder(World& world, const NoteFolder& files,
                                               const std::string& folder) {
  if (!folder.starts_with('/'))
    return fail(ErrorKind::invalid, "Name the folder of notes with its whole path, from / on.");
  const auto reader = reader_of(world, files, folder);
  if (!reader) return fail(reader.error());
  const auto listing = reader->list();
  if (!listing) return fail(listing.error());
  std::vector<ReadNote> all;
  for (const NoteFolder::File& file : listing->files)
    if (auto note = reader->read(file)) all.push_back(std::move(*note));
  for (const NoteFolder::Skipped& one : listing->skipped) all.push_back(skipped_note(one));
  return all;
}

}  // namespace goodturn::helper
