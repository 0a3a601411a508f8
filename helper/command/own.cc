// The line, profiles of people and the user's own.
#include "helper/command/bench.h"
#include "helper/command/joined.h"
#include "helper/people/profile.h"
#include "helper/people/purpose.h"

namespace goodturn::helper {
namespace {

Exit said(Shell& shell, const Proposal& proposal) {
  for (const Planned& one : proposal.items)
    shell.console.line(Said("command.would_write", {{"what", in_words(one.says, shell.language)}}));
  shell.console.answer({{"proposal", json_of(proposal, shell.language)}, {"logged", false}});
  return Exit::ok;
}

Result<const Person*> person_of(Bench& bench, const std::string& who) {
  const auto uid = bench.who().find(who);
  if (!uid) return fail(uid.error());
  return bench.snapshot().by_uid(*uid);
}

Exit own_done(Shell& shell, Bench& bench, const Result<std::string>& undo) {
  if (!undo) return bench.failed(undo.error());
  const auto profile = own_profile(bench.world());
  if (!profile) return shell.console.failed(profile.error());
  const Json json = json_of(*profile);
  return bench.done(Said("command.own_profile_row", {{"row", row_of(own_profile_shapes(), json)}}),
                    {{"profile", json}});
}

}  // namespace

Exit log_words(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, arguments.dry_run ? Access::read : Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const std::string line = joined(arguments.words);
  const NameAnswers& answers = bench->who().answers();
  const auto proposal = propose_line(bench->world(), line, answers);
  if (!proposal) {
    const Exit end = shell.console.failed(proposal.error());
    return proposal.error().kind == ErrorKind::invalid ? Exit::usage : end;
  }
  if (!proposal->is_clear()) return ask_back(shell.console, proposal->mentions);
  if (arguments.dry_run) return said(shell, *proposal);
  auto logged = log_line(bench->world(), bench->undo(), line, answers);
  if (!logged) return shell.console.failed(logged.error());
  std::string says;
  for (const Planned& one : logged->proposal.items) {
    says += (says.empty() ? "" : "; ") + in_words(one.says, shell.language);
    if (one.is_large_gift) shell.console.remark(Said("command.large_gift"));
  }
  return bench->done(Said("command.logged_what", {{"what", says}}),
                     {{"proposal", json_of(logged->proposal, shell.language)},
                      {"logged", true},
                      {"items", std::move(logged->items)}});
}

Exit profile_show(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::read, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto person = person_of(*bench, arguments.who);
  if (!person) return bench->failed(person.error());
  const Json json = json_of((*person)->profile);
  shell.console.line((*person)->card.name);
  print_fields(shell.console, profile_shapes(), json);
  if (json.empty()) shell.console.line(Said("command.profile_empty"));
  shell.console.answer({{"person", (*person)->card.uid.value}, {"profile", json}});
  return Exit::ok;
}

Exit profile_set(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto person = person_of(*bench, arguments.who);
  if (!person) return bench->failed(person.error());
  const Uid uid = (*person)->card.uid;
  const Json present = json_of((*person)->profile);
  const auto fields = fields_in(profile_shapes(), arguments.fields, present, bench->today(), bench->who());
  if (!fields) return bench->failed(fields.error());
  const auto undo = edit_profile(bench->world(), bench->undo(), uid, *fields);
  if (!undo) return bench->failed(undo.error());
  const auto snapshot = Snapshot::read(bench->world());
  if (!snapshot) return shell.console.failed(snapshot.error());
  const Json json = json_of((*snapshot)->by_uid(uid)->profile);
  return bench->done(Said("command.profile_row",
                          {{"person", (*person)->card.name}, {"row", row_of(profile_shapes(), json)}}),
                     {{"person", uid.value}, {"profile", json}});
}

Exit me_show(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto profile = own_profile(**world);
  if (!profile) return shell.console.failed(profile.error());
  const Json json = json_of(*profile);
  shell.console.line(Said("command.own_profile"));
  print_fields(shell.console, own_profile_shapes(), json);
  shell.console.answer({{"profile", json}});
  return Exit::ok;
}

Exit me_set(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const Json present = json_of(bench->snapshot().journals().self);
  const auto fields =
      fields_in(own_profile_shapes(), arguments.fields, present, bench->today(), bench->who());
  if (!fields) return bench->failed(fields.error());
  return own_done(shell, *bench, edit_own_profile(bench->world(), bench->undo(), *fields));
}

Exit me_check(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const std::vector<int>& answers = arguments.numbers;
  return own_done(shell, *bench,
                  add_self_check(bench->world(), bench->undo(), answers.at(0), answers.at(1), answers.at(2)));
}

Exit me_purpose(Shell& shell, const JournalArguments& arguments) {
  auto bench = Bench::open(shell, Access::write, arguments);
  if (!bench) return shell.console.failed(bench.error());
  const auto undo = answer_purpose(bench->world(), bench->undo(), joined(arguments.words));
  if (!undo) return bench->failed(undo.error());
  return bench->done(Said("command.purpose_noted"), Json::object());
}

}  // namespace goodturn::helper
