// PROPFIND and REPORT: send XML, read the multistatus while it arrives.
#pragma once

#include <string>

#include "adapters/dav/multistatus.h"
#include "adapters/http/client.h"

namespace goodturn::dav {

/// A question that is answered by a multistatus.
struct Question {
  std::string method;  ///< PROPFIND or REPORT
  http::Url url;
  int depth = 0;
  std::string body;
};

/// The end of an answered question. status is 207 (or the multistatus came with 200); anything else is
/// the server's refusal with `refusal` as its body.
struct Answered {
  int status = 0;
  http::Url url;           ///< after redirects inside the origin
  std::string sync_token;
  http::Response refusal;  ///< set where ok() is false

  [[nodiscard]] bool ok() const { return status == 200 || status == 207; }
  /// True where the refusal's DAV:error names this condition (looked for as text: it may be any XML).
  [[nodiscard]] bool names_condition(std::string_view local_name) const;
};

/// Asks, and passes each response element on with the URL its hrefs are relative to.
Result<Answered> ask(http::Client& client, const Question& question,
                     const std::function<Result<void>(const http::Url&, const ResponseElement&)>& on_response);

/// The request for a question, for callers that send several at once.
[[nodiscard]] http::Request request_for(const Question& question);

}  // namespace goodturn::dav
