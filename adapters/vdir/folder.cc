#include "adapters/vdir/folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "adapters/system/file.h"
#include "adapters/system/versioned.h"

namespace goodturn::vdir {
namespace {

tl::unexpected<Error> refused(const char* action, const std::filesystem::path& path) {
  const auto kind =
      errno == EACCES || errno == EPERM || errno == EROFS ? ErrorKind::forbidden : ErrorKind::storage;
  return fail(kind, std::string(action) + ": " + std::strerror(errno), path);
}

/// Writes a fresh file beside `path`, under a name that no vdir reader takes for an item.
Result<std::filesystem::path> write_fresh(const std::filesystem::path& path, std::string_view text) {
  auto fresh = system::name_beside(path);
  if (const auto written = system::write_new_file(fresh, text); !written) {
    const bool closed = ::access(path.parent_path().c_str(), W_OK) != 0;
    Error error = written.error();
    if (closed) error.kind = ErrorKind::forbidden;
    error.where = path.string();
    return fail(std::move(error));
  }
  return fresh;
}

/// After a rename or link: on the disk, with its version.
Result<Etag> settled(const std::filesystem::path& path) {
  if (const auto kept = system::settle_folder(path.parent_path()); !kept) return fail(kept.error());
  return version_of(path);
}

tl::unexpected<Error> changed(const std::filesystem::path& path) {
  return fail(ErrorKind::precondition, "The file was changed meanwhile.", path);
}

}  // namespace

bool is_item_name(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.find('/') != std::string_view::npos) return false;
  if (name.find('\0') != std::string_view::npos) return false;
  return name.ends_with(".vcf") || name.ends_with(".ics");
}

Etag version_of(const std::filesystem::path& path) { return Etag(system::version_of(path)); }

Result<Read> read_item(const std::filesystem::path& path) {
  auto read = system::read_versioned(path, item_limit);
  if (!read) return fail(read.error());
  return Read{Etag(std::move(read->version)), std::move(read->text)};
}

Result<Etag> create_item(const std::filesystem::path& path, std::string_view text) {
  const auto fresh = write_fresh(path, text);
  if (!fresh) return fail(fresh.error());
  // link(2) fails when the name is taken, which rename(2) would silently replace.
  const int linked = ::link(fresh->c_str(), path.c_str());
  const int reason = errno;
  ::unlink(fresh->c_str());
  errno = reason;
  if (linked != 0 && reason == EEXIST)
    return fail(ErrorKind::precondition, "There is a file of that name already.", path);
  if (linked != 0) return refused("The file cannot be made", path);
  return settled(path);
}

Result<Etag> replace_item(const std::filesystem::path& path, const Etag& etag, std::string_view text) {
  auto replaced = system::replace_versioned(path, etag.value, text);
  if (!replaced) return fail(replaced.error());
  return Etag(std::move(*replaced));
}

Result<void> remove_item(const std::filesystem::path& path, const Etag& etag) {
  const Etag now = version_of(path);
  if (now.empty()) return fail(ErrorKind::not_found, "The file is gone already.", path);
  if (now != etag) return changed(path);
  if (::unlink(path.c_str()) != 0) return refused("The file cannot be removed", path);
  return system::settle_folder(path.parent_path());
}

}  // namespace goodturn::vdir
