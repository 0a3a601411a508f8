#include "adapters/system/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace goodturn::system {
namespace {

constexpr std::size_t longest_beside = 200;  ///< bytes of a name that name_beside() takes over

tl::unexpected<Error> refused(const char* action, const std::filesystem::path& path) {
  return fail(ErrorKind::storage, std::string(action) + ": " + std::strerror(errno), path);
}

/// An open file that closes itself.
class Opened {
 public:
  explicit Opened(int number) : number_(number) {}
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// ".NAME.", cut so that the longest file name that is allowed still has a name beside it.
std::string beginning_beside(const std::filesystem::path& path) {
  std::string name(1, '.');
  name += path.filename().string().substr(0, longest_beside);
  name += '.';
  return name;
}

}  // namespace

std::filesystem::path name_beside(const std::filesystem::path& path) {
  static std::atomic<unsigned> count{0};
  std::string name = beginning_beside(path);
  name += std::to_string(::getpid());
  name += '-';
  name += std::to_string(count++);
  name += ".tmp";
  return path.parent_path() / name;
}

Result<void> clear_remains(const std::filesystem::path& path) {
  const std::string begin = beginning_beside(path);
  const auto is_remain = [&](const std::string& name) {
    if (!name.starts_with(begin) || !name.ends_with(".tmp")) return false;
    const auto number = std::string_view(name).substr(begin.size(), name.size() - begin.size() - 4);
    return !number.empty() && number.find_first_not_of("0123456789-") == std::string_view::npos;
  };
  std::error_code problem;
  std::filesystem::directory_iterator entry(path.parent_path(), problem);
  for (const std::filesystem::directory_iterator end; !problem && entry != end; entry.increment(problem))
    if (is_remain(entry->path().filename().string())) std::filesystem::remove(entry->path(), problem);
  if (!problem) return {};
  return fail(ErrorKind::storage, "What is left of a file that was being written cannot be removed.", path);
}

Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  const Opened file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (file.number() < 0) return refused("The file cannot be made", path);
  if (write_all(file.number(), bytes) && ::fsync(file.number()) == 0) return {};
  const auto error = refused("The file cannot be written", path);
  ::unlink(path.c_str());
  return error;
}

Result<void> settle_folder(const std::filesystem::path& folder) {
  const Opened opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number() < 0 || ::fsync(opened.number()) != 0)
    return refused("The folder cannot be brought to the disk", folder);
  return {};
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  const auto fresh = name_beside(path);
  if (auto written = write_new_file(fresh, bytes); !written) return written;
  if (std::rename(fresh.c_str(), path.c_str()) != 0) {
    const auto error = refused("The file cannot be put in place", path);
    ::unlink(fresh.c_str());
    return error;
  }
  return settle_folder(path.parent_path());
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  // O_NONBLOCK: opening a planted pipe must not wait for a writer.
  const Opened file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) {
    if (errno == ENOENT) return fail(ErrorKind::not_found, "There is no such file.", path);
    if (errno == ELOOP) return fail(ErrorKind::suspicious, "The file is a symbolic link.", path);
    return refused("The file cannot be opened", path);
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return refused("The file cannot be read", path);
  if (!S_ISREG(status.st_mode)) return fail(ErrorKind::suspicious, "This is not a regular file.", path);
  std::string bytes;
  std::string part(1 << 16, '\0');
  while (true) {
    const ssize_t got = ::read(file.number(), part.data(), part.size());
    if (got == 0) return bytes;
    if (got < 0 && errno != EINTR) return refused("The file cannot be read", path);
    if (got > 0) bytes.append(part, 0, static_cast<std::size_t>(got));
    if (bytes.size() > limit) return fail(ErrorKind::suspicious, "The file is larger than it may be.", path);
  }
}

}  // namespace goodturn::system
