#include "adapters/bridge/dispatcher.h"

#include <algorithm>
#include <utility>

namespace goodturn::bridge {
namespace {

using nlohmann::json;

constexpr std::string_view without_pages =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Goodturn</title>"
    "<h1>The pages are missing</h1><p>This program was built without its pages. Build them with "
    "<code>make build</code> and start it again. The add-on and the command line work without "
    "them.</p></html>\n";

Reply reply_of(const Response& response, const Head& head) {
  Reply reply{response.status, response.content_type, response.text, {}};
  if (!response.etag.empty()) {
    reply.headers.emplace_back("ETag", response.etag.value);
    if (head.method == "GET" && response.status == 200 && head.value("if-none-match") == response.etag.value)
      reply.status = 304;
  }
  if (reply.status == 204 || reply.status == 304) {
    reply.content_type.clear();
    reply.body.clear();
  } else if (reply.content_type.empty()) {
    reply.content_type = "application/json";
    // One badly encoded card must not turn a whole list into an error.
    reply.body = response.json.dump(-1, ' ', false, json::error_handler_t::replace);
  }
  return reply;
}

Result<json> parse_body(const OperationRule& rule, const std::string& raw) {
  json body = json::parse(raw, nullptr, false);
  if (body.is_discarded()) return fail(ErrorKind::invalid, "The body is not JSON.");
  if (auto fits = rule.body->check(body); !fits) return fail(fits.error());
  rule.body->add_defaults(body);
  return body;
}

}  // namespace

bool page_path(std::string_view path) {
  return path == "/" || path == "/index.html" || path.starts_with("/assets/");
}

Result<Etag> condition_of(const Head& head) {
  if (head.count("if-match") > 1 || head.count("if") > 1 || head.count("if-match") + head.count("if") > 1)
    return fail(ErrorKind::invalid, "More than one condition is given.");
  if (head.count("if") == 0) return Etag(std::string(head.value("if-match")));
  const std::string_view list = head.value("if");
  const bool plain = list.starts_with("([") && list.ends_with("])") && list.size() > 4;
  const std::string_view tag = plain ? list.substr(2, list.size() - 4) : std::string_view{};
  if (tag.empty() || tag.find_first_of("[]()") != std::string_view::npos)
    return fail(ErrorKind::invalid, "The If condition is not one entity tag.");
  return Etag(std::string(tag));
}

Dispatcher::Dispatcher(const Contract& contract, Routes routes, Assets assets)
    : contract_(&contract), routes_(std::move(routes)), assets_(std::move(assets)) {}

Result<Dispatcher> Dispatcher::create(const Contract& contract, Routes routes, Assets assets) {
  const auto& operations = contract.operations();
  for (const OperationRule& rule : operations)
    if (!routes.contains(rule.id))
      return fail(ErrorKind::invalid, "No handler for the operation " + rule.id + ".");
  for (const auto& [id, handler] : routes) {
    const bool known = std::any_of(operations.begin(), operations.end(),
                                   [&id = id](const auto& rule) { return rule.id == id; });
    if (!known || !handler) return fail(ErrorKind::invalid, "The contract has no operation " + id + ".");
  }
  for (const auto& [path, asset] : assets)
    if (!page_path(path) || path == "/")
      return fail(ErrorKind::invalid, "A page must be /index.html or below /assets/.", path);
  return Dispatcher(contract, std::move(routes), std::move(assets));
}

Reply Dispatcher::answer(const Admitted& request) const {
  if (page_path(request.head.path)) return page(request.head);
  const auto route = contract_->route(request.head.method, request.head.path);
  if (!route) {
    Reply reply = problem(route.error());
    if (reply.status == 405) reply.headers.emplace_back("Allow", contract_->methods(request.head.path));
    return reply;
  }
  const auto read_request = read(*route, request);
  if (!read_request) return problem(read_request.error());
  const auto response = routes_.find(route->rule->id)->second(*read_request);
  return response ? reply_of(*response, request.head) : problem(response.error());
}

Reply Dispatcher::page(const Head& head) const {
  if (head.method != "GET") {
    Reply reply = problem(Error{ErrorKind::invalid, "Pages are only read.", {}, 405, std::nullopt});
    reply.headers.emplace_back("Allow", "GET");
    return reply;
  }
  if (assets_.empty() && !head.path.starts_with("/assets/"))
    return {503, "text/html; charset=utf-8", std::string(without_pages), {}};
  const auto asset =
      assets_.find(head.path == "/" ? std::string_view("/index.html") : std::string_view(head.path));
  if (asset == assets_.end())
    return problem(Error{ErrorKind::not_found, "No page is at this address.", {}, 0, std::nullopt});
  return {200, asset->second.content_type, std::string(asset->second.bytes), {}};
}

Result<Request> Dispatcher::read(const Route& route, const Admitted& admitted) const {
  Request request;
  auto parameters = contract_->parameters(route, admitted.head.query);
  if (!parameters) return fail(parameters.error());
  request.parameters = std::move(*parameters);
  if (route.rule->body) {
    auto body = parse_body(*route.rule, admitted.body);
    if (!body) return fail(body.error());
    request.body = std::move(*body);
  }
  auto condition = condition_of(admitted.head);
  if (!condition) return fail(condition.error());
  request.raw_body = admitted.body;
  request.if_match = std::move(*condition);
  request.if_none_match = Etag(std::string(admitted.head.value("if-none-match")));
  request.accept_language = std::string(admitted.head.value("accept-language"));
  request.origin = std::string(admitted.head.value("origin"));
  request.client = admitted.client;
  return request;
}

}  // namespace goodturn::bridge
