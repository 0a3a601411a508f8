#include "helper/command/erase.h"

#include "helper/erase/everything.h"
#include "helper/erase/person.h"
#include "helper/json/erasure.h"

namespace goodturn::helper {
namespace {

void line_if(Shell& shell, std::string_view key, std::size_t count) {
  if (count > 0) shell.console.line(Said(key, {{"count", said_number(count)}}));
}

void show(Shell& shell, const PersonErasure& person, bool done) {
  shell.console.line(Said("command.erasing", {{"done", said_flag(done)}, {"what", person.name}}));
  line_if(shell, "command.erased_cards", person.cards);
  line_if(shell, "command.erased_items", person.items);
  line_if(shell, "command.erased_shared", person.shared_items);
  line_if(shell, "command.erased_messages", person.messages);
  line_if(shell, "command.erased_history", person.history);
  line_if(shell, "command.erased_copies", person.copies);
  if (person.server_cards + person.meetings + person.mentions > 0)
    shell.console.line(Said("command.what_stays"));
  line_if(shell, "command.stay_meetings", person.meetings);
  line_if(shell, "command.stay_mentions", person.mentions);
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
    shell.console.line(Said("command.server_cards",
                            {{"there", said_flag(on_server)}, {"count", said_number(person->server_cards)}}));
  if (!agreed) shell.console.line(Said("command.not_erased"));
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
  shell.console.line(Said(*lifted == 0 ? "command.nobody_erased" : "command.erasures_lifted"));
  shell.console.answer({{"lifted", *lifted}});
  return Exit::ok;
}

void show_everything(Shell& shell, const HomeErasure& home) {
  line_if(shell, "command.erased_all_items", home.items);
  line_if(shell, "command.erased_messages", home.messages);
  line_if(shell, "command.erased_passwords", home.passwords);
  line_if(shell, "command.erased_all_copies", home.copies);
  for (const std::string& place : home.places)
    shell.console.line(Said("command.place_stays", {{"place", place}}));
  if (home.records_on_server) shell.console.line(Said("command.records_stay"));
}

}  // namespace goodturn::helper
