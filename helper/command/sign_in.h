// Signing in on the command line: secrets come from files, consent from the browser.
#pragma once

#include "helper/accounts/accounts.h"
#include "helper/command/commands.h"

namespace goodturn::helper {

/// A request without url and name, after the browser where one is wanted. Errors: invalid (files, or several
/// ways at once), those of BrowserSignIn.
[[nodiscard]] Result<AccountRequest> account_request_of(Shell& shell, World& world,
                                                        const SignInArguments& arguments);

/// A refusal in words for who forgot the password.
[[nodiscard]] Error explained(Error error, const SignInArguments& arguments);

}  // namespace goodturn::helper
