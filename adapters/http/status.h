// The meaning of HTTP status codes that are no success.
#pragma once

#include "adapters/http/message.h"
#include "core/base/error.h"

namespace goodturn::http {

/// What a status outside 2xx means for the request as a whole, in words for the user. RFC 9110 §15.
/// `status` may come from inside a multistatus; `url` is named without its query.
[[nodiscard]] Error status_error(int status, const Url& url);

/// The same for a whole answer, with its Retry-After. A redirect to another origin is suspicious, and `where`
/// names the place: nothing was sent there. A 400 for want of the user's certificate (nginx) says so.
[[nodiscard]] Error status_error(const Response& response);
/// The same for a status inside that answer.
[[nodiscard]] Error status_error(int status, const Response& response);

/// For an answer that sends on from one origin to another.
[[nodiscard]] Error elsewhere_error(const Url& from, const Url& to);

/// For a server that lets in only who shows a certificate of their own, where none was given
/// (sign_in::wants_certificate).
[[nodiscard]] Error missing_certificate_error(const Url& url);

/// True for answers that a later identical request may turn into a success: 429, 502, 503, 504.
[[nodiscard]] bool worth_repeating(int status);

/// True for those of them that say that nothing was done: 429 and 503. A 502 or 504 comes from a gateway,
/// behind which a write may have been carried out.
[[nodiscard]] bool not_done(int status);

/// True where the body looks like a web page: a log-in form or a captive portal.
[[nodiscard]] bool looks_like_web_page(std::string_view body);

/// The error for a web page that came instead of data.
[[nodiscard]] Error web_page_error(const Url& url);

}  // namespace goodturn::http
