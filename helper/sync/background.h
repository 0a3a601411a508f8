// The sync that the pages start: one at a time, on its own thread, with progress for listeners.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "helper/sync/run.h"

namespace goodturn::helper {

/// What a page shows of the last or running sync.
struct SyncState {
  bool running = false;
  Progress progress;
  std::optional<SyncResult> result;  ///< of the last finished sync
  std::optional<Error> error;        ///< when the local store failed
};

/// Thread-safe. The destructor cancels and waits.
class BackgroundSync {
 public:
  using Hearer = std::function<void(const SyncState&)>;
  /// Both are called from the sync's thread: `on_event` for each step and once at the end, `on_end` before
  /// that, with the same state, for what has to be kept before anybody can see that the sync has ended.
  BackgroundSync(World& world, Hearer on_event, Hearer on_end)
      : world_(world), on_event_(std::move(on_event)), on_end_(std::move(on_end)) {}
  ~BackgroundSync();
  BackgroundSync(const BackgroundSync&) = delete;
  BackgroundSync& operator=(const BackgroundSync&) = delete;

  /// Takes dry_run and deletions_confirmed from `options`. Errors: busy when one runs.
  Result<void> start(const SyncOptions& options = {});
  /// Asks the running sync to stop; returns at once. Nothing happens when none runs.
  void cancel() { cancelled_ = true; }
  [[nodiscard]] SyncState state() const;

 private:
  void run(SyncOptions options);
  void tell(const std::function<void(SyncState&)>& change);

  World& world_;
  Hearer on_event_;
  Hearer on_end_;
  mutable std::mutex mutex_;
  SyncState state_;
  std::atomic<bool> cancelled_ = false;
  std::thread thread_;
};

}  // namespace goodturn::helper
