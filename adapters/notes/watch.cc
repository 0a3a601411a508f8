#include "adapters/notes/watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <optional>
#include <thread>

#include "adapters/notes/watched_folders.h"

namespace goodturn::notes {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// Wakes the thread.
class Bell {
 public:
  Bell() : number_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;
  ~Bell() { ::close(number_); }
  void ring() const { ::eventfd_write(number_, 1); }
  void still() const {
    eventfd_t value = 0;
    ::eventfd_read(number_, &value);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

class InotifyWatch final : public NoteWatch {
 public:
  InotifyWatch(std::function<void()> on_change, WatchLimits limits)
      : on_change_(std::move(on_change)), limits_(limits), thread_([this] { run(); }) {}
  InotifyWatch(const InotifyWatch&) = delete;
  InotifyWatch& operator=(const InotifyWatch&) = delete;
  ~InotifyWatch() override {
    ends_ = true;
    bell_.ring();
    thread_.join();
  }

  void follow(const std::string& folder) override {
    const std::lock_guard guard(mutex_);
    if (folder == wanted_) return;
    wanted_ = folder;
    is_new_ = true;
    bell_.ring();
  }

  [[nodiscard]] State state() const override { return state_; }

 private:
  void run() {
    while (!ends_) {
      wait();
      bell_.still();
      if (ends_) return;
      take_over();
      if (folders_) hear();
      if (state_ == State::away) look_again();
      if (is_due()) tell();
    }
  }

  /// Until something happens, or is due.
  void wait() {
    std::array<pollfd, 2> files = {pollfd{bell_.number(), POLLIN, 0},
                                   pollfd{folders_ ? folders_->number() : -1, POLLIN, 0}};
    int limit = -1;
    if (first_) limit = static_cast<int>(std::max<std::int64_t>(0, until_due().count()));
    if (!first_ && state_ == State::away) limit = static_cast<int>(limits_.again.count());
    ::poll(files.data(), files.size(), limit);
  }

  /// Another folder is wanted since.
  void take_over() {
    {
      const std::lock_guard guard(mutex_);
      if (!is_new_) return;
      is_new_ = false;
      folder_ = wanted_;
    }
    first_.reset();
    begin();
    if (state_ == State::away || state_ == State::too_many) note_change();  // so that it is seen
  }

  void begin() {
    folders_.reset();
    if (folder_.empty()) {
      state_ = State::off;
      return;
    }
    auto folders = WatchedFolders::open(folder_, limits_.most_folders);
    state_ = folders.state;
    if (folders.state == State::watching) folders_ = std::move(folders.watched);
  }

  void hear() {
    const auto heard = folders_->hear();
    if (heard.is_changed) note_change();
    if (heard.is_lost) begin();  // too much happened, or the folder itself went: look at it anew
    if (heard.is_too_many) {
      folders_.reset();
      state_ = State::too_many;
    }
  }

  void look_again() {
    begin();
    if (state_ != State::away) note_change();
  }

  void note_change() {
    last_ = steady_clock::now();
    if (!first_) first_ = last_;
  }

  [[nodiscard]] milliseconds until_due() const {
    const auto due = std::min(last_ + limits_.quiet, *first_ + limits_.longest);
    return std::chrono::ceil<milliseconds>(due - steady_clock::now());
  }
  [[nodiscard]] bool is_due() const { return first_ && until_due().count() <= 0; }

  void tell() {
    first_.reset();
    on_change_();
  }

  std::function<void()> on_change_;
  WatchLimits limits_;
  Bell bell_;
  std::atomic<bool> ends_ = false;
  std::atomic<State> state_ = State::off;
  std::mutex mutex_;
  std::string wanted_;   ///< under mutex_
  bool is_new_ = false;  ///< under mutex_
  // Of the thread alone.
  std::string folder_;
  std::unique_ptr<WatchedFolders> folders_;
  std::optional<steady_clock::time_point> first_;  ///< of the changes that are not told yet
  steady_clock::time_point last_;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<NoteWatch> watch_notes(std::function<void()> on_change, WatchLimits limits) {
  return std::make_unique<InotifyWatch>(std::move(on_change), limits);
}

}  // namespace goodturn::notes
