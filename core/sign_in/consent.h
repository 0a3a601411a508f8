// The texts of OAuth 2.0 between us, the browser and the authorization server: an authorization code with a
// proof of key that comes back to this computer (RFC 6749 §4.1, RFC 7636, RFC 8252 §7.3).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/sign_in/sign_in.h"

namespace goodturn::sign_in {

/// Names and values of a form, in order.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// application/x-www-form-urlencoded, with %20 for a space (also right in the query of a URL).
[[nodiscard]] std::string form_text(const Fields& fields);

/// Reads such a text; "+" counts as a space. A broken escape stays as it is.
[[nodiscard]] Fields read_form(std::string_view text);

/// What belongs to one try and is never used for another.
struct Attempt {
  std::string state;     ///< unguessable: an answer without it is not ours (RFC 6749 §10.12)
  std::string verifier;  ///< 43 characters, RFC 7636 §4.1
  std::string redirect;  ///< "http://127.0.0.1:PORT/"
};

/// `random`: 64 unpredictable bytes.
[[nodiscard]] Attempt new_attempt(std::string_view random, std::string redirect);

/// Where the browser is sent. `challenge`: base64url of the SHA-256 of the verifier.
[[nodiscard]] std::string authorization_address(const OAuth& oauth, const Attempt& attempt,
                                                std::string_view challenge);

/// The code in the query with which the browser came back. Errors: suspicious (not an answer to this attempt:
/// another state, another issuer, nothing in it), auth (the user said no), protocol (the server says that
/// something is wrong with the request).
[[nodiscard]] Result<std::string> read_landing(std::string_view query, const Attempt& attempt,
                                               const OAuth& oauth);

/// The body of a token request for a code (RFC 6749 §4.1.3, RFC 7636 §4.5).
[[nodiscard]] Fields exchange_fields(const OAuth& oauth, const Attempt& attempt, const std::string& code,
                                     const std::string& client_secret);
/// The body of a token request for a refresh token (RFC 6749 §6).
[[nodiscard]] Fields refresh_fields(const OAuth& oauth, const Grant& grant);
/// The body of a revocation request (RFC 7009 §2.1): of the refresh token, else of the access token.
[[nodiscard]] Fields revocation_fields(const OAuth& oauth, const Grant& grant);

/// Whether the access token is to be renewed before it is used: a minute is left for slow requests.
[[nodiscard]] bool is_stale(const Grant& grant, Instant now);

}  // namespace goodturn::sign_in
