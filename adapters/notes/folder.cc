#include "adapters/notes/folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "adapters/notes/markdown.h"
#include "adapters/system/file.h"
#include "adapters/system/versioned.h"
#include "core/base/hash.h"

namespace goodturn::notes {
namespace {

namespace fs = std::filesystem;

constexpr int deepest_folder = 32;

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

bool is_note(const fs::path& path) {
  const std::string ending = path.extension().string();
  return ending == ".md" || ending == ".markdown" || ending == ".MD";
}

tl::unexpected<Error> unreadable(const std::error_code& problem, const fs::path& folder) {
  const bool gone = problem == std::errc::no_such_file_or_directory || problem == std::errc::not_a_directory;
  return fail(gone ? ErrorKind::not_found : ErrorKind::storage,
              Said("The folder of notes cannot be read: {reason}", {{"reason", problem.message()}}),
              folder.string());
}

/// Walks one folder tree.
class Walk {
 public:
  explicit Walk(const fs::path& folder) : folder_(folder) {}

  Result<NoteFolder::Listing> run() {
    std::error_code problem;
    fs::recursive_directory_iterator entry(folder_, problem);
    if (problem) return unreadable(problem, folder_);
    for (const fs::recursive_directory_iterator end; entry != end; entry.increment(problem)) {
      if (problem) return unreadable(problem, folder_);
      if (auto seen = look(entry); !seen) return fail(seen.error());
    }
    if (problem) return unreadable(problem, folder_);
    const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
    std::sort(listing_.files.begin(), listing_.files.end(), by_path);
    std::sort(listing_.skipped.begin(), listing_.skipped.end(), by_path);
    return std::move(listing_);
  }

 private:
  Result<void> look(fs::recursive_directory_iterator& entry) {
    const fs::path& path = entry->path();
    std::error_code problem;
    const fs::file_status status = entry->symlink_status(problem);
    if (is_hidden(path)) {
      entry.disable_recursion_pending();
      return {};
    }
    if (fs::is_directory(status)) return look_into(entry);
    if (fs::is_symlink(status) && (is_note(path) || fs::is_directory(path, problem))) {
      skip(path, "A symbolic link, which is not followed.");
      return {};
    }
    if (!fs::is_regular_file(status) || !is_note(path)) return {};
    if (listing_.files.size() >= most_notes)
      return fail(ErrorKind::invalid, "The folder holds more notes than can be read.", folder_.string());
    const auto size = entry->file_size(problem);
    if (!problem && size > longest_note)
      skip(path, "Longer than a note may be (1 MB).");
    else
      listing_.files.push_back({name(path), system::version_of(path)});
    return {};
  }

  Result<void> look_into(fs::recursive_directory_iterator& entry) {
    std::error_code problem;
    if (entry.depth() >= deepest_folder) {
      entry.disable_recursion_pending();
      skip(entry->path(), "Too deep inside other folders.");
    } else if (fs::directory_iterator(entry->path(), problem); problem) {
      // One closed folder does not hide the others.
      entry.disable_recursion_pending();
      skip(entry->path(), "The folder cannot be opened.");
    }
    return {};
  }

  [[nodiscard]] std::string name(const fs::path& path) const {
    return path.lexically_relative(folder_).generic_string();
  }
  void skip(const fs::path& path, std::string_view why) {
    listing_.skipped.push_back({name(path), Said(why)});
  }

  fs::path folder_;
  NoteFolder::Listing listing_;
};

/// Paths come from list(), and from the database: none leads out of the folder.
Result<fs::path> place_of(const std::string& folder, const std::string& path) {
  const fs::path below(path);
  const bool climbs =
      std::any_of(below.begin(), below.end(), [](const fs::path& part) { return part == ".."; });
  if (path.empty() || below.is_absolute() || climbs)
    return fail(ErrorKind::suspicious, "The path leads out of the folder of notes.", path);
  fs::path place(folder);
  for (const fs::path& part : below) {
    place /= part;
    std::error_code problem;
    if (fs::is_symlink(fs::symlink_status(place, problem)))
      return fail(ErrorKind::suspicious, "A symbolic link, which is not followed.", path);
  }
  return place;
}

}  // namespace

Result<NoteFolder::Listing> DiskNotes::list(const std::string& folder) const { return Walk(folder).run(); }

Result<NoteFolder::Text> DiskNotes::read(const std::string& folder, const std::string& path) const {
  const auto place = place_of(folder, path);
  if (!place) return fail(place.error());
  auto read = system::read_versioned(*place, longest_note);
  if (!read) return fail(read.error());
  auto note = parse_note(read->text);
  if (!note) return fail(note.error());
  std::string hash = to_hex(hash_of(read->text));
  return Text{std::move(read->version), std::move(hash), std::move(*note), std::move(read->text)};
}

Result<void> DiskNotes::replace(const std::string& folder, const std::string& path,
                                const std::string& version, std::string_view bytes) const {
  const auto place = place_of(folder, path);
  if (!place) return fail(place.error());
  if (bytes.size() > longest_note)
    return fail(ErrorKind::suspicious, "Longer than a note may be (1 MB).", path);
  const auto replaced = system::replace_versioned(*place, version, bytes);
  return replaced ? Result<void>{} : fail(replaced.error());
}

Result<void> DiskNotes::clear_remains(const std::string& folder, const std::string& path) const {
  const auto place = place_of(folder, path);
  return place ? system::clear_remains(*place) : fail(place.error());
}

}  // namespace goodturn::notes
