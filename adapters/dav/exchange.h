// PROPFIND and REPORT: send XML, read the multistatus while it arrives.
#pragma once

#include <functional>
#include <string>
#include <vector>

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
  http::Url url;  ///< after redirects inside the origin
  std::string sync_token;
  http::Response refusal;  ///< set where ok() is false

  [[nodiscard]] bool ok() const { return status == 200 || status == 207; }
  /// True where the refusal's DAV:error names this condition (looked for as text: it may be any XML).
  [[nodiscard]] bool names_condition(std::string_view local_name) const;
};

/// Takes each response element with the URL its hrefs are relative to.
using OnResponse = std::function<Result<void>(const http::Url&, const ResponseElement&)>;

/// Asks, and passes each response element on.
Result<Answered> ask(http::Client& client, const Question& question, const OnResponse& on_response);

struct Asking {
  Question question;
  OnResponse on_response;
};

/// Asks several questions at the same time; the answers come in the order of the questions. Response
/// elements of different questions arrive mixed. The first failure stops all.
Result<std::vector<Answered>> ask_all(http::Client& client, const std::vector<Asking>& askings);

/// The request for a question, for callers that send several at once.
[[nodiscard]] http::Request request_for(const Question& question);

}  // namespace goodturn::dav
