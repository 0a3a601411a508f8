// Who is meant by a name in a note: exactly one person, or it is asked. Nothing is guessed.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/notes/note.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// Names by which a note is found: Unicode's canonical form without letter case, blanks as one. Accents stay:
/// Müller is not Muller.
[[nodiscard]] std::string name_key(std::string_view name);

/// Under which somebody who was erased is remembered (Erasure), besides core/sync/erased_names.h.
[[nodiscard]] inline std::string erased_name(std::string_view key) { return "name:" + std::string(key); }

/// What the user said whom a name means, by name_key; an empty UID is nobody.
using NoteAnswers = std::map<std::string, Uid>;

class NoteNames {
 public:
  /// `notes` must outlive it.
  NoteNames(const std::vector<Person>& persons, const std::unordered_map<std::string, std::size_t>& by_email,
            const std::vector<notes::ReadNote>& notes, NoteAnswers answers);

  /// The persons whom a name may mean, by their places, ascending, each once: the user's answer; of an
  /// address whose it is; of a note with an address whose that is; everybody with exactly this name; whose
  /// the notes are that are called so (by title, alias or number).
  [[nodiscard]] std::vector<std::size_t> meant_by(const std::string& name) const;
  /// Whose note it is, by its answers, addresses and names.
  [[nodiscard]] const std::vector<std::size_t>& owners_of(const notes::ReadNote& note) const;
  /// Whom an entry of a note is about.
  [[nodiscard]] std::vector<std::size_t> about(const notes::Entry& entry, const notes::ReadNote& note) const;
  /// The user said whom it means.
  [[nodiscard]] bool is_answered(const std::string& name) const { return answers_.contains(name_key(name)); }

 private:
  using Places = std::vector<std::size_t>;
  [[nodiscard]] std::optional<Places> answered(const std::string& name) const;
  [[nodiscard]] Places with_address(const std::vector<std::string>& addresses) const;
  [[nodiscard]] Places find_owners(const notes::ReadNote& note) const;

  const std::unordered_map<std::string, std::size_t>& by_email_;
  const notes::ReadNote* first_;
  NoteAnswers answers_;
  std::unordered_map<std::string, std::size_t> by_uid_;
  std::unordered_map<std::string, Places> by_name_;
  std::unordered_map<std::string, std::vector<std::size_t>> notes_by_name_;
  std::vector<Places> owners_;      ///< of each note
  std::vector<Places> by_address_;  ///< of each note, by its addresses alone
};

}  // namespace goodturn::helper
