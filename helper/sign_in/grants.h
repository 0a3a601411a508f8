// The tokens of an account: kept among the secrets, renewed when they are old or refused.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "helper/world.h"

namespace goodturn::helper {

/// A grant as it is kept among the Secrets, and read again; what cannot be read counts as none.
[[nodiscard]] std::string text_of(const sign_in::Grant& grant);
[[nodiscard]] sign_in::Grant grant_of(const std::string& text);

/// Tokens of an account that is still being set up: whoever tries them renews them for all.
struct HeldGrant {
  std::mutex mutex;
  sign_in::OAuth oauth;
  sign_in::Grant grant;
};

/// Gives tokens of an account that is not stored yet.
[[nodiscard]] Bearer bearer_of(World& world, std::shared_ptr<HeldGrant> held);

/// Gives tokens of a stored account. Once the authorization server takes the refresh token no longer, the
/// account is marked as withdrawn, and neither server is asked again until the user signs in. Safe to call
/// from several threads, not under World::lock().
[[nodiscard]] Bearer bearer_of(World& world, const sync::Account& account);

/// A token that the user gave us; there is no other.
[[nodiscard]] Bearer bearer_of(std::string token);

/// What somebody whose access was withdrawn should do.
[[nodiscard]] Error withdrawn_error(const sync::Account& account);

/// Takes the tokens back at the authorization server (RFC 7009), where it offers that.
Result<void> revoke_grant(World& world, const sync::Account& account, const sign_in::Grant& grant);

}  // namespace goodturn::helper
