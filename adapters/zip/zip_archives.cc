#include "adapters/zip/zip_archives.h"

#include <zip.h>

#include <array>
#include <memory>

namespace goodturn::zip {
namespace {

// An archive of many empty files costs time for each, too.
constexpr zip_int64_t most_files = 100'000;
constexpr std::size_t piece = 1U << 16U;

struct Close {
  // Nothing is ever written, so there is nothing to save.
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Close>;
using File = std::unique_ptr<zip_file_t, Close>;

Result<Archive> open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string what = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (archive != nullptr) return Archive(archive);
  if (source != nullptr) zip_source_free(source);
  return fail(ErrorKind::parse, Said("The archive cannot be read: {reason}", {{"reason", what}}));
}

/// Reads until the end of the file or beyond `most` bytes: what the archive says of the size may be a lie.
Result<std::string> read_file(zip_t* archive, zip_uint64_t at, const std::string& name, std::size_t most) {
  const File file(zip_fopen_index(archive, at, 0));
  if (!file)
    return fail(ErrorKind::parse,
                Said("A file cannot be unpacked: {reason}", {{"reason", std::string(zip_strerror(archive))}}),
                name);
  std::string bytes;
  std::array<char, piece> part;
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), part.data(), part.size());
    if (got < 0)
      return fail(
          ErrorKind::parse,
          Said("A file is damaged: {reason}", {{"reason", std::string(zip_file_strerror(file.get()))}}),
          name);
    if (got == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most)
      return fail(ErrorKind::invalid, "The archive holds more than can be taken at once.", name);
  }
}

}  // namespace

Result<std::vector<Archives::Packed>> ZipArchives::unpack(std::string_view bytes, const Wanted& wanted,
                                                          std::size_t most) const {
  const auto archive = open(bytes);
  if (!archive) return fail(archive.error());
  const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
  if (count > most_files) return fail(ErrorKind::invalid, "The archive holds too many files.");
  std::vector<Packed> files;
  for (zip_int64_t at = 0; at < count; ++at) {
    const auto place = static_cast<zip_uint64_t>(at);
    const char* entry = zip_get_name(archive->get(), place, 0);
    const std::string name = entry == nullptr ? std::string() : entry;
    if (name.empty() || name.ends_with('/') || !wanted(name)) continue;
    auto text = read_file(archive->get(), place, name, most);
    if (!text) return fail(text.error());
    most -= text->size();
    files.push_back({name, std::move(*text)});
  }
  return files;
}

}  // namespace goodturn::zip
