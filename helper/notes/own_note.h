// Which Markdown note is a person's own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "helper/notes/names.h"
#include "helper/world.h"

namespace goodturn::helper {

/// As everybody stands in the snapshot and in what was read of the notes last. Made under World::lock().
class OwnNotes {
 public:
  [[nodiscard]] static Result<OwnNotes> read(World& world);

  /// The note that is this person's alone (NoteNames::owners_of) and not named by a day; of several the one
  /// with their name, then the first by path. nullopt: there is none.
  [[nodiscard]] std::optional<std::string> of(const Uid& person) const;

 private:
  explicit OwnNotes(std::shared_ptr<const Snapshot> snapshot) : snapshot_(std::move(snapshot)) {}
  std::shared_ptr<const Snapshot> snapshot_;
  struct Own {
    bool is_named_so = false;
    std::string path;
  };
  std::unordered_map<const Person*, Own> own_;
};

/// Where a note is now that was at `path` when a line was written into it.
struct MovedNote {
  bool is_known = false;            ///< it was there when the folder was read last
  std::optional<std::string> path;  ///< another note of the same person with that line
};
[[nodiscard]] Result<MovedNote> note_with_line(World& world, const Uid& person, const std::string& mark,
                                               const std::string& path);

/// As Snapshot::by_email tells: of one address on several people the first has it.
[[nodiscard]] std::unordered_map<std::string, std::size_t> places_by_email(
    const std::vector<Person>& persons);

}  // namespace goodturn::helper
