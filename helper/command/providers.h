// The known providers on the command line.
#pragma once

#include <optional>
#include <string>

#include "helper/command/commands.h"
#include "helper/sign_in/browser.h"

namespace goodturn::helper {

/// Where `issuer` is the name of a known provider: its authorization server, and its scope where none is
/// given.
[[nodiscard]] AuthorityChoice with_preset(AuthorityChoice choice);

}  // namespace goodturn::helper
