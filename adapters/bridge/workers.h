// The threads that run operations.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "adapters/bridge/engine.h"

namespace goodturn::bridge {

/// Names one connection of the admission loop; never used twice.
using Ticket = std::uint64_t;

class Workers {
 public:
  using Done = std::function<void(Ticket, std::string answer)>;
  /// `answer` runs on several threads at once; `done` is called with the bytes of each answer.
  Workers(std::size_t threads, std::size_t waiting, const Engine::Answer& answer, Done done);
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when too many requests wait already.
  [[nodiscard]] bool take(Ticket ticket, Admitted request);
  /// Drops what waits, lets finish what runs.
  void stop();

 private:
  void work(Engine& engine);

  std::size_t most_waiting_;
  Done done_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::pair<Ticket, Admitted>> waiting_;
  bool stopping_ = false;
  std::vector<std::unique_ptr<Engine>> engines_;
  std::vector<std::thread> threads_;
};

}  // namespace goodturn::bridge
