// One line of words as entries of the journal: proposed first, written when every name is clear.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/said.h"
#include "core/calendar/name_match.h"
#include "core/calendar/one_line.h"
#include "helper/index/snapshot.h"
#include "helper/items/undo.h"
#include "helper/journals/shape.h"

namespace goodturn::helper {

/// Somebody a name may mean, with what tells them apart.
struct NameCandidate {
  Uid uid;
  std::string name;
  std::string organisation;  ///< may be empty
  std::string email;         ///< the first one; may be empty
  std::vector<std::string> tags;
};

/// A name as it stands in the line, and who it means.
struct Mention {
  std::string name;
  calendar::NameOutcome outcome = calendar::NameOutcome::unknown;
  std::vector<NameCandidate> candidates;  ///< best first; the one person when unique
};

/// One item that the line makes.
struct Planned {
  std::string kind;  ///< word of an item kind: "entry", "promise", "ask", "introduction", "question"
  Json fields;       ///< as that kind takes them
  Said says;         ///< for people: "Gave Ada Example (introduction): …"
  bool is_large_gift = false;  ///< large_gift.h
};

struct Proposal {
  calendar::OneLine line;
  std::vector<Mention> mentions;  ///< as line.people
  std::vector<Planned> items;     ///< empty while a name is not clear
  [[nodiscard]] bool is_clear() const;
};

/// Who a name means, by the name as written: the user's answers to an earlier proposal.
using NameAnswers = std::map<std::string, Uid, std::less<>>;

/// The people of the snapshot whom a name may mean: by name, nickname, or name with organisation; blind to
/// case and accents. Never a guess: what could be two people is ambiguous.
[[nodiscard]] Mention find_mention(const std::string& name, const Snapshot& snapshot);
/// The communities that a name may mean, in the same way; each a candidate with its id and name.
[[nodiscard]] Mention find_community(const std::string& name, const Snapshot& snapshot);

/// What a line would write. Nothing is written. Errors: invalid (the line begins with no known word, an
/// answer names nobody, nobody is named where somebody must be, a
/// question says nothing).
///
/// What becomes of a line:
/// - gave, received: an entry for each person; a gift that is an introduction of two people is an
///   introduction, sent that day, and counts as given to both; of more it is one for each pair that the line
///   brings together. A referral is given to the first; the others are named in the text.
/// - received from A, an introduction to B: an entry for A; B is named in the text.
/// - promised, ask: one for each person; what an introduction, and the like, is about is named in the text.
/// - question: a question to each community that is named.
/// - met, called, mailed: a touch for each person, which says who else was there and how many; note: a note
///   for each.
/// - tags stay in the text as #words: they say what it was about, and every program can read them.
/// - a day in the past stands at its local noon.
[[nodiscard]] Result<Proposal> propose_line(World& world, std::string_view line, const NameAnswers& answers);

struct LoggedLine {
  Proposal proposal;
  std::vector<Json> items;  ///< as they were written, each with "id"
  std::string undo;         ///< takes the whole line back; empty when nothing was written
};

/// Writes the line as one action; while a name is not clear nothing is written. Errors: those of propose_line
/// and of the kinds.
Result<LoggedLine> log_line(World& world, UndoLog& undo, std::string_view line, const NameAnswers& answers);

}  // namespace goodturn::helper
