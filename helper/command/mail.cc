#include "helper/mail/mail.h"
#include "helper/command/commands.h"

namespace goodturn::helper {
namespace {

std::string day_of(World& world, Instant instant) { return to_iso(world.recurrence.local_day(instant)); }

void print_account(Shell& shell, World& world, const relations::MailAccount& account) {
  shell.console.line(Said("command.mail_account", {{"name", account.name},
                                                   {"id", account.id},
                                                   {"count", said_number(account.messages)},
                                                   {"watched", said_flag(!account.folders.empty())}}));
  for (const relations::MailFolder& folder : account.folders) {
    if (folder.read)
      shell.console.line(Said("command.mail_folder", {{"name", folder.name},
                                                      {"from", day_of(world, folder.read->from)},
                                                      {"until", day_of(world, folder.read->until)}}));
    else
      shell.console.line(Said("command.mail_folder_unread", {{"name", folder.name}}));
  }
}

Exit show(Shell& shell, World& world, const MailState& state) {
  if (state.accounts.empty()) shell.console.line(Said("command.mail_off"));
  for (const relations::MailAccount& account : state.accounts) print_account(shell, world, account);
  if (state.oldest)
    shell.console.line(Said("command.mail_kept", {{"count", said_number(state.messages)},
                                                  {"day", day_of(world, *state.oldest)},
                                                  {"people", said_number(state.people)}}));
  return Exit::ok;
}

}  // namespace

Exit mail_show(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto state = mail_state(**world);
  if (!state) return shell.console.failed(state.error());
  shell.console.answer(json_of(*state));
  return show(shell, **world, *state);
}

Exit mail_forget(Shell& shell, const MailScope& scope) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto forgotten = forget_mail(**world, scope);
  if (!forgotten) return shell.console.failed(forgotten.error());
  const auto state = mail_state(**world);
  if (!state) return shell.console.failed(state.error());
  shell.console.line(Said("command.mail_forgotten", {{"count", said_number(*forgotten)}}));
  shell.console.answer({{"forgotten", *forgotten}, {"state", json_of(*state)}});
  return Exit::ok;
}

}  // namespace goodturn::helper
