#include "helper/notes/own_note.h"

#include <algorithm>

#include "core/note_doors.h"
#include "core/notes/names.h"
#include "core/notes/writing.h"
#include "helper/index/snapshot_cache.h"
#include "helper/notes/kept.h"

namespace goodturn::helper {
namespace {

using notes::ReadNote;

/// Everything that says whose note is whose.
struct Known {
  std::shared_ptr<const Snapshot> snapshot;
  std::vector<ReadNote> notes;
  NoteAnswers answers;
};

Result<Known> read_known(World& world) {
  auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  NoteRows* rows = note_rows_of(world.store);
  if (rows == nullptr) return Known{std::move(*snapshot), {}, {}};
  auto all = rows->read_notes();
  if (!all) return fail(all.error());
  auto choice = note_choice(world);
  if (!choice) return fail(choice.error());
  return Known{std::move(*snapshot), std::move(*all), std::move(choice->answers)};
}

bool has_line(const ReadNote& note, const std::string& mark) {
  return std::any_of(note.says.entries.begin(), note.says.entries.end(),
                     [&](const notes::Entry& entry) { return entry.mark == mark; });
}

}  // namespace

std::unordered_map<std::string, std::size_t> places_by_email(const std::vector<Person>& persons) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t place = 0; place < persons.size(); ++place)
    for (const std::string& address : persons[place].card.emails) places.try_emplace(address, place);
  return places;
}

Result<OwnNotes> OwnNotes::read(World& world) {
  auto known = read_known(world);
  if (!known) return fail(known.error());
  OwnNotes own(known->snapshot);
  const auto& persons = known->snapshot->persons();
  const auto by_email = places_by_email(persons);
  const NoteNames names(persons, by_email, known->notes, std::move(known->answers));
  for (const ReadNote& note : known->notes) {
    const auto& owners = names.owners_of(note);
    if (owners.size() != 1 || notes::is_named_by_day(note.path)) continue;
    const Person& person = persons[owners.front()];
    const bool is_named_so = name_key(notes::stem_of(note.path)) == name_key(person.card.name);
    const auto [found, fresh] = own.own_.try_emplace(&person, Own{is_named_so, note.path});
    if (!fresh && is_named_so && !found->second.is_named_so) found->second = {true, note.path};
  }
  return own;
}

std::optional<std::string> OwnNotes::of(const Uid& person) const {
  const auto found = own_.find(snapshot_->by_uid(person));
  return found == own_.end() ? std::nullopt : std::optional(found->second.path);
}

Result<MovedNote> note_with_line(World& world, const Uid& person, const std::string& mark,
                                 const std::string& path) {
  auto known = read_known(world);
  if (!known) return fail(known.error());
  const auto& persons = known->snapshot->persons();
  const auto by_email = places_by_email(persons);
  const NoteNames names(persons, by_email, known->notes, std::move(known->answers));
  MovedNote moved;
  for (const ReadNote& note : known->notes) {
    if (note.path == path) moved.is_known = true;
    const auto& owners = names.owners_of(note);
    const bool is_theirs = owners.size() == 1 && &persons[owners.front()] == known->snapshot->by_uid(person);
    if (is_theirs && note.path != path && has_line(note, mark)) moved.path = note.path;
  }
  return moved;
}

}  // namespace goodturn::helper
