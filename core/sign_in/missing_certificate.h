// That a server lets in only who shows a certificate of their own, and none was given.
#pragma once

#include "core/base/error.h"

namespace goodturn::sign_in {

/// What Error::http_status says then, however the server refused: nginx's own number for it; RFC 9110 has
/// none.
inline constexpr int missing_certificate = 496;

/// Whether the user has to give the file of their certificate.
[[nodiscard]] inline bool wants_certificate(const Error& error) {
  return error.kind == ErrorKind::auth && error.http_status == missing_certificate;
}

}  // namespace goodturn::sign_in
