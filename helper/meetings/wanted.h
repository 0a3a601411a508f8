// Which meetings call for a task in the calendar now, and when it is due.
#pragma once

#include <vector>

#include "core/calendar/meeting_task.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

struct WantedTask {
  const Coming* meeting = nullptr;  ///< of the snapshot
  calendar::MeetingMoment moment = calendar::MeetingMoment::before;
  Instant due{};  ///< as in MeetingTask
};

/// By the rules of keep_meeting_tasks(). Empty where the own profile wants none.
[[nodiscard]] std::vector<WantedTask> wanted_tasks(const Snapshot& snapshot, const World& world);
/// The known people of a meeting who may be suggested, by their places in Snapshot::persons().
[[nodiscard]] std::vector<std::size_t> suggestible(const Snapshot& snapshot, const Coming& meeting);

}  // namespace goodturn::helper
