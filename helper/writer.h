// The lock of whoever reads and writes the store.
#pragma once

#include <atomic>
#include <mutex>
#include <thread>

namespace goodturn::helper {

/// A recursive mutex that knows whether this thread holds it.
class Writer {
 public:
  void lock() {
    mutex_.lock();
    enter();
  }
  bool try_lock() {
    if (!mutex_.try_lock()) return false;
    enter();
    return true;
  }
  void unlock() {
    if (--depth_ == 0) holder_ = std::thread::id();
    mutex_.unlock();
  }
  [[nodiscard]] bool is_held_here() const { return holder_ == std::this_thread::get_id(); }

 private:
  void enter() {
    ++depth_;
    holder_ = std::this_thread::get_id();
  }

  std::recursive_mutex mutex_;
  std::atomic<std::thread::id> holder_;
  int depth_ = 0;  ///< of the holder's locks; touched under the mutex
};

}  // namespace goodturn::helper
