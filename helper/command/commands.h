// The command line: every command as a function of its arguments, the world and the console.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "helper/command/console.h"
#include "helper/words/language.h"

namespace goodturn::helper {

/// Reading never waits for a running helper; writing needs the home for itself.
enum class Access { read, write };

/// What the outermost layer (helper/main) gives to the commands.
struct Shell {
  Console& console;
  /// Opens the home; the world lives as long as the program. Errors: busy when another program holds it.
  std::function<Result<World*>(Access)> open;
  Language language = Language::en;  ///< of the text for people, by LC_ALL, LC_MESSAGES, LANG
  /// Opens an address in the user's browser; false where there is none.
  std::function<bool(const std::string&)> browse = [](const std::string&) { return false; };
};

/// How to sign in; every secret is in a file, whose first line counts.
struct SignInArguments {
  std::string user, password_file, token_file;
  std::string issuer, client_id, client_secret_file, scope;  ///< through the browser
  std::optional<std::string> certificate;                    ///< SHA-256 of a server's that is accepted
  std::optional<std::string> client_certificate;             ///< file of the user's own
  std::string passphrase_file;
};
struct AddAccountArguments {
  std::string url, name;
  SignInArguments sign_in;
};
Exit account_add(Shell& shell, const AddAccountArguments& arguments);
/// Another password, token or certificate; without any, again through the browser.
Exit account_sign_in(Shell& shell, sync::AccountId account, const SignInArguments& arguments);
/// Which address, which password, which limits, at known providers.
Exit account_providers(Shell& shell);
Exit account_list(Shell& shell);
/// Own addresses decide who is the user in meetings.
Exit account_edit(Shell& shell, sync::AccountId account, const AccountEdit& edit);
Exit account_remove(Shell& shell, sync::AccountId account);

Exit collection_list(Shell& shell);
Exit collection_edit(Shell& shell, sync::CollectionId collection, const CollectionEdit& edit);

Exit records_show(Shell& shell);
/// Keeps journal and follow-ups in collections of an account; 0 means: found or made there.
struct KeepArguments {
  sync::AccountId account = 0;
  sync::CollectionId journal = 0, follow_ups = 0;
};
Exit records_keep(Shell& shell, const KeepArguments& arguments);
Exit records_here(Shell& shell);

/// Which mail is observed and how much is kept.
Exit mail_show(Shell& shell);
Exit mail_forget(Shell& shell, const MailScope& scope);

/// Values that both sides changed; `take` is "here", "server" or "both".
Exit conflict_list(Shell& shell);
Exit conflict_take(Shell& shell, std::int64_t conflict, const std::string& take);
/// What was written to which server; a write can be taken back.
Exit change_list(Shell& shell);
Exit change_undo(Shell& shell, std::int64_t write);
/// What a sync removed here.
Exit trash_list(Shell& shell);
Exit trash_restore(Shell& shell, std::int64_t trashed);

/// `deletions_confirmed`: carry out deletions that an earlier sync stopped at.
Exit sync_all(Shell& shell, DryRun dry_run, bool deletions_confirmed);
Exit rebuild(Shell& shell);

/// The list of the week; when another program holds the home, as that one left it.
Exit week(Shell& shell);

struct PeopleArguments {
  std::string words, tag, community;  ///< the community by name or id
  bool without_friends = false, unaware_of_goal = false;
};
Exit people(Shell& shell, const PeopleArguments& arguments);
Exit person(Shell& shell, const std::string& uid);
/// `changes` are "+tag" and "-tag"; a word without sign is added.
Exit tag(Shell& shell, const std::string& uid, const std::vector<std::string>& changes);

/// Who may be one person twice, with reasons.
Exit duplicate_list(Shell& shell);
/// The user's word: these are one person; this card is not; these are different people.
Exit duplicate_merge(Shell& shell, const std::vector<std::string>& uids);
Exit duplicate_split(Shell& shell, const std::string& uid);
Exit duplicate_not_same(Shell& shell, const std::vector<std::string>& uids);

struct LogArguments {
  std::string uid, channel, at, note;
};
Exit log_touch(Shell& shell, const LogArguments& arguments);

/// Writes everything but reflections as open files (docs/export.md) into an empty or new folder.
Exit export_all(Shell& shell, const std::filesystem::path& folder);

}  // namespace goodturn::helper
