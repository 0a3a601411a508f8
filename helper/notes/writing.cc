#include "helper/notes/writing.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "core/base/hash.h"
#include "core/notes/writing.h"
#include "helper/index/snapshot_cache.h"
#include "helper/notes/kept.h"
#include "helper/notes/own_note.h"

namespace goodturn::helper {
namespace {

using State = NoteLine::State;

constexpr int most_attempts = 3;  ///< at a note that somebody else keeps changing

class Settling {
 public:
  Settling(World& world, const NoteFolder& files, NoteLines& rows, NoteChoice choice)
      : world_(world), files_(files), rows_(rows), choice_(std::move(choice)) {}

  Result<void> settle(NoteLine line) {
    switch (line.state) {
      case State::wanted:
        return line.is_logged ? put_in(std::move(line)) : rows_.remove_note_line(line.record);
      case State::writing:
        return after_writing(std::move(line));
      case State::written:
        return take_out(std::move(line));
      case State::removing:
        return after_removing(std::move(line));
      case State::left:
        return keep(line, State::written);  // logged again: the user's version of it stands
    }
    return {};
  }

  [[nodiscard]] NoteLinesSettled result() && { return std::move(result_); }

 private:
  Result<void> keep(NoteLine& line, State state, const std::string& problem = {}) {
    line.state = state;
    line.problem = problem;
    line.at = world_.clock.now();
    return rows_.put_note_line(line);
  }

  /// The line stays due; its user hears of a problem once.
  Result<void> put_off(NoteLine& line, State state, const Error& why) {
    if (line.problem != why.what) result_.told.push_back({line.path, why});
    return keep(line, state, why.what);
  }

  /// The last change of the note was begun; nobody knows whether it was done.
  Result<void> after_writing(NoteLine line) {
    const auto text = files_.read(choice_.folder, line.path);
    if (!text && text.error().kind == ErrorKind::not_found)
      return after_writing_elsewhere(std::move(line), text.error());
    if (!text) return put_off(line, State::writing, text.error());
    if (auto cleared = files_.clear_remains(choice_.folder, line.path); !cleared) return cleared;
    const bool is_there =
        text->hash == line.after ||
        (text->hash != line.before && notes::count_of_line(text->bytes, line.line) > line.stood);
    if (!is_there) return line.is_logged ? put_in(std::move(line)) : rows_.remove_note_line(line.record);
    result_.written.push_back(line.path);
    if (!line.is_logged) return take_out(std::move(line));
    return keep(line, State::written);
  }

  Result<void> after_writing_elsewhere(NoteLine line, const Error& why) {
    auto moved = note_with_line(world_, line.person, notes::mark_of_line(line.line), line.path);
    if (!moved) return fail(moved.error());
    if (!moved->path && moved->is_known) return put_off(line, State::writing, why);
    const State state = moved->path ? State::written : State::wanted;
    if (moved->path) line.path = std::move(*moved->path);
    return keep(line, state);
  }

  Result<void> after_removing(NoteLine line) {
    const auto text = files_.read(choice_.folder, line.path);
    if (!text && text.error().kind == ErrorKind::not_found)
      return look_elsewhere(std::move(line), text.error());
    if (!text) return put_off(line, State::removing, text.error());
    if (auto cleared = files_.clear_remains(choice_.folder, line.path); !cleared) return cleared;
    const bool is_gone =
        text->hash == line.after ||
        (text->hash != line.before && notes::count_of_line(text->bytes, line.line) < line.stood);
    if (!is_gone) return line.is_logged ? keep(line, State::written) : take_out(std::move(line));
    result_.removed.push_back(line.path);
    return line.is_logged ? put_in(std::move(line)) : rows_.remove_note_line(line.record);
  }

  Result<void> put_in(NoteLine line) {
    auto note = note_of(line.person);
    if (!note) return fail(note.error());
    if (!*note) return rows_.remove_note_line(line.record);
    line.path = **note;
    const auto change = [&](const NoteFolder::Text& text) -> std::optional<std::string> {
      auto addition = notes::addition_of(text.bytes, text.note, heading_of(choice_), line.line);
      std::string changed = text.bytes;
      changed.insert(addition.at, addition.inserted);
      line.place = addition.at;
      line.inserted = std::move(addition.inserted);
      return changed;
    };
    const auto done = change_note(line, State::writing, change);
    if (!done) return put_off(line, State::wanted, done.error());
    result_.written.push_back(line.path);
    return keep(line, State::written);
  }

  Result<void> take_out(NoteLine line) {
    bool is_changed = false;
    const auto change = [&](const NoteFolder::Text& text) {
      auto changed = notes::without(text.bytes, {line.place, line.inserted}, line.line);
      is_changed = !changed;
      return changed;
    };
    const auto done = change_note(line, State::removing, change);
    if (done) {
      result_.removed.push_back(line.path);
      return rows_.remove_note_line(line.record);
    }
    if (done.error().kind == ErrorKind::not_found) return look_elsewhere(std::move(line), done.error());
    if (is_changed) return put_off(line, State::left, done.error());
    return put_off(line, State::written, done.error());
  }

  /// The note is not where the line was put: it was renamed, is gone for good, or the folder is away.
  Result<void> look_elsewhere(NoteLine line, const Error& why) {
    const auto moved = note_with_line(world_, line.person, notes::mark_of_line(line.line), line.path);
    if (!moved) return fail(moved.error());
    if (moved->path) {
      line.path = *moved->path;
      return take_out(std::move(line));
    }
    if (moved->is_known) return put_off(line, State::written, why);
    result_.told.push_back({line.path, why});
    return rows_.remove_note_line(line.record);
  }

  /// Reads the note, notes what is begun and replaces it; again when somebody else was faster. Errors: those
  /// of NoteFolder, precondition when `change` finds nothing to change.
  template <class Change>
  Result<void> change_note(NoteLine& line, State begun, const Change& change) {
    Result<void> done;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      const auto text = files_.read(choice_.folder, line.path);
      if (!text) return fail(text.error());
      const std::optional<std::string> changed = change(*text);
      if (!changed)
        return fail(ErrorKind::precondition,
                    "The line was changed or removed in the note. What stands there stays.", line.path);
      line.before = text->hash;
      line.after = to_hex(hash_of(*changed));
      line.stood = notes::count_of_line(text->bytes, line.line);
      if (auto kept = keep(line, begun, line.problem); !kept) return kept;
      done = files_.replace(choice_.folder, line.path, text->version, *changed);
      if (done || done.error().kind != ErrorKind::precondition) return done;
    }
    return done;
  }

  Result<std::optional<std::string>> note_of(const Uid& person) {
    if (!notes_) {
      auto read = OwnNotes::read(world_);
      if (!read) return fail(read.error());
      notes_ = std::move(*read);
    }
    return notes_->of(person);
  }

  World& world_;
  const NoteFolder& files_;
  NoteLines& rows_;
  NoteChoice choice_;
  std::optional<OwnNotes> notes_;
  NoteLinesSettled result_;
};

}  // namespace

Result<void> want_note_line(World& world, const calendar::Record& record) {
  NoteLines* rows = note_lines_of(world.store);
  const bool is_wanted = record.kind == RecordKind::touch || record.kind == RecordKind::note;
  if (rows == nullptr || !is_wanted || record.person.empty()) return {};
  const auto choice = note_choice(world);
  if (!choice) return fail(choice.error());
  if (!choice->writes) return {};
  const Day day = world.recurrence.local_day(record.at);
  NoteLine line{record.uid, record.person, notes::dated_line(day, record.channel, record.text)};
  line.at = world.clock.now();
  return rows->add_note_line(line);
}

Result<NoteLinesSettled> settle_note_lines(World& world, const NoteFolder& files) {
  NoteLines* rows = note_lines_of(world.store);
  if (rows == nullptr) return NoteLinesSettled{};
  // Files are changed under the lock: one line at a time, and nobody else writes the same one.
  const auto lock = world.lock();
  auto choice = note_choice(world);
  if (!choice) return fail(choice.error());
  if (!choice->writes || choice->folder.empty()) return NoteLinesSettled{};
  auto due = rows->due_note_lines();
  if (!due) return fail(due.error());
  Settling settling(world, files, *rows, std::move(*choice));
  for (NoteLine& line : *due)
    if (auto settled = settling.settle(std::move(line)); !settled) return fail(settled.error());
  return std::move(settling).result();
}

Result<std::set<Uid>> left_note_lines(World& world) {
  NoteLines* rows = note_lines_of(world.store);
  if (rows == nullptr) return std::set<Uid>{};
  const auto lock = world.lock();
  const auto lines = rows->note_lines();
  if (!lines) return fail(lines.error());
  std::set<Uid> left;
  for (const NoteLine& line : *lines)
    if (line.state == State::left) left.insert(line.record);
  return left;
}

Result<std::vector<NoteLine>> last_note_lines(World& world) {
  NoteLines* rows = note_lines_of(world.store);
  if (rows == nullptr) return std::vector<NoteLine>{};
  auto lines = rows->note_lines();
  if (lines && lines->size() > shown_note_lines) lines->resize(shown_note_lines);
  return lines;
}

}  // namespace goodturn::helper
