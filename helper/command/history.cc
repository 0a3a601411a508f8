#include "helper/command/commands.h"
#include "helper/command/notes.h"
#include "helper/history/words.h"
#include "helper/notes/writing.h"
#include "helper/sync/conflicts.h"
#include "helper/sync/trash.h"
#include "helper/sync/undo_write.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t shown_writes = 50;

std::string branch_of(sync::IntentKind kind) {
  switch (kind) {
    case sync::IntentKind::create:
      return "create";
    case sync::IntentKind::update:
      return "update";
    case sync::IntentKind::remove:
      return "remove";
  }
  return "";
}

Result<Sent> sent_of(const Result<Chosen>& chosen) {
  return chosen ? Result<Sent>(chosen->sent) : fail(chosen.error());
}

/// What became of an answer: sent at once, or why not yet.
Exit told(Shell& shell, const Result<Sent>& sent) {
  if (!sent) return shell.console.failed(sent.error());
  shell.console.line(Said("command.done", {{"sent", said_flag(sent->sent)}}));
  const std::string note = sent->note ? in_words(*sent->note, shell.language) : "";
  if (!note.empty()) shell.console.remark(note);
  shell.console.answer({{"sent", sent->sent}, {"note", note}});
  return Exit::ok;
}

}  // namespace

Exit conflict_list(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto views = list_conflicts(**world);
  if (!views) return shell.console.failed(views.error());
  const auto words = [&](const Said& said) { return in_words(said, shell.language); };
  for (const ConflictView& view : *views) {
    shell.console.line(std::to_string(view.row.id) + "  " + words(view.item) + ": " +
                       words(words_for(view.row.property)) + "  (" + view.collection_name + ")");
    shell.console.line(Said("command.conflict_here", {{"value", words(value_words(view.row.local_value))}}));
    shell.console.line(
        Said("command.conflict_there", {{"value", words(value_words(view.row.remote_value))}}));
  }
  if (views->empty()) shell.console.line(Said("command.no_conflicts"));
  shell.console.answer(json_of(*views, shell.language));
  return Exit::ok;
}

Exit conflict_take(Shell& shell, std::int64_t conflict, const std::string& take) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const sync::Take choice = take == "here"   ? sync::Take::mine
                            : take == "both" ? sync::Take::both
                                             : sync::Take::theirs;
  return told(shell, sent_of(resolve_conflict(**world, conflict, choice)));
}

namespace {

/// The user's own notes have a log of their own, without a server.
Result<std::vector<NoteLine>> lines_in_notes(World& world) {
  const auto lock = world.lock();
  return last_note_lines(world);
}

}  // namespace

Exit change_list(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto page = list_writes(**world, shown_writes, 0);
  if (!page) return shell.console.failed(page.error());
  const auto lines = lines_in_notes(**world);
  if (!lines) return shell.console.failed(lines.error());
  for (const WriteView& view : page->writes) {
    shell.console.line(Said("command.change", {{"id", std::to_string(view.row.id)},
                                               {"at", to_iso(view.row.at)},
                                               {"kind", branch_of(view.row.kind)},
                                               {"item", in_words(view.item, shell.language)},
                                               {"collection", view.collection_name},
                                               {"account", view.account_name},
                                               {"undone", said_flag(view.row.undone)}}));
    for (const Said& line : view.lines) shell.console.line("    " + in_words(line, shell.language));
  }
  if (page->writes.empty()) shell.console.line(Said("command.no_changes"));
  if (page->total > page->writes.size())
    shell.console.line(
        Said("command.newest", {{"shown", said_number(shown_writes)}, {"total", said_number(page->total)}}));
  show_note_lines(shell.console, *lines);
  shell.console.answer(json_of(*page, shell.language));
  return Exit::ok;
}

Exit change_undo(Shell& shell, std::int64_t write) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  return told(shell, undo_write(**world, write));
}

Exit trash_list(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto views = list_trash(**world);
  if (!views) return shell.console.failed(views.error());
  for (const TrashView& view : *views)
    shell.console.line(std::to_string(view.row.id) + "  " + to_iso(view.row.at) + "  " +
                       in_words(view.item, shell.language) + "  (" + view.collection_name + ")  " +
                       in_words(view.reason, shell.language));
  if (views->empty()) shell.console.line(Said("command.trash_empty"));
  shell.console.answer(json_of(*views, shell.language));
  return Exit::ok;
}

Exit trash_restore(Shell& shell, std::int64_t trashed) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  return told(shell, sent_of(restore_trashed(**world, trashed)));
}

}  // namespace goodturn::helper
