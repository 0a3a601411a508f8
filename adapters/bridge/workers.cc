#include "adapters/bridge/workers.h"

namespace goodturn::bridge {

Workers::Workers(std::size_t threads, std::size_t waiting, const Engine::Answer& answer, Done done)
    : most_waiting_(waiting), done_(std::move(done)) {
  for (std::size_t i = 0; i < threads; ++i) engines_.push_back(std::make_unique<Engine>(answer));
  for (const auto& engine : engines_) threads_.emplace_back([this, &engine = *engine] { work(engine); });
}

bool Workers::take(Ticket ticket, Admitted request) {
  {
    const std::lock_guard guard(mutex_);
    if (stopping_ || waiting_.size() >= most_waiting_) return false;
    waiting_.emplace_back(ticket, std::move(request));
  }
  wake_.notify_one();
  return true;
}

void Workers::stop() {
  {
    const std::lock_guard guard(mutex_);
    stopping_ = true;
    waiting_.clear();
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Workers::work(Engine& engine) {
  for (;;) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    auto [ticket, request] = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    done_(ticket, engine.serve(std::move(request)));
  }
}

}  // namespace goodturn::bridge
