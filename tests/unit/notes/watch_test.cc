// Watching a real folder: what is told, and what becomes of a folder that goes away.
#include <catch2/catch.hpp>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "adapters/notes/watch.h"
#include "adapters/notes/watched_folders.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using namespace goodturn::notes;
namespace fs = std::filesystem;
using std::chrono::milliseconds;

namespace {

constexpr WatchLimits quick{milliseconds(20), milliseconds(200), milliseconds(20), 100};
/// Far beyond what any computer needs.
constexpr std::chrono::seconds patience(60);

/// Counts what is told.
class Told {
 public:
  std::function<void()> hear() {
    return [this] {
      const std::lock_guard guard(mutex_);
      ++count_;
      changed_.notify_all();
    };
  }
  int count() {
    const std::lock_guard guard(mutex_);
    return count_;
  }
  /// Waits until more than `before` were told.
  bool more_than(int before) {
    std::unique_lock guard(mutex_);
    return changed_.wait_for(guard, patience, [&] { return count_ > before; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
};

bool comes_to(const NoteWatch& watch, NoteWatch::State state) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (watch.state() != state && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(milliseconds(2));
  return watch.state() == state;
}

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

/// A folder that is watched.
struct Watched {
  tests::TestFolder home;
  fs::path folder = home.path() / "notes";
  Told told;
  std::unique_ptr<NoteWatch> watch;
  explicit Watched(WatchLimits limits = quick) {
    fs::create_directories(folder / "People");
    watch = watch_notes(told.hear(), limits);
    watch->follow(folder.string());
  }
  template <class Change>
  bool is_told(const Change& change) {
    const int before = told.count();
    change();
    return told.more_than(before);
  }
};

}  // namespace

TEST_CASE("notes that are written, renamed and removed are told, in new folders, too", "[notes][watch]") {
  Watched one;
  REQUIRE(comes_to(*one.watch, NoteWatch::State::watching));
  const fs::path note = one.folder / "People/Ada Example.md";
  CHECK(one.is_told([&] { write(note, "# Ada"); }));
  CHECK(one.is_told([&] { write(note, "# Ada\n"); }));
  CHECK(one.is_told([&] { fs::rename(note, one.folder / "Ada.md"); }));
  CHECK(one.is_told([&] { fs::remove(one.folder / "Ada.md"); }));
  CHECK(one.is_told([&] { fs::create_directories(one.folder / "New/Deeper"); }));
  CHECK(one.is_told([&] { write(one.folder / "New/Deeper/Bob.md", "# Bob"); }));
  CHECK(one.is_told([&] { fs::rename(one.folder / "New", one.folder / "Old"); }));
  CHECK(one.is_told([&] { write(one.folder / "Old/Deeper/Bob.md", "# Bob!"); }));
}

TEST_CASE("what is no note is not told", "[notes][watch]") {
  const tests::TestFolder home;
  const auto opened = WatchedFolders::open(home.path().string(), 100);
  REQUIRE(opened.watched);
  fs::create_directories(home.path() / ".obsidian");
  write(home.path() / ".obsidian/workspace.md", "x");
  write(home.path() / ".Ada.md.1-0.tmp", "x");
  write(home.path() / "picture.png", "x");
  CHECK_FALSE(opened.watched->hear().is_changed);
  write(home.path() / "Ada.md", "# Ada");
  CHECK(opened.watched->hear().is_changed);
  CHECK_FALSE(opened.watched->hear().is_changed);
}

TEST_CASE("a folder that goes away and comes back is watched again", "[notes][watch]") {
  Watched one;
  REQUIRE(comes_to(*one.watch, NoteWatch::State::watching));
  const fs::path away = one.home.path() / "away";
  CHECK(one.is_told([&] { fs::rename(one.folder, away); }));
  CHECK(comes_to(*one.watch, NoteWatch::State::away));
  CHECK(one.is_told([&] { fs::rename(away, one.folder); }));
  CHECK(comes_to(*one.watch, NoteWatch::State::watching));
  CHECK(one.is_told([&] { write(one.folder / "People/Ada.md", "# Ada"); }));
}

TEST_CASE("a folder that is not there yet is watched when it comes", "[notes][watch]") {
  Watched one;
  const fs::path later = one.home.path() / "later";
  one.watch->follow(later.string());
  CHECK(comes_to(*one.watch, NoteWatch::State::away));
  CHECK(one.is_told([&] { fs::create_directory(later); }));
  CHECK(comes_to(*one.watch, NoteWatch::State::watching));
  one.watch->follow("");
  CHECK(comes_to(*one.watch, NoteWatch::State::off));
}

TEST_CASE("more folders than can be watched are said, at the start and later", "[notes][watch]") {
  WatchLimits few = quick;
  few.most_folders = 2;
  Watched one(few);
  CHECK(comes_to(*one.watch, NoteWatch::State::watching));
  CHECK(one.is_told([&] { fs::create_directory(one.folder / "third"); }));
  CHECK(comes_to(*one.watch, NoteWatch::State::too_many));
  one.watch->follow("");
  CHECK(comes_to(*one.watch, NoteWatch::State::off));
  one.watch->follow(one.folder.string());
  CHECK(comes_to(*one.watch, NoteWatch::State::too_many));
}
