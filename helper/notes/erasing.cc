#include "helper/notes/erasing.h"

#include <algorithm>

#include "core/note_doors.h"
#include "core/relations/observation.h"
#include "helper/notes/kept.h"

namespace goodturn::helper {
namespace {

class Forgetting {
 public:
  Forgetting(const PersonMarks& marks, const std::vector<std::string>& names)
      : marks_(marks), names_(names) {}

  [[nodiscard]] bool names(const std::string& name) const {
    return std::find(names_.begin(), names_.end(), name_key(name)) != names_.end() ||
           marks_.addresses.contains(relations::plain_address(name));
  }
  /// A note of the person's own goes whole: its name, too.
  [[nodiscard]] bool is_theirs(const notes::Reading& says) const {
    const auto named = [&](const std::string& name) { return names(name); };
    return std::any_of(says.names.begin(), says.names.end(), named) ||
           std::any_of(says.addresses.begin(), says.addresses.end(), named);
  }

 private:
  const PersonMarks& marks_;
  const std::vector<std::string>& names_;
};

Result<void> forget_rows(NoteRows& rows, const Forgetting& forgetting, std::vector<std::string>& aliases) {
  auto all = rows.read_notes();
  if (!all) return fail(all.error());
  for (const notes::ReadNote& note : *all)
    if (forgetting.is_theirs(note.says))
      for (const std::string& name : note.says.names) aliases.push_back(name_key(name));
  for (notes::ReadNote& note : *all) {
    if (forgetting.is_theirs(note.says)) {
      if (auto removed = rows.remove_note(note.path); !removed) return removed;
      continue;
    }
    const auto gone = std::erase_if(note.says.entries, [&](const notes::Entry& entry) {
      return forgetting.names(entry.name) ||
             std::find(aliases.begin(), aliases.end(), name_key(entry.name)) != aliases.end();
    });
    if (gone > 0)
      if (auto put = rows.put_note(note); !put) return put;
  }
  return {};
}

Result<void> forget_lines(NoteLines& lines, const PersonMarks& marks) {
  const auto all = lines.note_lines();
  if (!all) return fail(all.error());
  for (const NoteLine& line : *all)
    if (marks.uids.contains(line.person.value))
      if (auto removed = lines.remove_note_line(line.record); !removed) return removed;
  return {};
}

}  // namespace

std::vector<std::string> names_in_notes(const Snapshot& snapshot, const Person& person) {
  std::vector<std::string> names{name_key(person.card.name)};
  for (const people::Card& card : person.cards) names.push_back(name_key(card.name));
  // Somebody else of the same name stays.
  for (const Person& other : snapshot.persons())
    if (&other != &person) std::erase(names, name_key(other.card.name));
  return names;
}

Result<void> forget_in_notes(World& world, const PersonMarks& marks, const std::vector<std::string>& names) {
  NoteRows* rows = note_rows_of(world.store);
  if (rows == nullptr) return {};
  if (NoteLines* lines = note_lines_of(world.store))
    if (auto forgotten = forget_lines(*lines, marks); !forgotten) return forgotten;
  std::vector<std::string> aliases;
  if (auto forgotten = forget_rows(*rows, Forgetting(marks, names), aliases); !forgotten) return forgotten;
  auto choice = note_choice(world);
  if (!choice) return fail(choice.error());
  std::erase_if(choice->answers,
                [&](const auto& answer) { return marks.uids.contains(answer.second.value); });
  return keep_note_choice(world, *choice);
}

}  // namespace goodturn::helper
