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
  tell([&](SyncState& state) {
    state.running = false;
    state.progress.phase = Progress::Phase::finished;
    if (result)
      state.result = std::move(*result);
    else
      state.error = result.error();
  });
}

}  // namespace goodturn::helper
