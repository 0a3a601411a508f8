#include "helper/main/account_arguments.h"

namespace goodturn::helper {
namespace {

std::optional<bool> on_or_off(const std::string& word) {
  return word.empty() ? std::nullopt : std::optional(word == "on");
}

/// The options of every way to sign in.
void declare_sign_in(CLI::App& one, SignInArguments& how) {
  one.add_option("--user", how.user, "User name; with an @ also one of your own addresses");
  one.add_option("--password-file", how.password_file, "File whose first line is the password")
      ->check(CLI::ExistingFile);
  one.add_option("--token-file", how.token_file,
                 "File whose first line is a token, sent instead of a password")
      ->check(CLI::ExistingFile);
  CLI::Option* issuer = one.add_option(
      "--oauth", how.issuer,
      "Sign in through the browser: address of the sign-in server, or a name from `account providers`");
  one.add_option("--client-id", how.client_id, "The id that the provider gave you for Goodturn")
      ->needs(issuer);
  one.add_option("--client-secret-file", how.client_secret_file,
                 "File whose first line is the secret with it")
      ->needs(issuer)
      ->check(CLI::ExistingFile);
  one.add_option("--scope", how.scope, "What to ask for; words with spaces between")->needs(issuer);
  one.add_option("--accept-certificate", how.certificate,
                 "Fingerprint of the server's certificate, after you compared it; \"\" for none");
  one.add_option("--client-certificate", how.client_certificate,
                 "File of your own certificate with its key (PEM, or PKCS#12 as .p12); \"\" for none");
  one.add_option("--passphrase-file", how.passphrase_file, "File whose first line opens that certificate")
      ->check(CLI::ExistingFile);
}

}  // namespace

void declare_accounts(CLI::App& app, Arguments& a) {
  CLI::App* account = app.add_subcommand("account", "Accounts: servers, folders and feeds")
                          ->require_subcommand(1)
                          ->fallthrough();
  CLI::App* one = add_command(*account, a, "add", "Find and add an account",
                              [&a](Shell& shell, const Place&) { return account_add(shell, a.account); });
  one->add_option("URL", a.account.url, "Server address, host, e-mail address, folder or .ics address")
      ->required();
  declare_sign_in(*one, a.account.sign_in);
  one->add_option("--name", a.account.name, "Name to show");
  add_command(*account, a, "list", "List the accounts",
              [](Shell& shell, const Place&) { return account_list(shell); });
  add_command(*account, a, "providers", "Which address and which password known providers want",
              [](Shell& shell, const Place&) { return account_providers(shell); });
  CLI::App* edit =
      add_command(*account, a, "set", "Change its name or your own addresses",
                  [&a](Shell& shell, const Place&) { return account_edit(shell, a.id, a.account_edit); });
  edit->add_option("ID", a.id, "Number from `account list`")->required();
  edit->require_option(2, 3);  // ID counts as one
  edit->add_option("--name", a.account_edit.name, "Name to show");
  edit->add_option("--own-address", a.account_edit.own_addresses,
                   "All your addresses, each with this option");
  CLI::App* again = add_command(
      *account, a, "sign-in", "Sign in again, or with another password or certificate",
      [&a](Shell& shell, const Place&) { return account_sign_in(shell, a.id, a.account.sign_in); });
  again->add_option("ID", a.id, "Number from `account list`")->required();
  declare_sign_in(*again, a.account.sign_in);
  add_command(*account, a, "remove", "Remove an account here; the server keeps everything",
              [&a](Shell& shell, const Place&) { return account_remove(shell, a.id); })
      ->add_option("ID", a.id, "Number from `account list`")
      ->required();
}

void declare_collections(CLI::App& app, Arguments& a) {
  CLI::App* collection =
      app.add_subcommand("collection", "Address books and calendars")->require_subcommand(1)->fallthrough();
  add_command(*collection, a, "list", "List them with their switches",
              [](Shell& shell, const Place&) { return collection_list(shell); });
  const auto with_id = [&a](CLI::App* sub) {
    sub->add_option("ID", a.id, "Number from `collection list`")->required();
    return sub;
  };
  with_id(add_command(*collection, a, "enable", "Synchronise it", [&a](Shell& shell, const Place&) {
    return collection_edit(shell, a.id, {true, {}, {}});
  }));
  with_id(add_command(*collection, a, "disable", "Leave it out", [&a](Shell& shell, const Place&) {
    return collection_edit(shell, a.id, {false, {}, {}});
  }));
  CLI::App* set =
      with_id(add_command(*collection, a, "set", "Change its switches", [&a](Shell& shell, const Place&) {
        return collection_edit(shell, a.id, {{}, on_or_off(a.meetings), on_or_off(a.write_back)});
      }));
  set->require_option(2, 3);  // ID counts as one
  set->add_option("--write-back", a.write_back, "Write tags to its cards")
      ->check(CLI::IsMember({"on", "off"}));
  set->add_option("--meetings", a.meetings, "Count its events as meetings")
      ->check(CLI::IsMember({"on", "off"}));
}

}  // namespace goodturn::helper
