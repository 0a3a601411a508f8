// What a promise that does not hold comes to.
#pragma once

namespace goodturn::fuzz {

/// Prints what broke and aborts, unless it holds.
void require(bool holds, const char* what);

}  // namespace goodturn::fuzz
