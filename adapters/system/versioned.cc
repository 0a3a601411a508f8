#include "adapters/system/versioned.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "adapters/system/file.h"

namespace goodturn::system {
namespace {

/// Files that other programs share with us keep the mode they had.
void keep_mode(const std::filesystem::path& from, const std::filesystem::path& to) {
  struct stat status {};
  if (::lstat(from.c_str(), &status) == 0 && S_ISREG(status.st_mode))
    ::chmod(to.c_str(), status.st_mode & 0777);
}

tl::unexpected<Error> changed(const std::filesystem::path& path) {
  return fail(ErrorKind::precondition, "The file was changed meanwhile.", path);
}

tl::unexpected<Error> not_written(Error error, const std::filesystem::path& path) {
  if (::access(path.parent_path().c_str(), W_OK) != 0) error.kind = ErrorKind::forbidden;
  error.where = path.string();
  return fail(std::move(error));
}

}  // namespace

std::string version_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  // The inode changes with every rename over the file, so two writes in one tick of the clock still
  // differ; ctime catches a writer that sets the modification time back.
  return std::to_string(status.st_ino) + "-" + std::to_string(status.st_mtim.tv_sec) + "." +
         std::to_string(status.st_mtim.tv_nsec) + "-" + std::to_string(status.st_ctim.tv_sec) + "." +
         std::to_string(status.st_ctim.tv_nsec) + "-" + std::to_string(status.st_size);
}

Result<Versioned> read_versioned(const std::filesystem::path& path, std::size_t limit) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    std::string before = version_of(path);
    auto text = read_file(path, limit);
    if (!text) return fail(text.error());
    if (version_of(path) == before) return Versioned{std::move(before), std::move(*text)};
  }
  return fail(ErrorKind::storage, "The file keeps changing while it is read.", path);
}

Result<std::string> replace_versioned(const std::filesystem::path& path, const std::string& version,
                                      std::string_view text) {
  if (version.empty() || version_of(path) != version) return changed(path);
  const auto fresh = name_beside(path);
  if (auto written = write_new_file(fresh, text); !written) return not_written(written.error(), path);
  keep_mode(path, fresh);
  // Looked at again after the slow part: the window for another writer is two system calls long.
  if (version_of(path) != version) {
    ::unlink(fresh.c_str());
    return changed(path);
  }
  if (std::rename(fresh.c_str(), path.c_str()) != 0) {
    const int reason = errno;
    ::unlink(fresh.c_str());
    return fail(
        reason == EACCES || reason == EPERM || reason == EROFS ? ErrorKind::forbidden : ErrorKind::storage,
        std::string("The file cannot be put in place: ") + std::strerror(reason), path);
  }
  if (const auto kept = settle_folder(path.parent_path()); !kept) return fail(kept.error());
  return version_of(path);
}

}  // namespace goodturn::system
