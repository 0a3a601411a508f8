// Another password, another token, another certificate: for an account that stays.
#pragma once

#include "helper/accounts/accounts.h"

namespace goodturn::helper {

/// What is not given stays as it is. At most one of password, token and grant.
struct SignInChange {
  std::optional<std::string> user = {};
  std::optional<std::string> password = {};
  std::optional<std::string> token = {};
  std::shared_ptr<HeldGrant> grant = nullptr;
  std::optional<std::string> certificate = {};         ///< SHA-256 of an accepted one; empty: none any more
  std::optional<std::string> client_certificate = {};  ///< file of the user's own; empty: none any more
  std::optional<std::string> passphrase = {};
};

/// Signs in with it and only then keeps it; the next sync uses it, collections and items stay. Errors:
/// not_found, invalid (a folder or file signs in nowhere), those of discovery: nothing was changed.
Result<sync::Account> change_sign_in(World& world, sync::AccountId account, const SignInChange& change,
                                     const Cancelled& cancelled);

}  // namespace goodturn::helper
