// The folders of one tree that inotify watches.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

#include "core/note_doors.h"

namespace goodturn::notes {

/// Of one thread.
class WatchedFolders {
 public:
  struct Opened {
    NoteWatch::State state = NoteWatch::State::away;  ///< watching, away or too_many
    std::unique_ptr<WatchedFolders> watched;          ///< while watching
  };
  /// Watches `folder` and the folders in it, at most `most`.
  [[nodiscard]] static Opened open(const std::string& folder, std::size_t most);
  ~WatchedFolders();
  WatchedFolders(const WatchedFolders&) = delete;
  WatchedFolders& operator=(const WatchedFolders&) = delete;

  /// Readable when something happened.
  [[nodiscard]] int number() const { return number_; }

  struct Heard {
    bool is_changed = false;   ///< a note may be another, new or gone
    bool is_lost = false;      ///< what is watched is not the tree any more
    bool is_too_many = false;  ///< a new folder could not be watched
  };
  /// Reads what happened until now, and watches folders that are new. Never waits.
  [[nodiscard]] Heard hear();

 private:
  WatchedFolders(int number, std::size_t most) : number_(number), most_(most) {}
  enum class Added { yes, gone, too_many };
  Added add(const std::filesystem::path& folder);
  Added add_tree(const std::filesystem::path& folder);
  void take(int watch, std::uint32_t what, const std::string& name, Heard& heard);

  int number_;
  std::size_t most_;
  int root_ = -1;
  std::unordered_map<int, std::filesystem::path> by_watch_;
};

}  // namespace goodturn::notes
