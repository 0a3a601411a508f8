// What opens the door of an account, and where it is kept.
#pragma once

#include "helper/accounts/accounts.h"

namespace goodturn::helper {

/// Of an account that is being set up.
[[nodiscard]] Keys keys_of(World& world, const AccountRequest& request);

/// Of a stored account, whatever it signs in with. Errors: those of the Secrets.
[[nodiscard]] Result<Keys> keys_of(World& world, const sync::Account& account);

/// Puts what a new account signs in with among the Secrets.
Result<void> keep_keys(World& world, sync::AccountId account, const AccountRequest& request);

}  // namespace goodturn::helper
