// From what went wrong on the wire to an Error that tells the user what to do.
#pragma once

#include <curl/curl.h>

#include <string>

#include "adapters/http/certificate.h"
#include "adapters/http/message.h"
#include "core/base/result.h"

namespace goodturn::http {

/// The error of a transfer that brought no usable answer. `easy` is the handle it ran on; `check`
/// what it learnt of the server's certificate, which a refusal names.
[[nodiscard]] Error transfer_error(CURLcode code, CURL* easy, const Url& url, const CertificateCheck& check);

/// Synthetic status for "the content is too large" in either direction; callers split their request.
inline constexpr int too_large_status = 413;

/// The answer grew beyond `limit` decoded bytes, or unpacks suspiciously. http_status is 413.
[[nodiscard]] Error too_large_error(const Url& url, std::size_t limit);

}  // namespace goodturn::http
