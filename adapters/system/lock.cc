#include "adapters/system/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace goodturn::system {
namespace {

std::string holder(int file) {
  std::array<char, 32> text{};
  const ssize_t got = ::pread(file, text.data(), text.size() - 1, 0);
  std::string pid(text.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  pid.erase(pid.find_last_not_of('\n') + 1);
  return pid;
}

}  // namespace

Result<HomeLock> HomeLock::take(const std::filesystem::path& home) {
  const auto path = home / "lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0 && (errno == EROFS || errno == EACCES))
    return fail(ErrorKind::storage,
                "The home cannot be written to. Commands that only read work; to change something make the "
                "folder or its disk writable.",
                home);
  if (file < 0)
    return fail(ErrorKind::storage, std::string("The lock file cannot be opened: ") + std::strerror(errno),
                path);
  HomeLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK)
      return fail(ErrorKind::storage, std::string("The home cannot be locked: ") + std::strerror(errno),
                  path);
    const std::string pid = holder(file);
    return fail(ErrorKind::busy,
                pid.empty()
                    ? Said("Goodturn is already running with this home; close it or choose another with "
                           "--home.")
                    : Said("Goodturn is already running with this home (pid {pid}); close it or choose "
                           "another with --home.",
                           {{"pid", pid}}),
                home);
  }
  // The pid is for the message above only; the lock itself is the kernel's.
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file, 0) != 0 || ::pwrite(file, pid.data(), pid.size(), 0) < 0)
    return fail(ErrorKind::storage, std::string("The lock file cannot be written: ") + std::strerror(errno),
                path);
  return lock;
}

HomeLock::HomeLock(HomeLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

HomeLock& HomeLock::operator=(HomeLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

HomeLock::~HomeLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace goodturn::system
