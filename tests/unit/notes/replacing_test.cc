// Replacing a note on the disk: never over somebody else's version.
#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "adapters/notes/folder.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
namespace fs = std::filesystem;

namespace {

struct Notes {
  tests::TestFolder home;
  fs::path file = home.path() / "Ada.md";
  notes::DiskNotes disk;
  Notes() { write("# Ada\n"); }
  void write(const std::string& text) const { std::ofstream(file) << text; }
  [[nodiscard]] std::string text() const {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  [[nodiscard]] NoteFolder::Text read() const { return disk.read(home.path().string(), "Ada.md").value(); }
  [[nodiscard]] Result<void> replace(const std::string& version, std::string_view bytes) const {
    return disk.replace(home.path().string(), "Ada.md", version, bytes);
  }
};

}  // namespace

TEST_CASE("a note is replaced while it is as it was read, and keeps its mode", "[notes]") {
  const Notes notes;
  ::chmod(notes.file.c_str(), 0640);
  const auto read = notes.read();
  CHECK(read.bytes == "# Ada\n");
  REQUIRE(notes.replace(read.version, "# Ada\n- line\n"));
  CHECK(notes.text() == "# Ada\n- line\n");
  CHECK((fs::status(notes.file).permissions() & fs::perms::all) == fs::perms(0640));
}

TEST_CASE("what an editor wrote meanwhile stays", "[notes]") {
  const Notes notes;
  const auto read = notes.read();
  notes.write("# Ada\nmine\n");
  CHECK(notes.replace(read.version, "ours").error().kind == ErrorKind::precondition);
  CHECK(notes.text() == "# Ada\nmine\n");
  fs::remove(notes.file);
  CHECK(notes.replace(read.version, "ours").error().kind == ErrorKind::precondition);
  CHECK_FALSE(fs::exists(notes.file));
}

TEST_CASE("nothing outside the folder is replaced, and no note grows beyond what is read", "[notes]") {
  const Notes notes;
  const std::string folder = notes.home.path().string();
  fs::create_symlink(notes.file, notes.home.path() / "link.md");
  CHECK(notes.disk.replace(folder, "link.md", notes.read().version, "x").error().kind ==
        ErrorKind::suspicious);
  CHECK(notes.disk.replace(folder, "../Ada.md", "1", "x").error().kind == ErrorKind::suspicious);
  const std::string long_text(notes::longest_note + 1, 'x');
  CHECK(notes.replace(notes.read().version, long_text).error().kind == ErrorKind::suspicious);
  CHECK(notes.text() == "# Ada\n");
}

TEST_CASE("what a killed writer left is removed, and nothing of the user", "[notes]") {
  const Notes notes;
  const fs::path kept[] = {"Ada.md", ".Ada.md.swp", ".Ada.md.mine.tmp", "Ada.md.1-0.tmp", ".Adam.md.1-0.tmp"};
  for (const fs::path& name : kept) std::ofstream(notes.home.path() / name) << "x";
  std::ofstream(notes.home.path() / ".Ada.md.4711-3.tmp") << "half";
  REQUIRE(notes.disk.clear_remains(notes.home.path().string(), "Ada.md"));
  for (const fs::path& name : kept) CHECK(fs::exists(notes.home.path() / name));
  CHECK_FALSE(fs::exists(notes.home.path() / ".Ada.md.4711-3.tmp"));
}
