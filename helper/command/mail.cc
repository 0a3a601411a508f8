#include "helper/mail/mail.h"
#include "helper/command/commands.h"

namespace goodturn::helper {
namespace {

std::string day_of(World& world, Instant instant) { return to_iso(world.recurrence.local_day(instant)); }

void print_account(Shell& shell, World& world, const relations::MailAccount& account) {
  shell.console.line(account.name + " (" + account.id + "): " + counted(account.messages, "message") +
                     (account.folders.empty() ? ", no longer watched" : ""));
  for (const relations::MailFolder& folder : account.folders)
    shell.console.line("    " + folder.name + ": " +
                       (folder.read ? "read from " + day_of(world, folder.read->from) + " to " +
                                          day_of(world, folder.read->until)
                                    : std::string("not read yet")));
}

Exit show(Shell& shell, World& world, const MailState& state) {
  if (state.accounts.empty())
    shell.console.line("No mail is observed. It is turned on in Thunderbird, under Accounts & sync.");
  for (const relations::MailAccount& account : state.accounts) print_account(shell, world, account);
  if (state.oldest)
    shell.console.line("Kept: " + counted(state.messages, "message") + " since " +
                       day_of(world, *state.oldest) + ", with " + std::to_string(state.people) +
                       " of your people. No subjects, no texts.");
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
  shell.console.line("Forgotten: " + counted(*forgotten, "message") + ".");
  shell.console.answer({{"forgotten", *forgotten}, {"state", json_of(*state)}});
  return Exit::ok;
}

}  // namespace goodturn::helper
