#include "helper/sync/background.h"

namespace goodturn::helper {

BackgroundSync::~BackgroundSync() {
  cancel();
  if (thread_.joinable()) thread_.join();
}

Result<void> BackgroundSync::start(const SyncOptions& options) {
  const std::lock_guard guard(mutex_);
  if (state_.running) return fail(ErrorKind::busy, "A sync is running already. Wait for it or cancel it.");
  if (thread_.joinable()) thread_.join();
  cancelled_ = false;
  state_ = SyncState{true, {}, std::nullopt, std::nullopt};
  thread_ = std::thread([this, options] { run(options); });
  return {};
}

SyncState BackgroundSync::state() const {
  const std::lock_guard guard(mutex_);
  return state_;
}

void BackgroundSync::tell(const std::function<void(SyncState&)>& change) {
  SyncState now;
  {
    const std::lock_guard guard(mutex_);
    change(state_);
    now = state_;
  }
  on_event_(now);
}

void BackgroundSync::run(SyncOptions options) {
  options.cancelled = [this] { return cancelled_.load(); };
  options.on_progress = [this](const Progress& progress) {
    tell([&](SyncState& state) { state.progress = progress; });
  };
  auto result = run_sync(world_, options);
  SyncState ended = state();
  ended.running = false;
  ended.progress.phase = Progress::Phase::finished;
  if (result)
    ended.result = std::move(*result);
  else
    ended.error = result.error();
  on_end_(ended);
  tell([&](SyncState& state) { state = std::move(ended); });
}

}  // namespace goodturn::helper
