#include "helper/command/commands.h"
#include "helper/index/rebuild.h"
#include "helper/sync/last_runs.h"

namespace goodturn::helper {
namespace {

Said progress_said(const Progress& progress) {
  const bool over = progress.phase == Progress::Phase::finished;
  std::string where = over ? std::string() : progress.account;
  if (!over && !progress.collection.empty()) where += " / " + progress.collection;
  return Said("command.progress", {{"where", std::move(where)},
                                   {"done", said_number(progress.done)},
                                   {"total", said_number(over ? 0 : progress.total)}});
}

void print_collection(Console& console, const sync::CollectionReport& report) {
  console.line("  " + in_words(Said("syncs.collection", {{"collection", report.name},
                                                         {"added", report.added},
                                                         {"changed", report.changed},
                                                         {"removed", report.removed},
                                                         {"sent", report.sent}}),
                               console.language()));
  const Language language = console.language();
  for (const Said& warning : report.warnings) console.remark("    " + in_words(warning, language));
  if (report.held_back) console.remark("    " + in_words(Said("syncs.how_to_confirm"), language));
  for (const sync::ItemError& one : report.item_errors)
    console.remark("    " + one.href.value + ": " + in_words(one.error, language));
}

}  // namespace

Exit sync_all(Shell& shell, DryRun dry_run, bool deletions_confirmed) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  SyncOptions options;
  options.dry_run = dry_run;
  options.deletions_confirmed = deletions_confirmed;
  options.on_progress = [&](const Progress& progress) { shell.console.progress(progress_said(progress)); };
  const auto result = run_sync(**world, options);
  if (!result) return shell.console.failed(result.error());
  shell.console.end_progress();
  if (auto noted = note_run(**world, *result); !noted) return shell.console.failed(noted.error());
  for (const sync::AccountReport& account : result->accounts) {
    shell.console.line(account.name);
    for (const Error& error : account.errors)
      shell.console.remark("  " + in_words(error, shell.language) +
                           (error.where.empty() ? "" : " (" + error.where + ")"));
    for (const Said& warning : account.warnings)
      shell.console.remark("  " + in_words(warning, shell.language));
    for (const sync::CollectionReport& report : account.collections)
      if (dry_run == DryRun::no) print_collection(shell.console, report);
  }
  for (const Said& step : result->plan_lines) shell.console.line("  " + in_words(step, shell.language));
  shell.console.line(summary_of(*result));
  shell.console.answer(json_of(*result, true, shell.language));
  return has_errors(*result) ? Exit::failed : Exit::ok;
}

Exit rebuild(Shell& shell) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto count = rebuild_index(**world);
  if (!count) return shell.console.failed(count.error());
  shell.console.line(Said("command.read_again", {{"count", said_number(*count)}}));
  shell.console.answer({{"items", *count}});
  return Exit::ok;
}

}  // namespace goodturn::helper
