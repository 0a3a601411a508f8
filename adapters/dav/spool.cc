#include "adapters/dav/spool.h"

#include <cstdint>
#include <utility>

namespace goodturn::dav {
namespace {

tl::unexpected<Error> no_room() {
  return fail(ErrorKind::storage,
              "There is no room for temporary files on this computer. Free some space and sync again.");
}

bool write_text(std::FILE* file, const std::string& text) {
  const std::uint64_t size = text.size();
  return std::fwrite(&size, sizeof size, 1, file) == 1 &&
         std::fwrite(text.data(), 1, text.size(), file) == text.size();
}

bool read_text(std::FILE* file, std::string& text) {
  std::uint64_t size = 0;
  if (std::fread(&size, sizeof size, 1, file) != 1) return false;
  text.resize(size);
  return std::fread(text.data(), 1, text.size(), file) == text.size();
}

}  // namespace

Result<void> Spool::add(const sync::RemoteItem& item) {
  if (!file_) file_.reset(std::tmpfile());
  const bool kept = file_ && write_text(file_.get(), item.href.value) &&
                    write_text(file_.get(), item.etag.value) && write_text(file_.get(), item.text);
  if (!kept) return no_room();
  ++count_;
  return {};
}

Result<void> Spool::take_all(const sync::OnItem& take) {
  const auto file = std::move(file_);
  const std::size_t count = std::exchange(count_, 0);
  if (!file) return {};
  if (std::fseek(file.get(), 0, SEEK_SET) != 0) return no_room();
  for (std::size_t i = 0; i < count; ++i) {
    sync::RemoteItem item;
    if (!read_text(file.get(), item.href.value) || !read_text(file.get(), item.etag.value) ||
        !read_text(file.get(), item.text))
      return no_room();
    if (auto taken = take(std::move(item)); !taken) return taken;
  }
  return {};
}

}  // namespace goodturn::dav
