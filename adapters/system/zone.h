// The user's time zone.
#pragma once

#include <string>

namespace goodturn::system {

/// The IANA name of the local time zone ("Europe/Berlin"): $TZ when it is a name, else the link
/// /etc/localtime, else /etc/timezone, else "UTC".
[[nodiscard]] std::string local_zone();

}  // namespace goodturn::system
