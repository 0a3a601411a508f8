#include "adapters/dav/exchange.h"

#include "adapters/http/status.h"

namespace goodturn::dav {

bool Answered::names_condition(std::string_view local_name) const {
  return refusal.body.find(local_name) != std::string::npos;
}

http::Request request_for(const Question& question) {
  http::Request request;
  request.method = question.method;
  request.url = question.url;
  request.body = question.body;
  // Another type than XML is refused with 415 by xandikos and Cyrus.
  request.headers = {{"Content-Type", "application/xml; charset=utf-8"}, {"Depth", std::to_string(question.depth)}};
  return request;
}

Result<Answered> ask(http::Client& client, const Question& question,
                     const std::function<Result<void>(const http::Url&, const ResponseElement&)>& on_response) {
  MultistatusReader reader(question.url, [&](const ResponseElement& element) {
    return on_response(question.url, element);
  });
  http::Request request = request_for(question);
  request.sink = [&reader](std::string_view piece) { return reader.feed(piece); };
  auto response = client.send(std::move(request));
  if (!response) return fail(response.error());
  Answered answered{response->status, response->url, {}, {}};
  if (!answered.ok()) {
    answered.refusal = std::move(*response);
    return answered;
  }
  if (const auto whole = reader.finish(); !whole) return fail(whole.error());
  answered.sync_token = reader.sync_token();
  return answered;
}

}  // namespace goodturn::dav
