#include "helper/command/commands.h"
#include "helper/records/keep.h"

namespace goodturn::helper {
namespace {

/// `what`: a branch of the message.
Said place_line(std::string_view what, const RecordsPart& part) {
  return Said("command.records_place", {{"what", std::string(what)},
                                        {"here", said_flag(part.collection.account == sync::local_account)},
                                        {"collection", part.collection.name},
                                        {"account", part.account_name},
                                        {"sent", said_flag(part.collection.last_sync.has_value())}});
}

Exit show(Shell& shell, const Result<RecordsPlace>& place) {
  if (!place) return shell.console.failed(place.error());
  shell.console.line(place_line("journal", place->journal));
  shell.console.line(place_line("follow_ups", place->follow_ups));
  for (const Said& note : place->notes) shell.console.remark(note);
  shell.console.answer(json_of(*place, shell.language));
  return Exit::ok;
}

std::optional<sync::CollectionId> chosen(sync::CollectionId id) {
  return id == 0 ? std::nullopt : std::optional(id);
}

}  // namespace

Exit records_show(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  return show(shell, records_place(**world));
}

Exit records_keep(Shell& shell, const KeepArguments& arguments) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  shell.console.progress(Said("command.looking_for_place"));
  const KeepRequest request{arguments.account, chosen(arguments.journal), chosen(arguments.follow_ups)};
  const auto place = keep_on_account(**world, request, [] { return false; });
  shell.console.end_progress();
  return show(shell, place);
}

Exit records_here(Shell& shell) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto place = keep_here(**world);
  if (place) shell.console.line(Said("command.kept_here"));
  return show(shell, place);
}

}  // namespace goodturn::helper
