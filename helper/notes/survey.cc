// What was found in a folder of notes: for the user to look at before anything counts, and after.
#include <algorithm>
#include <map>

#include "core/note_doors.h"
#include "helper/index/snapshot_cache.h"
#include "helper/notes/folder.h"
#include "helper/notes/kept.h"
#include "helper/notes/own_note.h"
#include "helper/notes/reading.h"

namespace goodturn::helper {
namespace {

using notes::ReadNote;

class Surveyor {
 public:
  Surveyor(const std::vector<Person>& persons, const NoteNames& names) : persons_(persons), names_(names) {}

  void look_at(const ReadNote& note) {
    if (!note.problem.empty()) {
      survey_.skipped.push_back({note.path, error_of(ErrorKind::parse, Said(note.problem))});
      return;
    }
    ++survey_.notes;
    for (const notes::Entry& entry : note.says.entries) look_at(entry, note);
  }

  NoteSurvey finish() && {
    for (auto& [key, found] : found_) {
      NoteName& name = found.name;
      if (name.candidates.size() == 1)
        survey_.matched.push_back(std::move(name));
      else if (name.candidates.size() > 1)
        survey_.unclear.push_back(std::move(name));
      else if (found.is_person)
        survey_.unknown.push_back(std::move(name));
      else
        ++survey_.other_links;
    }
    return std::move(survey_);
  }

 private:
  struct Found {
    NoteName name;
    bool is_person = false;
  };

  void look_at(const notes::Entry& entry, const ReadNote& note) {
    const auto places = names_.about(entry, note);
    if (places.size() == 1) ++survey_.entries;
    if (places.empty() && (entry.name.empty() || names_.is_answered(entry.name))) return;
    const std::string& name = entry.name.empty() ? note.says.names.front() : entry.name;
    Found& found = found_[name_key(name)];
    if (found.name.entries++ == 0) {
      found.name.name = name;
      for (const std::size_t place : places) found.name.candidates.push_back(persons_[place].card.uid);
    }
    found.is_person = found.is_person || entry.is_person;
  }

  const std::vector<Person>& persons_;
  const NoteNames& names_;
  NoteSurvey survey_;
  std::map<std::string, Found> found_;  ///< by name_key
};

Result<NoteSurvey> survey_of(World& world, const std::vector<ReadNote>& all) {
  const auto lock = world.lock();
  const auto snapshot = current_snapshot(world);
  if (!snapshot) return fail(snapshot.error());
  auto choice = note_choice(world);
  if (!choice) return fail(choice.error());
  const auto& persons = (*snapshot)->persons();
  const auto by_email = places_by_email(persons);
  const NoteNames names(persons, by_email, all, std::move(choice->answers));
  Surveyor surveyor(persons, names);
  for (const ReadNote& note : all) surveyor.look_at(note);
  return std::move(surveyor).finish();
}

}  // namespace

Result<NoteSurvey> preview_notes(World& world, const NoteFolder& files, const std::string& folder) {
  auto all = look_into_folder(world, files, folder);
  if (!all) return fail(all.error());
  return survey_of(world, *all);
}

Result<NoteSurvey> note_survey(World& world) {
  const auto lock = world.lock();
  NoteRows* rows = note_rows_of(world.store);
  if (rows == nullptr) return NoteSurvey{};
  auto all = rows->read_notes();
  if (!all) return fail(all.error());
  return survey_of(world, *all);
}

}  // namespace goodturn::helper
