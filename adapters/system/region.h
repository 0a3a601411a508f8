// The country the user lives in.
#pragma once

#include <string>

namespace goodturn::system {

/// The country of the user as two capital letters (ISO 3166): that of the locale in $LC_ALL, $LC_TELEPHONE or
/// $LANG ("de_AT.UTF-8"), else the country of the time zone by the system's zone.tab, else empty.
[[nodiscard]] std::string local_region(const std::string& zone);

}  // namespace goodturn::system
