#include "helper/accounts/keys.h"

namespace goodturn::helper {

Keys keys_of(World& world, const AccountRequest& request) {
  Keys keys{request.password, request.passphrase, {}};
  if (request.grant) keys.bearer = bearer_of(world, request.grant);
  if (request.sign_in.kind == sign_in::Kind::token) keys.bearer = bearer_of(request.password);
  return keys;
}

Result<Keys> keys_of(World& world, const sync::Account& account) {
  Keys keys;
  if (!account.sign_in.client_certificate.empty()) {
    const auto passphrase = world.secrets.get(passphrase_name(account.id));
    if (!passphrase) return fail(passphrase.error());
    keys.passphrase = passphrase->value_or("");
  }
  if (account.sign_in.kind == sign_in::Kind::oauth) {
    keys.bearer = bearer_of(world, account);
    return keys;
  }
  const auto secret = world.secrets.get(secret_name(account.id));
  if (!secret) return fail(secret.error());
  keys.password = secret->value_or("");
  if (account.sign_in.kind == sign_in::Kind::token) keys.bearer = bearer_of(keys.password);
  return keys;
}

Result<void> keep_keys(World& world, sync::AccountId account, const AccountRequest& request) {
  if (!request.passphrase.empty())
    if (auto kept = world.secrets.set(passphrase_name(account), request.passphrase); !kept) return kept;
  if (request.grant) {
    const std::lock_guard guard(request.grant->mutex);
    return world.secrets.set(secret_name(account), text_of(request.grant->grant));
  }
  return request.password.empty() ? Result<void>{}
                                  : world.secrets.set(secret_name(account), request.password);
}

Result<std::unique_ptr<Source>> open_account(World& world, const sync::Account& account,
                                             const Cancelled& cancelled) {
  if (account.sign_in.withdrawn) return fail(withdrawn_error(account));
  const auto keys = keys_of(world, account);
  if (!keys) return fail(keys.error());
  return world.open_source(account, *keys, cancelled);
}

}  // namespace goodturn::helper
