#include "helper/command/sign_in.h"

#include <filesystem>
#include <fstream>

#include "core/sign_in/missing_certificate.h"
#include "helper/accounts/change.h"
#include "helper/command/providers.h"
#include "helper/sign_in/sign_ins.h"

namespace goodturn::helper {
namespace {

/// First line of the file: editors and `echo` end it with a line break that is not part of the secret.
Result<std::string> read_secret(const std::string& file) {
  if (file.empty()) return std::string();
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(ErrorKind::invalid, "The password file cannot be read.", file);
  std::string secret;
  std::getline(stream, secret);
  if (!secret.empty() && secret.back() == '\r') secret.pop_back();
  return secret;
}

/// Sends the user to the browser and waits.
Result<std::shared_ptr<HeldGrant>> through_browser(Shell& shell, World& world, sign_in::OAuth oauth,
                                                   std::string client_secret) {
  auto browser = BrowserSignIn::begin(world, std::move(oauth), std::move(client_secret));
  if (!browser) return fail(browser.error());
  const bool opened = shell.browse((*browser)->address());
  shell.console.remark(Said(opened ? "command.browser_open" : "command.browser_by_hand"));
  shell.console.remark((*browser)->address());
  return (*browser)->wait([] { return false; }, longest_sign_in);
}

Result<std::shared_ptr<HeldGrant>> new_grant(Shell& shell, World& world, const SignInArguments& arguments) {
  auto secret = read_secret(arguments.client_secret_file);
  if (!secret) return fail(secret.error());
  auto oauth =
      find_authority(world, with_preset({arguments.issuer, arguments.client_id, "", arguments.scope}));
  if (!oauth) return fail(oauth.error());
  return through_browser(shell, world, std::move(*oauth), std::move(*secret));
}

Result<std::shared_ptr<HeldGrant>> grant_again(Shell& shell, World& world, sync::AccountId account) {
  auto known = known_authority(world, account);
  if (!known) return fail(known.error());
  return through_browser(shell, world, std::move(known->oauth), std::move(known->client_secret));
}

/// Certificates are looked for again at every start, wherever that is.
std::string absolute(const std::string& file) {
  return file.empty() ? file : std::filesystem::absolute(file).lexically_normal().string();
}

Result<SignInChange> change_of(Shell& shell, World& world, sync::AccountId account,
                               const SignInArguments& arguments) {
  const auto request = account_request_of(shell, world, arguments);
  if (!request) return fail(request.error());
  SignInChange change;
  if (!arguments.user.empty()) change.user = arguments.user;
  if (!arguments.password_file.empty()) change.password = request->password;
  if (!arguments.token_file.empty()) change.token = request->password;
  change.certificate = arguments.certificate;
  if (arguments.client_certificate) change.client_certificate = absolute(*arguments.client_certificate);
  if (!arguments.passphrase_file.empty()) change.passphrase = request->passphrase;
  change.grant = request->grant;
  if (change.user || change.password || change.token || change.grant || change.certificate ||
      change.client_certificate || change.passphrase)
    return change;
  auto grant = grant_again(shell, world, account);
  if (!grant) return fail(grant.error());
  change.grant = std::move(*grant);
  return change;
}

}  // namespace

Result<AccountRequest> account_request_of(Shell& shell, World& world, const SignInArguments& arguments) {
  const int ways =
      !arguments.password_file.empty() + !arguments.token_file.empty() + !arguments.issuer.empty();
  if (ways > 1)
    return fail(ErrorKind::invalid, "Give one of --password-file, --token-file and --oauth, not several.");
  const bool token = !arguments.token_file.empty();
  const auto secret = read_secret(token ? arguments.token_file : arguments.password_file);
  if (!secret) return fail(secret.error());
  const auto passphrase = read_secret(arguments.passphrase_file);
  if (!passphrase) return fail(passphrase.error());
  AccountRequest request{"", arguments.user, *secret, ""};
  if (token) request.sign_in.kind = sign_in::Kind::token;
  request.sign_in.certificate = arguments.certificate.value_or("");
  request.sign_in.client_certificate = absolute(arguments.client_certificate.value_or(""));
  request.passphrase = *passphrase;
  if (arguments.issuer.empty()) return request;
  auto grant = new_grant(shell, world, arguments);
  if (!grant) return fail(grant.error());
  request.grant = std::move(*grant);
  return request;
}

Error explained(Error error, const SignInArguments& arguments) {
  const bool nothing =
      arguments.password_file.empty() && arguments.token_file.empty() && arguments.issuer.empty();
  if (sign_in::wants_certificate(error))
    reword(error, in_a_row({said_of(error),
                            Said("On the command line: --client-certificate FILE --passphrase-file FILE")}));
  else if (error.kind == ErrorKind::auth && nothing && !arguments.client_certificate)
    reword(
        error,
        Said("The server wants a password. Write it into a file and give that with --password-file FILE."));
  if (!error.certificate.empty())
    reword(error, in_a_row({said_of(error), Said("On the command line: --accept-certificate {certificate}",
                                                 {{"certificate", error.certificate}})}));
  return error;
}

Exit account_sign_in(Shell& shell, sync::AccountId account, const SignInArguments& arguments) {
  const auto world = shell.open(Access::write);
  if (!world) return shell.console.failed(world.error());
  const auto change = change_of(shell, **world, account, arguments);
  if (!change) return shell.console.failed(change.error());
  const auto changed = change_sign_in(**world, account, *change, [] { return false; });
  if (!changed) return shell.console.failed(explained(changed.error(), arguments));
  shell.console.line(Said("command.signed_in", {{"account", changed->name}}));
  shell.console.answer(json_of(*changed));
  return Exit::ok;
}

}  // namespace goodturn::helper
