#include "helper/main/note_arguments.h"

#include "helper/main/note_files.h"

namespace goodturn::helper {
namespace {

void declare_choice(CLI::App& notes, Arguments& a) {
  CLI::App* folder =
      add_command(notes, a, "folder", "Read a folder of notes; tells first what is found",
                  [&a](Shell& shell, const Place&) { return notes_folder(shell, note_files(), a.notes); });
  folder->add_option("DIR", a.notes.folder, "Folder of .md files, as Obsidian, Joplin or Zettlr keep them")
      ->required();
  folder->add_flag("--yes", a.notes.agreed, "Read it from now on; without this it only tells");
  add_command(notes, a, "leave", "Read no folder any more, and forget what was read",
              [](Shell& shell, const Place&) { return notes_leave(shell); });
}

}  // namespace

void declare_notes(CLI::App& app, Arguments& a) {
  CLI::App* notes = app.add_subcommand("notes", "Markdown notes that are read, and whom they mention")
                        ->require_subcommand(0, 1)
                        ->fallthrough();
  notes->preparse_callback(
      [&a](std::size_t) { a.command = [](Shell& shell, const Place&) { return notes_show(shell); }; });
  declare_choice(*notes, a);
  add_command(*notes, a, "read", "Look for changes now",
              [](Shell& shell, const Place&) { return notes_read(shell, note_files()); });
  CLI::App* write = add_command(*notes, a, "write", "Put what you log into the person's note, too: on or off",
                                [&a](Shell& shell, const Place&) { return notes_write(shell, a.notes); });
  write->add_option("WHICH", a.notes.word, "on or off")->required()->check(CLI::IsMember({"on", "off"}));
  write->add_option("--heading", a.notes.heading, "Under this heading; made where a note has none");
  CLI::App* who = add_command(*notes, a, "who", "Say whom a name in your notes means",
                              [&a](Shell& shell, const Place&) { return notes_who(shell, a.notes); });
  who->add_option("NAME", a.notes.name, "As the notes write it")->required();
  who->add_option("PERSON", a.notes.person, "Name, address or UID; nobody; or ask, to be asked again")
      ->required();
}

Exit sync_with_notes(Shell& shell, DryRun dry_run, bool deletions_confirmed) {
  // Both in one home, which is open only once.
  World* world = nullptr;
  Shell same = shell;
  same.open = [&](Access access) -> Result<World*> {
    auto opened = shell.open(access);
    if (opened) world = *opened;
    return opened;
  };
  const Exit end = sync_all(same, dry_run, deletions_confirmed);
  if (world != nullptr && dry_run == DryRun::no) notes_follow(shell.console, *world, note_files());
  return end;
}

}  // namespace goodturn::helper
