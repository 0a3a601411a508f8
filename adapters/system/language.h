// The language of the desktop that the program was started in.
#pragma once

#include <string>

namespace goodturn::system {

/// The locale of messages as POSIX names it ("de_AT.UTF-8"): $LC_ALL, else $LC_MESSAGES, else $LANG; empty:
/// none.
[[nodiscard]] std::string message_locale();

}  // namespace goodturn::system
