#include "helper/command/erase.h"

#include "helper/erase/everything.h"
#include "helper/erase/person.h"
#include "helper/json/erasure.h"

namespace goodturn::helper {
namespace {

void line_if(Shell& shell, std::size_t count, std::string_view word, std::string_view rest) {
  if (count > 0) shell.console.line("  " + counted(count, word) + std::string(rest));
}

void show(Shell& shell, const PersonErasure& person, bool done) {
  shell.console.line((done ? "Erased: " : "To be erased: ") + printable(person.name));
  line_if(shell, person.cards, "card", " as kept here");
  line_if(shell, person.items, "item", " about them: notes, gifts, promises, tasks");
  line_if(shell, person.shared_items, "item", " about them and others, which stay without them");
  line_if(shell, person.messages, "observed message", "");
  line_if(shell, person.history, "row", " of trash, change log and conflicts");
  line_if(shell, person.copies, "copy", " of the whole database, all of them");
  if (person.server_cards + person.meetings + person.mentions > 0) shell.console.line("What stays:");
  line_if(shell, person.meetings, "meeting", " of your calendars that names them");
  line_if(shell, person.mentions, "note", " about others whose words name them");
}

}  // namespace

Exit erase_one(Shell& shell, const std::string& uid, bool on_server, bool agreed) {
  const auto world = shell.open(agreed ? Access::write : Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto person = agreed
                          ? erase_person(**world, Uid(uid), on_server ? OnServers::remove : OnServers::leave)
                          : survey_person(**world, Uid(uid));
  if (!person) return shell.console.failed(person.error());
  show(shell, *person, agreed);
  if (person->server_cards > 0)
    shell.console.line(on_server ? "  their " + counted(person->server_cards, "card") + " on servers, too"
                                 : "  " + counted(person->server_cards, "card") +
                                       " on servers and in folders; --on-server deletes there, too");
  if (!agreed) shell.console.line("Nothing was erased. Add --yes to do it; it cannot be taken back.");
  Json answer = json_of(*person);
  answer["erased"] = agreed;
  shell.console.answer(answer);
  return Exit::ok;
}

Exit erase_lift(Shell& shell) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto lifted = lift_erasures(**world);
  if (!lifted) return shell.console.failed(lifted.error());
  shell.console.line(*lifted == 0
                         ? "Nobody was erased."
                         : "Forgotten who was erased. What servers still have comes with the next sync.");
  shell.console.answer({{"lifted", *lifted}});
  return Exit::ok;
}

void show_everything(Shell& shell, const HomeErasure& home) {
  line_if(shell, home.items, "item", " kept here, all that you noted among them");
  line_if(shell, home.messages, "observed message", "");
  line_if(shell, home.passwords, "password", " in the keyring or its file");
  line_if(shell, home.copies, "copy", " of the database");
  for (const std::string& place : home.places) shell.console.line("  stays as it is: " + printable(place));
  if (home.records_on_server)
    shell.console.line("  Your notes and follow-ups are also on a server. They stay there.");
}

}  // namespace goodturn::helper
