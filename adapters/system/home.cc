#include "adapters/system/home.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace goodturn::system {
namespace {

std::optional<std::filesystem::path> from_environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::filesystem::path(value);
}

Result<void> check_owner(const std::filesystem::path& home) {
  struct stat status {};
  if (::lstat(home.c_str(), &status) != 0)
    return fail(ErrorKind::storage, std::string("The home folder cannot be read: ") + std::strerror(errno),
                home);
  if (!S_ISDIR(status.st_mode))
    return fail(ErrorKind::suspicious, "The home must be a real folder, not a link or a file.", home);
  if (status.st_uid != ::geteuid())
    return fail(ErrorKind::suspicious, "The home folder belongs to another user.", home);
  if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return fail(ErrorKind::suspicious, "Other users may write to the home folder; run chmod 700 on it.",
                home);
  return {};
}

/// Whether nothing but this program's own files can be in it: the database is there, or nothing at all.
bool is_ours(const std::filesystem::path& home) {
  std::error_code error;
  return std::filesystem::exists(home / "goodturn.sqlite", error) || std::filesystem::is_empty(home, error);
}

}  // namespace

void keep_private() {
  ::umask(0077);
  ::prctl(PR_SET_DUMPABLE, 0);
}

Result<std::filesystem::path> find_home(const std::optional<std::filesystem::path>& given) {
  std::error_code error;
  if (given && !given->empty()) return std::filesystem::absolute(*given, error).lexically_normal();
  if (const auto named = from_environment("GOODTURN_HOME"))
    return std::filesystem::absolute(*named, error).lexically_normal();
  // The XDG base directory specification says that a relative path is to be ignored.
  if (const auto shared = from_environment("XDG_DATA_HOME"); shared && shared->is_absolute())
    return *shared / "goodturn";
  if (const auto user = from_environment("HOME"); user && user->is_absolute())
    return *user / ".local" / "share" / "goodturn";
  return fail(ErrorKind::invalid, "No home folder is known: give --home or set GOODTURN_HOME.");
}

Result<std::filesystem::path> user_folder() {
  if (const auto home = from_environment("HOME")) return *home;
  return fail(ErrorKind::invalid, "HOME is not set, so there is no folder of your own to write to.");
}

std::filesystem::path unused_name(const std::filesystem::path& wanted) {
  std::error_code none;
  std::filesystem::path name = wanted;
  for (int number = 2; std::filesystem::exists(std::filesystem::symlink_status(name, none)); ++number)
    name = wanted.string() + "-" + std::to_string(number);
  return name;
}

Result<void> prepare_home(const std::filesystem::path& home) {
  std::error_code error;
  std::filesystem::create_directories(home.parent_path(), error);
  if (error)
    return fail(ErrorKind::storage,
                Said("The folder above the home cannot be made: {reason}", {{"reason", error.message()}}),
                home);
  if (::mkdir(home.c_str(), 0700) == 0) return {};
  if (errno != EEXIST)
    return fail(ErrorKind::storage, std::string("The home folder cannot be made: ") + std::strerror(errno),
                home);
  return check_owner(home);
}

Result<void> close_to_others(const std::filesystem::path& home) {
  struct stat status {};
  if (::lstat(home.c_str(), &status) != 0 || (status.st_mode & 077) == 0 || !is_ours(home)) return {};
  if (::chmod(home.c_str(), 0700) == 0) return {};
  return fail(ErrorKind::storage,
              std::string("The home folder cannot be closed to others: ") + std::strerror(errno), home);
}

}  // namespace goodturn::system
