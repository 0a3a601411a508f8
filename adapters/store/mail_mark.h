// What stands in the database for an address, a Message-ID or somebody who was erased.
#pragma once

#include <string_view>

#include "core/relations/observation.h"

namespace goodturn::store {

enum class Marked { person, message, erased };

/// The first 64 bits of SHA-256(salt, kind, text). `salt` has one length in a database, so no two pairs of
/// kind and text give the same bytes. Two of a million messages meet with a chance of 3 in 100 million.
[[nodiscard]] relations::Mark mail_mark(std::string_view salt, Marked kind, std::string_view text);

}  // namespace goodturn::store
