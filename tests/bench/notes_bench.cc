// What a folder of 10,000 Markdown notes costs: read for the first time, looked at again, followed after ten
// edits, in a snapshot, and one line written into one. 8,000 daily notes that name three people each, and the
// notes of 2,000 people.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "adapters/notes/folder.h"
#include "core/notes/writing.h"
#include "helper/accounts/accounts.h"
#include "helper/index/snapshot.h"
#include "helper/items/items.h"
#include "helper/notes/choosing.h"
#include "helper/notes/writing.h"
#include "helper/people/records.h"
#include "tests/bench/must.h"
#include "tests/bench/timing.h"
#include "tests/faults/desk.h"

using namespace goodturn;
using namespace goodturn::tests;
namespace fs = std::filesystem;

namespace {

using bench::must;

constexpr int person_count = 2000;
constexpr int day_count = 8000;
constexpr int edits = 10;

std::string name_of(int person) { return "Person Number" + std::to_string(person); }

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

std::string day_text(int day) {
  std::string text = "# Notes\n\n";
  for (int line = 0; line < 3; ++line)
    text += "- Met [[" + name_of((day * 7 + line * 531) % person_count) + "]] about [[Topic " +
            std::to_string(day % 97) + "]]\n  - it went well, `code` and **more** of it\n";
  return text + "\n" + std::string(800, 'x') + "\n";
}

std::string person_text(int person) {
  return "---\naliases: [P" + std::to_string(person) + "]\ntags: [people]\n---\n# " + name_of(person) +
         "\n\n## Contact\n\n- 2026-01-05 (call) about tea\n- 2026-03-06 (mail) about the paper\n\n" +
         std::string(600, 'y') + "\n";
}

void fill(const fs::path& folder) {
  fs::create_directories(folder / "People");
  const Day first{std::chrono::days(12000)};
  for (int day = 0; day < day_count; ++day) {
    const std::string name = to_iso(first + std::chrono::days(day));
    fs::create_directories(folder / name.substr(0, 4));
    write(folder / name.substr(0, 4) / (name + ".md"), day_text(day));
  }
  for (int person = 0; person < person_count; ++person)
    write(folder / "People" / (name_of(person) + ".md"), person_text(person));
}

/// Tells what one core worked for it.
template <class Work>
void tell(const char* what, Work work) {
  const double begun = bench::core_ms();
  work();
  std::printf("%-44s %8.1f ms\n", what, bench::core_ms() - begun);
}

void measure(helper::World& world, helper::UndoLog& undo, const fs::path& folder) {
  const notes::DiskNotes files;
  helper::NotesRead read;
  tell("the people alone, in a snapshot", [&] { must(helper::Snapshot::read(world)); });
  tell("10,000 notes read for the first time",
       [&] { read = must(helper::choose_notes(world, files, folder)); });
  std::printf("  %zu notes, %zu opened\n", read.notes, read.read);
  tell("looked at again, nothing changed", [&] { read = must(helper::read_notes(world, files)); });
  std::printf("  %zu opened\n", read.read);
  for (int edit = 0; edit < edits; ++edit)
    write(folder / "People" / (name_of(edit) + ".md"), person_text(edit) + "- 2026-06-06 tea\n");
  tell("ten edited", [&] { read = must(helper::read_notes(world, files)); });
  std::printf("  %zu opened\n", read.read);
  tell("the people with their notes, in a snapshot", [&] { must(helper::Snapshot::read(world)); });
  must(helper::choose_note_writing(world, true, std::nullopt));
  helper::LogEntry entry;
  entry.kind = RecordKind::touch;
  entry.channel = Channel::call;
  entry.text = "about compilers";
  must(helper::log_entry(world, undo, Uid("person-7"), entry));
  helper::NoteLinesSettled settled;
  tell("one line written", [&] { settled = must(helper::settle_note_lines(world, files)); });
  std::printf("  %zu written\n", settled.written.size());
  tell("nothing to be written", [&] { must(helper::settle_note_lines(world, files)); });
}

}  // namespace

int main() {
  char name[] = "/tmp/goodturn-bench-XXXXXX";
  if (::mkdtemp(name) == nullptr) return 1;
  const fs::path place(name);
  fill(place / "notes");
  const auto server = std::make_shared<FakeServer>();
  for (int person = 0; person < person_count; ++person)
    server->put("/fake/" + std::to_string(1'000'000 + person),
                "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:person-" + std::to_string(person) +
                    "\r\nFN:" + name_of(person) + "\r\nEND:VCARD\r\n");
  {
    const auto desk = must(Desk::open(place, server));
    must(helper::add_account(desk->world(), {"book.example.org", "", "", "Book"}, [] { return false; }));
    must(desk->sync());
    measure(desk->world(), desk->undo(), place / "notes");
  }
  fs::remove_all(place);
}
