// Before and after a meeting: what helps to go into it prepared, and what the user hopes to learn and
// learned.
#pragma once

#include <string>
#include <vector>

#include "core/suggest/brief.h"
#include "helper/index/snapshot.h"
#include "helper/journals/item_kind.h"

namespace goodturn::helper {

inline constexpr int usual_brief_hours = 24;
inline constexpr std::chrono::days brief_past{2};  ///< how long a meeting stays among the briefs

struct MeetingBrief {
  Uid event;
  Instant start{}, end{};
  std::string summary;  ///< may be empty
  std::size_t others = 0;
  std::vector<suggest::PersonBrief> people;
  std::vector<Said> notes;  ///< on the event itself
  bool is_over = false;
  std::string hope;     ///< the user's answer to "What do you hope to learn?"; may be empty
  std::string learned;  ///< to "What did you learn?"
};

/// The meetings that end within the last two days or start within the next `hours`, by start. Appointments
/// without a known person and without a note on them are left out. Under World::lock(). Errors: storage.
[[nodiscard]] Result<std::vector<MeetingBrief>> meeting_briefs(World& world, const Snapshot& snapshot,
                                                               int hours);
/// Of one meeting of the snapshot. Errors: storage.
[[nodiscard]] Result<MeetingBrief> brief_of(World& world, Items& items, const Snapshot& snapshot,
                                            const Coming& meeting);
/// The occurrence in Snapshot::coming(); nullptr: it is not in these days.
[[nodiscard]] const Coming* find_meeting(const Snapshot& snapshot, const Uid& event, Instant start);

enum class Lesson { hoped, learned };

/// Keeps the answer as a note with each person who takes part and is known, in place of an earlier one; with
/// nobody when none is. An empty text removes it. Gives the id for undo. Errors: not_found (no such meeting
/// around now), invalid (not yet begun and already learned).
Result<std::string> answer_lesson(World& world, UndoLog& undo, const Uid& event, Instant start, Lesson lesson,
                                  const std::string& text);
/// The same for a meeting of the desk's snapshot, in the caller's transaction.
Result<void> keep_lesson(Desk& desk, const Coming& meeting, Lesson lesson, const std::string& text);

}  // namespace goodturn::helper
