#include "adapters/dav/exchange.h"

#include <deque>

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
  // Another type than XML is refused with 415 by xandikos and Cyrus. Without Accept anything may come.
  request.headers = {{"Content-Type", "application/xml; charset=utf-8"},
                     {"Depth", std::to_string(question.depth)},
                     {"Accept", ""}};
  return request;
}

Result<std::vector<Answered>> ask_all(http::Client& client, const std::vector<Asking>& askings) {
  std::deque<MultistatusReader> readers;
  std::vector<http::Request> requests;
  for (const Asking& asking : askings) {
    auto& reader = readers.emplace_back(asking.question.url, [&asking](const ResponseElement& element) {
      return asking.on_response(asking.question.url, element);
    });
    requests.push_back(request_for(asking.question));
    requests.back().sink = [&reader](std::string_view piece) { return reader.feed(piece); };
  }
  std::vector<Answered> all(askings.size());
  const auto sent = client.send_all(std::move(requests), askings.size(),
                                    [&](std::size_t index, Result<http::Response> response) -> Result<void> {
                                      if (!response) return fail(response.error());
                                      Answered& answered = all[index];
                                      answered = {response->status, response->url, {}, {}};
                                      if (!answered.ok()) {
                                        answered.refusal = std::move(*response);
                                        return {};
                                      }
                                      if (auto whole = readers[index].finish(); !whole) return whole;
                                      answered.sync_token = readers[index].sync_token();
                                      return {};
                                    });
  if (!sent) return fail(sent.error());
  return all;
}

Result<Answered> ask(http::Client& client, const Question& question, const OnResponse& on_response) {
  auto answered = ask_all(client, {{question, on_response}});
  if (!answered) return fail(answered.error());
  return std::move(answered->front());
}

}  // namespace goodturn::dav
