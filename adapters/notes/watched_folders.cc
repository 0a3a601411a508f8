#include "adapters/notes/watched_folders.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace goodturn::notes {
namespace {

namespace fs = std::filesystem;
using State = NoteWatch::State;

constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                  IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t ends = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT;
constexpr int deepest_folder = 32;  ///< as deep as notes are read

/// Editors write beside a note before they rename it; hidden files are no notes.
bool matters(std::uint32_t what, const std::string& name) {
  if (name.starts_with('.')) return false;
  if ((what & IN_ISDIR) != 0) return true;
  return fs::path(name).extension() == ".md" || fs::path(name).extension() == ".markdown" ||
         fs::path(name).extension() == ".MD";
}

}  // namespace

WatchedFolders::~WatchedFolders() { ::close(number_); }

WatchedFolders::Opened WatchedFolders::open(const std::string& folder, std::size_t most) {
  const int number = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (number < 0) return {State::too_many, nullptr};
  std::unique_ptr<WatchedFolders> made(new WatchedFolders(number, most));
  switch (made->add_tree(folder)) {
    case Added::yes:
      return {State::watching, std::move(made)};
    case Added::gone:
      return {State::away, nullptr};
    case Added::too_many:
      break;
  }
  return {State::too_many, nullptr};
}

WatchedFolders::Added WatchedFolders::add(const fs::path& folder) {
  if (by_watch_.size() >= most_) return Added::too_many;
  const int watch = ::inotify_add_watch(number_, folder.c_str(), changes | IN_ONLYDIR | IN_DONT_FOLLOW);
  if (watch < 0) return errno == ENOSPC || errno == ENOMEM ? Added::too_many : Added::gone;
  by_watch_[watch] = folder;
  if (root_ < 0) root_ = watch;
  return Added::yes;
}

WatchedFolders::Added WatchedFolders::add_tree(const fs::path& folder) {
  // Watched before it is read: what comes in between is heard.
  if (const Added added = add(folder); added != Added::yes) return added;
  std::error_code problem;
  fs::recursive_directory_iterator entry(folder, problem);
  for (const fs::recursive_directory_iterator end; !problem && entry != end; entry.increment(problem)) {
    std::error_code unknown;
    if (!fs::is_directory(entry->symlink_status(unknown))) continue;
    const bool is_left_out =
        entry->path().filename().native().starts_with('.') || entry.depth() >= deepest_folder;
    const Added added = is_left_out ? Added::gone : add(entry->path());
    if (added == Added::too_many) return added;
    if (added == Added::gone) entry.disable_recursion_pending();
  }
  return Added::yes;
}

void WatchedFolders::take(int watch, std::uint32_t what, const std::string& name, Heard& heard) {
  if ((what & IN_Q_OVERFLOW) != 0) {
    heard.is_changed = heard.is_lost = true;
    return;
  }
  if ((what & ends) != 0 && watch == root_) heard.is_changed = heard.is_lost = true;
  if ((what & IN_IGNORED) != 0) by_watch_.erase(watch);
  const auto folder = by_watch_.find(watch);
  if (name.empty() || folder == by_watch_.end() || !matters(what, name)) return;
  heard.is_changed = true;
  // A folder that moved away inside the tree keeps its watch under another name.
  if ((what & IN_ISDIR) != 0 && (what & IN_MOVED_FROM) != 0) heard.is_lost = true;
  if ((what & IN_ISDIR) != 0 && (what & (IN_CREATE | IN_MOVED_TO)) != 0 &&
      add_tree(folder->second / name) == Added::too_many)
    heard.is_too_many = true;
}

WatchedFolders::Heard WatchedFolders::hear() {
  Heard heard;
  alignas(inotify_event) std::array<char, 1U << 14U> bytes;
  for (;;) {
    const ssize_t size = ::read(number_, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return heard;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof(event));
      const std::string name(event.len == 0 ? "" : bytes.data() + at + sizeof(event));
      take(event.wd, event.mask, name, heard);
      at += sizeof(event) + event.len;
    }
  }
}

}  // namespace goodturn::notes
