#include "adapters/store/place.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace goodturn::store {
namespace {

std::string reason(const std::string& what) { return what + ": " + std::strerror(errno); }

Result<void> check_folder(const std::filesystem::path& folder) {
  struct stat found {};
  if (lstat(folder.c_str(), &found) != 0)
    return fail(ErrorKind::storage, reason("The data folder cannot be used"), folder.string());
  if (!S_ISDIR(found.st_mode))
    return fail(ErrorKind::suspicious, "The data folder is not a real folder.", folder.string());
  if (found.st_uid != geteuid())
    return fail(ErrorKind::suspicious, "The data folder belongs to another user.", folder.string());
  if ((found.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return fail(ErrorKind::suspicious,
                "Other users may write to the data folder. Run: chmod go-w on it, then try again.",
                folder.string());
  return {};
}

Result<void> sync_path(const std::filesystem::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return fail(ErrorKind::storage, reason("A file cannot be opened"), path.string());
  const bool written = fsync(file) == 0;
  const std::string why = written ? "" : reason("A file could not be written to the disk");
  ::close(file);
  if (!written) return fail(ErrorKind::storage, why, path.string());
  return {};
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

// The file is looked at by name and never opened here: closing any descriptor of a database drops the
// locks that this process holds on it through SQLite.
Result<void> check_place(const std::filesystem::path& file) {
  if (auto folder = check_folder(folder_of(file)); !folder) return folder;
  struct stat found {};
  if (lstat(file.c_str(), &found) != 0) {
    if (errno == ENOENT) return {};
    return fail(ErrorKind::storage, reason("The database cannot be used"), file.string());
  }
  if (!S_ISREG(found.st_mode) || found.st_nlink != 1)
    return fail(ErrorKind::suspicious, "The database is a link or not a regular file.", file.string());
  if (found.st_uid != geteuid())
    return fail(ErrorKind::suspicious, "The database belongs to another user.", file.string());
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0 && chmod(file.c_str(), S_IRUSR | S_IWUSR) != 0)
    return fail(ErrorKind::storage, reason("The database cannot be made private"), file.string());
  return {};
}

Result<void> create_private(const std::filesystem::path& file) {
  const int created =
      ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (created < 0) {
    if (errno == EEXIST) return {};
    return fail(ErrorKind::storage, reason("The file cannot be made"), file.string());
  }
  ::close(created);
  return {};
}

Result<void> make_private_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST) return check_folder(folder);
  return fail(ErrorKind::storage, reason("The folder cannot be made"), folder.string());
}

Result<void> make_durable(const std::filesystem::path& file) {
  if (auto written = sync_path(file, O_RDONLY); !written) return written;
  return sync_path(folder_of(file), O_RDONLY | O_DIRECTORY);
}

}  // namespace goodturn::store
