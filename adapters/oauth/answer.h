// What authorization servers answer, as JSON.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/sign_in/sign_in.h"

namespace goodturn::oauth {

/// The metadata of an issuer (RFC 8414 §2). Errors: protocol (no such document, or a place that is neither
/// https nor on this computer), suspicious (it belongs to another issuer, §3.3).
[[nodiscard]] Result<sign_in::OAuth> read_metadata(const std::string& body, const std::string& issuer);

/// The answer of the token endpoint with status 200 (RFC 6749 §5.1). Errors: protocol.
[[nodiscard]] Result<sign_in::Grant> read_grant(const std::string& body, Instant now);

/// The error of an answer with another status (RFC 6749 §5.2); `where`: the endpoint. Kind auth exactly where
/// the code or refresh token is no longer good.
[[nodiscard]] Error read_refusal(const std::string& body, int status, const std::string& where);

}  // namespace goodturn::oauth
