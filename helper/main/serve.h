// The commands that run the service, and those that reach a running one.
#pragma once

#include <filesystem>
#include <optional>

#include "helper/command/commands.h"

namespace goodturn::helper {

/// How a program that is started here is called and where its home is.
struct Place {
  std::filesystem::path home;
  std::optional<Instant> now;
};

/// Serves until SIGINT or SIGTERM. With `wait` a helper that runs already on the home is waited for and
/// succeeded.
Exit serve(Console& console, const Place& place, bool wait);

/// Speaks native messaging on stdin and stdout: answers each message with the bridge's port and a token for
/// the add-on, and serves until stdin ends. When a helper runs already, its port is handed out instead, and
/// this program ends soon after that one.
Exit native_host(const Place& place);

/// Prints or opens a one-time link to the pages; starts a helper in the background when none runs.
Exit open_pages(Console& console, const Place& place, bool print_only);

/// Opens an address with xdg-open(1); false where that fails.
bool open_in_browser(const std::string& link);

/// Puts a copy in place of the database; what was there is moved aside with what can be read from it.
/// `from`: the copy; empty: the newest good one of the home.
Exit restore(Console& console, const Place& place, const std::string& from);

/// Takes an export (docs/export.md) into a home without accounts and items.
Exit restore_export(Console& console, const Place& place, const std::filesystem::path& folder);

/// Erases everything Goodturn has put into the home, and its passwords; without `agreed` only tells.
Exit erase_home(Shell& shell, const Place& place, bool agreed);

/// Looks at every link of the chain and says what to do about what is broken.
Exit doctor(Console& console, const Place& place);

}  // namespace goodturn::helper
