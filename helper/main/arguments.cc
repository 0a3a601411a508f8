#include "helper/main/arguments.h"

#include <unistd.h>

#include <iostream>

#include "adapters/system/language.h"
#include "helper/command/erase.h"
#include "helper/command/reports.h"
#include "helper/main/account_arguments.h"
#include "helper/main/journal_arguments.h"
#include "helper/main/note_arguments.h"
#include "helper/main/note_files.h"
#include "helper/sample/sample.h"

namespace goodturn::helper {
namespace {

using Command = std::function<Exit(Shell&, const Place&)>;

CLI::App* add(CLI::App& app, Arguments& arguments, const char* name, const char* help, Command command) {
  return add_command(app, arguments, name, help, std::move(command));
}

/// A command with sub-commands that looks when none is given.
CLI::App* group(CLI::App& app, Arguments& a, const char* name, const char* help, Exit (*look)(Shell&)) {
  CLI::App* made = app.add_subcommand(name, help)->require_subcommand(0, 1)->fallthrough();
  made->preparse_callback(
      [&a, look](std::size_t) { a.command = [look](Shell& shell, const Place&) { return look(shell); }; });
  return made;
}

void declare_records(CLI::App& app, Arguments& a) {
  CLI::App* records =
      group(app, a, "records", "Where your notes, gifts and follow-ups are kept", records_show);
  CLI::App* keep = add(*records, a, "keep", "Keep them on a server, for all your computers",
                       [&a](Shell& shell, const Place&) { return records_keep(shell, a.keep); });
  keep->add_option("ACCOUNT", a.keep.account, "Number from `account list`")->required();
  keep->add_option("--journal", a.keep.journal, "Collection for the journal; default: found or made there");
  keep->add_option("--follow-ups", a.keep.follow_ups, "Collection for the follow-ups; the same default");
  add(*records, a, "here", "Keep them only on this computer",
      [](Shell& shell, const Place&) { return records_here(shell); });
}

void declare_mail(CLI::App& app, Arguments& a) {
  CLI::App* mail = group(app, a, "mail", "Which mail is observed, and how much is kept of it", mail_show);
  CLI::App* forget = add(*mail, a, "forget", "Forget mail with an address, of an account, or all",
                         [&a](Shell& shell, const Place&) { return mail_forget(shell, a.mail); });
  forget->require_option(1);
  forget->add_option("ADDRESS", a.mail.address, "Also take no mail with it again that was sent before now");
  forget->add_option("--account", a.mail.account, "Account from `mail`; it is watched no longer");
  forget->add_flag("--all", a.mail.all, "Everything; nothing is watched any longer");
}

void declare_history(CLI::App& app, Arguments& a) {
  CLI::App* conflicts =
      group(app, a, "conflicts", "Values that you and a server changed at once", conflict_list);
  CLI::App* take = add(*conflicts, a, "take", "Settle one: here, server or both",
                       [&a](Shell& shell, const Place&) { return conflict_take(shell, a.id, a.text); });
  take->add_option("ID", a.id, "Number from `conflicts`")->required();
  take->add_option("WHICH", a.text, "Which value to keep")
      ->required()
      ->check(CLI::IsMember({"here", "server", "both"}));
  CLI::App* changes = group(app, a, "changes", "What was written to which server, and when", change_list);
  add(*changes, a, "undo", "Write the earlier version back",
      [&a](Shell& shell, const Place&) { return change_undo(shell, a.id); })
      ->add_option("ID", a.id, "Number from `changes`")
      ->required();
  CLI::App* trash = group(app, a, "trash", "What a sync removed here, kept for 30 days", trash_list);
  add(*trash, a, "restore", "Bring one back, here and on the server",
      [&a](Shell& shell, const Place&) { return trash_restore(shell, a.id); })
      ->add_option("ID", a.id, "Number from `trash`")
      ->required();
}

void declare_erase(CLI::App& app, Arguments& a) {
  CLI::App* erase = app.add_subcommand("erase", "Erase a person, or everything; tells first what goes")
                        ->require_subcommand(1)
                        ->fallthrough();
  CLI::App* one =
      add(*erase, a, "person", "Erase one person everywhere here",
          [&a](Shell& shell, const Place&) { return erase_one(shell, a.text, a.on_server, a.agreed); });
  one->add_option("UID", a.text, "UID from `people`")->required();
  one->add_flag("--on-server", a.on_server, "Delete their cards on servers and in folders, too");
  one->add_flag("--yes", a.agreed, "Do it; without this it only tells what goes");
  add(*erase, a, "everything", "Erase all that is in this home", [&a](Shell& shell, const Place& place) {
    return erase_home(shell, place, a.agreed);
  })->add_flag("--yes", a.agreed, "Do it; without this it only tells what goes");
  add(*erase, a, "lift", "Forget who was erased: what servers still have comes back",
      [](Shell& shell, const Place&) { return erase_lift(shell); });
}

void declare_duplicates(CLI::App& app, Arguments& a) {
  CLI::App* duplicates =
      group(app, a, "duplicates", "Who may be in your address books twice", duplicate_list);
  const auto with_uids = [&a](CLI::App* sub) {
    sub->add_option("UID", a.words, "UIDs from `duplicates` or `people`")->required()->expected(2, 50);
  };
  with_uids(add(*duplicates, a, "merge", "Make them one person; no card is changed",
                [&a](Shell& shell, const Place&) { return duplicate_merge(shell, a.words); }));
  with_uids(add(*duplicates, a, "not-same", "They are different people: do not propose them again",
                [&a](Shell& shell, const Place&) { return duplicate_not_same(shell, a.words); }));
  add(*duplicates, a, "split", "Take one card out of a person again",
      [&a](Shell& shell, const Place&) { return duplicate_split(shell, a.text); })
      ->add_option("UID", a.text, "UID of the card")
      ->required();
}

/// Words after the UID: tags, and --json, which people type last. Other options stand before `tag`.
void take_tags(Arguments& a, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--json")
      a.json = true;
    else if (word.starts_with("--"))
      throw CLI::ExtrasError("tag", {word + " (options stand before the command)"});
    else
      a.words.push_back(word);
  }
}

void declare_people(CLI::App& app, Arguments& a) {
  CLI::App* list = add(app, a, "people", "List or search people", [&a](Shell& shell, const Place&) {
    a.people.words = CLI::detail::join(a.words, " ");
    return people(shell, a.people);
  });
  list->add_option("QUERY", a.words, "Words of name, organisation, e-mail or tag");
  list->add_option("--tag", a.people.tag, "Only people with this tag or role");
  list->add_option("--community", a.people.community, "Only members of this community");
  list->add_flag("--without-friends", a.people.without_friends, "Leave out those who are friends only");
  list->add_flag("--unaware-of-goal", a.people.unaware_of_goal, "Only those who do not know your goal");
  add(app, a, "person", "Show one person", [&a](Shell& shell, const Place&) { return person(shell, a.text); })
      ->add_option("UID", a.text, "UID from `people`")
      ->required();
  // No fallthrough and only --help: "-ally" is a tag to remove, not an option.
  CLI::App* tags = add(app, a, "tag", "Add and remove tags: tag UID +mentor -ally ", nullptr);
  tags->fallthrough(false)->prefix_command()->set_help_flag("--help", "Print this help message and exit");
  tags->add_flag("--json", a.json, "Answer in JSON");
  tags->add_option("UID", a.text, "UID from `people`")->required();
  tags->callback([&a, tags] {
    take_tags(a, tags->remaining());
    a.command = [&a](Shell& shell, const Place&) { return tag(shell, a.text, a.words); };
  });
}

void declare_reports(CLI::App& app, Arguments& a) {
  add(app, a, "network", "Your network: who knows whom, variety, reach",
      [](Shell& shell, const Place&) { return network(shell); });
  add(app, a, "roles", "Who holds which role, and who could", [&a](Shell& shell, const Place&) {
    return roles(shell, a.with_friends ? Friends::included : Friends::left_out);
  })->add_flag("--friends", a.with_friends, "Look at friends without a role, too");
  add(app, a, "balance", "Giving, receiving, thanking and asking",
      [](Shell& shell, const Place&) { return balance(shell); });
  add(app, a, "goals", "Your goals and the people who matter for them",
      [](Shell& shell, const Place&) { return goals(shell); });
  add(app, a, "trend", "Growing or shrinking, new people, who begins",
      [](Shell& shell, const Place&) { return trend(shell); });
}

void declare_service(CLI::App& app, Arguments& a) {
  add(app, a, "serve", "Serve the pages and the add-on on this computer",
      [&a](Shell& shell, const Place& place) { return serve(shell.console, place, a.wait); })
      ->add_flag("--wait", a.wait, "While another helper runs, wait for its end and go on then");
  add(app, a, "open", "Open the pages in a browser", [&a](Shell& shell, const Place& place) {
    return open_pages(shell.console, place, a.print_only);
  })->add_flag("--print", a.print_only, "Print the one-time link instead");
  add(app, a, "native-host", "Speak with Thunderbird over stdin and stdout",
      [](Shell&, const Place& place) { return native_host(place); });
  CLI::App* back = add(app, a, "restore", "Take a whole export, or put a good copy in place of the database",
                       [&a](Shell& shell, const Place& place) {
                         return a.folder.empty() ? restore(shell.console, place, a.text)
                                                 : restore_export(shell.console, place, a.folder);
                       });
  back->add_option("EXPORT", a.folder, "A folder that `export` wrote, into a home without accounts")
      ->excludes(back->add_option("--from", a.text, "Take this copy; without it the newest good one"));
  add(app, a, "doctor", "Check every link of the chain",
      [](Shell& shell, const Place& place) { return doctor(shell.console, place); });
}

Exit write_sample_to(Shell& shell, const std::string& folder, const Place& place) {
  const Instant now =
      place.now.value_or(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  const auto written = sample::write_sample(folder, std::chrono::floor<std::chrono::days>(now));
  if (!written) return shell.console.failed(written.error());
  shell.console.line("Sample folders written. Add them: goodturn account add " + folder +
                     " --user alex@example.org");
  shell.console.answer({{"folder", folder}});
  return Exit::ok;
}

void declare_items(CLI::App& app, Arguments& a) {
  CLI::App* sync = add(app, a, "sync", "Synchronise all accounts", [&a](Shell& shell, const Place&) {
    return sync_with_notes(shell, a.dry_run ? DryRun::yes : DryRun::no, a.deletions_confirmed);
  });
  sync->add_flag("--dry-run", a.dry_run, "Print the plan and do nothing");
  sync->add_flag("--confirm-deletions", a.deletions_confirmed, "Carry out deletions that a sync stopped at");
  add(app, a, "week", "This week's follow-ups", [](Shell& shell, const Place&) { return week(shell); });
  CLI::App* briefs = add(app, a, "brief", "Briefs for the meetings of the next day",
                         [&a](Shell& shell, const Place&) { return brief(shell, a.brief); });
  briefs->add_option("NUMBER", a.brief.number, "A meeting of the list, to answer for");
  briefs->add_option("--hours", a.brief.hours, "How far ahead")->check(CLI::Range(1, 24 * 60));
  briefs->add_option("--hope", a.brief.hope, "What you hope to learn")
      ->excludes(briefs->add_option("--learned", a.brief.learned, "What you learned"));
  add(app, a, "rebuild", "Derive the index from the items again",
      [](Shell& shell, const Place&) { return rebuild(shell); });
  CLI::App* import = add(app, a, "import", "Take people and events from files; tells first what would come",
                         [&a](Shell& shell, const Place&) { return import_files(shell, a.import); });
  import
      ->add_option(
          "FILE", a.import.files,
          "vCard, iCalendar, contacts as CSV, LinkedIn's messages.csv, Monica's JSON, or a .zip of them")
      ->required()
      ->check(CLI::ExistingFile);
  import->add_flag("--yes", a.import.agreed, "Take them; without this it only tells");
  import->add_flag("--leave-unsure", a.import.leave_unsure, "Leave out who may be here already");
  import->add_option(
      "--book", a.import.book,
      "Number of an address book for them (`collection list`); otherwise one that is only here");
  CLI::App* whole = add(app, a, "export", "Write everything as open files", [&a](Shell& shell, const Place&) {
    return a.with_reflections ? export_with_reflections(shell, a.folder) : export_all(shell, a.folder);
  });
  whole->add_option("DIR", a.folder, "An empty or new folder")->required();
  whole->add_flag("--with-reflections", a.with_reflections, "Also what you wrote for yourself alone");
  add(app, a, "sample", "Write sample folders with invented people",
      [&a](Shell& shell, const Place& place) { return write_sample_to(shell, a.folder, place); })
      ->add_option("DIR", a.folder, "An empty or new folder")
      ->required();
}

}  // namespace

CLI::App* add_command(CLI::App& app, Arguments& arguments, const char* name, const char* help,
                      Command command) {
  CLI::App* sub = app.add_subcommand(name, help);
  sub->fallthrough();
  sub->callback([&arguments, command = std::move(command)] { arguments.command = command; });
  return sub;
}

void declare(CLI::App& app, Arguments& a) {
  app.add_option("--home", a.home, "Folder of all configuration and data (or GOODTURN_HOME)");
  app.add_option("--now", a.now, "Take this time for now, like 2026-11-22T14:00:00Z");
  app.add_flag("--json", a.json, "Answer in JSON");
  app.require_subcommand(1);
  app.fallthrough();
  declare_accounts(app, a);
  declare_collections(app, a);
  declare_records(app, a);
  declare_mail(app, a);
  declare_notes(app, a);
  declare_history(app, a);
  declare_items(app, a);
  declare_people(app, a);
  declare_duplicates(app, a);
  declare_erase(app, a);
  declare_reports(app, a);
  declare_own(app, a);
  declare_journals(app, a);
  declare_service(app, a);
}

Exit Arguments::run() {
  const Language language = parse_language(system::message_locale()).value_or(Language::en);
  Console console(std::cout, std::cerr, json, ::isatty(STDERR_FILENO) == 1, language);
  Place place;
  if (!now.empty()) {
    place.now = parse_instant(now);
    if (!place.now) {
      console.remark("goodturn: --now is written like 2026-11-22T14:00:00Z.");
      return Exit::usage;
    }
  }
  const auto found =
      system::find_home(home.empty() ? std::nullopt : std::optional<std::filesystem::path>(home));
  if (!found) return console.failed(found.error());
  place.home = *found;
  Shell shell{console,
              [&](Access access) -> Result<World*> {
                auto opened = Home::open(place.home, access, place.now);
                if (!opened) return fail(opened.error());
                homes_.push_back(std::move(*opened));
                if (const auto& problem = homes_.back()->backup_problem())
                  console.remark("goodturn: the daily copy of the database could not be made. " +
                                 in_words(*problem, language));
                return &homes_.back()->world();
              },
              language, open_in_browser};
  const Exit end = command(shell, place);
  for (const std::unique_ptr<Home>& opened : homes_)
    if (opened->is_for_writing()) notes_settle(console, opened->world(), note_files());
  return end;
}

}  // namespace goodturn::helper
