// Watching a folder of Markdown notes by inotify(7).
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "core/note_doors.h"

namespace goodturn::notes {

struct WatchLimits {
  std::chrono::milliseconds quiet{500};     ///< after the last change, before it is told
  std::chrono::milliseconds longest{5000};  ///< after the first one, while more keep coming
  std::chrono::milliseconds again{5000};    ///< between looks for a folder that is away
  std::size_t most_folders = 10'000;
};

/// The NoteWatch port, with a thread of its own that calls `on_change` after something in the folder changed,
/// the folder came back, or is away. Hidden folders are passed over, symbolic links not followed. Safe to use
/// from several threads; not from `on_change`.
[[nodiscard]] std::unique_ptr<NoteWatch> watch_notes(std::function<void()> on_change,
                                                     WatchLimits limits = {});

}  // namespace goodturn::notes
