// The command line's words: sub-commands and options, bound to the commands.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "helper/command/brief.h"
#include "helper/command/files.h"
#include "helper/command/journal_commands.h"
#include "helper/command/notes.h"
#include "helper/main/home.h"
#include "helper/main/serve.h"

namespace goodturn::helper {

/// What was typed. run() is set by the chosen sub-command's callback.
class Arguments {
 public:
  /// Runs the chosen command.
  [[nodiscard]] Exit run();

  std::string home;
  std::string now;
  bool json = false;
  AddAccountArguments account;
  LogArguments log;
  JournalArguments journal;
  BriefArguments brief;
  PeopleArguments people;
  KeepArguments keep;
  MailScope mail;
  NotesArguments notes;
  AccountEdit account_edit;
  std::int64_t id = 0;
  std::string write_back, meetings, text, folder;
  std::vector<std::string> words;
  bool dry_run = false;
  bool deletions_confirmed = false;
  bool print_only = false;
  bool wait = false;
  bool with_friends = false;
  bool with_reflections = false;
  bool agreed = false;
  ImportArguments import;
  bool on_server = false;
  std::function<Exit(Shell&, const Place&)> command;

 private:
  std::vector<std::unique_ptr<Home>> homes_;
};

/// A sub-command that runs `command`.
CLI::App* add_command(CLI::App& app, Arguments& arguments, const char* name, const char* help,
                      std::function<Exit(Shell&, const Place&)> command);

/// Declares all sub-commands and options on `app`, bound to `arguments`, which must outlive it.
void declare(CLI::App& app, Arguments& arguments);

}  // namespace goodturn::helper
