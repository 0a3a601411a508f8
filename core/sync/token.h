// Sync-tokens are opaque, but many end in a number that counts up.
#pragma once

#include "core/base/strong.h"

namespace goodturn::sync {

/// True when both tokens are the same up to a decimal number at the end and that number became smaller: the
/// server was restored from a backup, or its clock went back (SOGo's tokens are seconds), and what it says
/// has changed since `old` means nothing. False for tokens of any other form.
[[nodiscard]] bool went_back(const SyncToken& old, const SyncToken& fresh);

}  // namespace goodturn::sync
