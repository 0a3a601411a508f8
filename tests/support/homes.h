// Where the servers of the tests keep what a user makes.
#pragma once

#include <string>

namespace goodturn::tests {

/// The path below which alice makes address books or calendars: "/alice/contacts/". `server` is the name of
/// its script.
[[nodiscard]] std::string home_path(const std::string& server, bool cards);

}  // namespace goodturn::tests
