#include "helper/sign_in/grants.h"

#include "helper/accounts/accounts.h"
#include "helper/json/json.h"

namespace goodturn::helper {
namespace {

Error no_browser_error() {
  return {ErrorKind::storage, "Signing in through a browser is not possible here.", "", 0, std::nullopt};
}

/// Asks for fresh tokens. Error kind auth: the refresh token is no longer good, or there is none.
Result<sign_in::Grant> renewed(World& world, const sign_in::OAuth& oauth, const sign_in::Grant& old) {
  if (world.authority == nullptr) return fail(no_browser_error());
  if (old.refresh_token.empty())
    return fail(ErrorKind::auth, "The sign-in is too old. Sign in again.", oauth.token);
  auto fresh = world.authority->ask(oauth, sign_in::refresh_fields(oauth, old), world.clock.now());
  if (!fresh) return fresh;
  // A server that does not change it does not repeat it, RFC 6749 §6.
  if (fresh->refresh_token.empty()) fresh->refresh_token = old.refresh_token;
  fresh->client_secret = old.client_secret;
  return fresh;
}

bool serves(const sign_in::Grant& grant, const std::string& refused, Instant now) {
  return !sign_in::is_stale(grant, now) && grant.access_token != refused;
}

/// The grant among the Secrets, and what was read of it last.
class StoredGrant {
 public:
  StoredGrant(World& world, sync::Account account) : world_(world), account_(std::move(account)) {}

  Result<std::string> token(const std::string& refused) {
    const std::lock_guard guard(mutex_);
    if (serves(grant_, refused, world_.clock.now())) return grant_.access_token;
    if (world_.authority == nullptr) return fail(no_browser_error());
    const auto alone = world_.authority->alone();
    if (!alone) return fail(alone.error());
    // Somebody else may have renewed it meanwhile.
    const auto stored = world_.secrets.get(secret_name(account_.id));
    if (!stored) return fail(stored.error());
    grant_ = grant_of(stored->value_or(""));
    if (serves(grant_, refused, world_.clock.now())) return grant_.access_token;
    return renew();
  }

 private:
  Result<std::string> renew() {
    auto fresh = renewed(world_, account_.sign_in.oauth, grant_);
    if (!fresh && fresh.error().kind == ErrorKind::auth) return fail(withdraw());
    if (!fresh) return fail(fresh.error());
    if (auto kept = world_.secrets.set(secret_name(account_.id), text_of(*fresh)); !kept)
      return fail(kept.error());
    grant_ = std::move(*fresh);
    return grant_.access_token;
  }

  Error withdraw() {
    const auto lock = world_.lock();
    if (auto account = find_account(world_, account_.id)) {
      account->sign_in.withdrawn = true;
      // A reader (`goodturn doctor`) cannot note it; the next sync finds out once more.
      (void)world_.store.update_account(*account);
    }
    return withdrawn_error(account_);
  }

  World& world_;
  sync::Account account_;
  std::mutex mutex_;
  sign_in::Grant grant_;
};

}  // namespace

std::string text_of(const sign_in::Grant& grant) {
  return Json{{"access_token", grant.access_token},
              {"refresh_token", grant.refresh_token},
              {"client_secret", grant.client_secret},
              {"expires", to_iso(grant.expires)}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

sign_in::Grant grant_of(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return {};
  const auto word = [&](const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
  };
  return {word("access_token"), word("refresh_token"), word("client_secret"),
          parse_instant(word("expires")).value_or(Instant())};
}

Bearer bearer_of(World& world, std::shared_ptr<HeldGrant> held) {
  return [&world, held = std::move(held)](const std::string& refused) -> Result<std::string> {
    const std::lock_guard guard(held->mutex);
    if (serves(held->grant, refused, world.clock.now())) return held->grant.access_token;
    auto fresh = renewed(world, held->oauth, held->grant);
    if (!fresh) return fail(fresh.error());
    held->grant = std::move(*fresh);
    return held->grant.access_token;
  };
}

Bearer bearer_of(World& world, const sync::Account& account) {
  return [stored = std::make_shared<StoredGrant>(world, account)](const std::string& refused) {
    return stored->token(refused);
  };
}

Bearer bearer_of(std::string token) {
  return [token = std::move(token)](const std::string& refused) -> Result<std::string> {
    if (refused.empty()) return token;
    return fail(ErrorKind::auth, "The server refused the token. Make a new one there and enter it here.");
  };
}

Error withdrawn_error(const sync::Account& account) {
  return error_of(
      ErrorKind::auth,
      Said("Your consent for Goodturn was withdrawn there, or has run out. Nothing is asked until "
           "you sign in again: at the account, or with `goodturn account sign-in {account}`.",
           {{"account", std::to_string(account.id)}}),
      account.url);
}

Result<void> revoke_grant(World& world, const sync::Account& account, const sign_in::Grant& grant) {
  const sign_in::OAuth& oauth = account.sign_in.oauth;
  if (oauth.revocation.empty() || account.sign_in.withdrawn || grant.access_token.empty()) return {};
  if (world.authority == nullptr) return fail(no_browser_error());
  return world.authority->revoke(oauth, sign_in::revocation_fields(oauth, grant));
}

}  // namespace goodturn::helper
