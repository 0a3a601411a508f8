#include "helper/accounts/change.h"

#include "helper/accounts/keys.h"

namespace goodturn::helper {
namespace {

sync::Account changed(sync::Account account, const SignInChange& change) {
  sign_in::SignIn& how = account.sign_in;
  if (change.user) account.user = *change.user;
  if (change.certificate) how.certificate = *change.certificate;
  if (change.client_certificate) how.client_certificate = *change.client_certificate;
  if (!change.password && !change.token && !change.grant) return account;
  how.kind = change.grant   ? sign_in::Kind::oauth
             : change.token ? sign_in::Kind::token
                            : sign_in::Kind::password;
  how.oauth = change.grant ? change.grant->oauth : sign_in::OAuth{};
  how.withdrawn = false;
  return account;
}

bool is_file(const sync::Account& account) {
  return account.kind == sync::AccountKind::feed && account.url.find("://") == std::string::npos;
}

/// The keys kept so far with the changed ones in their place.
Result<Keys> keys_after(World& world, const sync::Account& account, const SignInChange& change) {
  auto keys = keys_of(world, account);
  if (!keys) return keys;
  if (change.passphrase) keys->passphrase = *change.passphrase;
  if (change.password) *keys = {*change.password, keys->passphrase, {}};
  if (change.token) keys->bearer = bearer_of(*change.token);
  if (change.grant) keys->bearer = bearer_of(world, change.grant);
  return keys;
}

Result<void> keep_changed(World& world, sync::AccountId account, const SignInChange& change) {
  AccountRequest kept;
  kept.password = change.token ? *change.token : change.password.value_or("");
  kept.passphrase = change.passphrase.value_or("");
  kept.grant = change.grant;
  return keep_keys(world, account, kept);
}

}  // namespace

Result<sync::Account> change_sign_in(World& world, sync::AccountId id, const SignInChange& change,
                                     const Cancelled& cancelled) {
  const auto known = [&] {
    const auto lock = world.lock();
    return find_account(world, id);
  }();
  if (!known) return known;
  if (known->kind == sync::AccountKind::vdir || is_file(*known))
    return fail(ErrorKind::invalid, "This account is on this computer; nobody signs in there.", known->url);
  const sync::Account after = changed(*known, change);
  if (after.sign_in.withdrawn) return fail(withdrawn_error(after));
  const auto keys = keys_after(world, after, change);
  if (!keys) return fail(keys.error());
  // Number 0: somebody waits for the answer.
  sync::Account tried = after;
  tried.id = 0;
  auto source = world.open_source(tried, *keys, cancelled);
  if (!source) return fail(source.error());
  if (const auto found = (*source)->discover(); !found) return fail(found.error());
  const auto lock = world.lock();
  if (const auto still = find_account(world, id); !still) return still;
  if (auto kept = keep_changed(world, id, change); !kept) return fail(kept.error());
  if (auto stored = world.store.update_account(after); !stored) return fail(stored.error());
  return after;
}

}  // namespace goodturn::helper
