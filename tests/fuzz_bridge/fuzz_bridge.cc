// A request of any bytes, from its head to the answer: the first line says who asks ("app", "feed" or
// nobody), then come head, empty line and body as they arrive at the port.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "adapters/bridge/dispatcher.h"
#include "adapters/bridge/gate.h"
#include "adapters/bridge/reply.h"

namespace {

using namespace goodturn;
using namespace goodturn::bridge;
using nlohmann::json;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

const Contract& contract() {
  static const Contract read = [] {
    std::ifstream file("schemas/openapi.json");
    return Contract::read(std::string{std::istreambuf_iterator<char>(file), {}}).value();
  }();
  return read;
}

/// Every operation gives back what it was asked, so that what reaches it goes through printing as well.
const Dispatcher& dispatcher() {
  static const Dispatcher made = [] {
    Routes routes;
    for (const OperationRule& rule : contract().operations())
      routes.emplace(rule.id, [](const Request& request) -> Result<Response> {
        require(request.parameters.is_object(), "parameters are an object");
        return Response{
            200, {{"parameters", request.parameters}, {"body", request.body}}, {}, {}, request.if_match};
      });
    return Dispatcher::create(contract(), std::move(routes), {}).value();
  }();
  return made;
}

void check_reply(const Reply& reply) {
  require(reply.status >= 200 && reply.status < 600, "a status of HTTP");
  const std::string bytes = render(reply);
  const std::string head = bytes.substr(0, bytes.find("\r\n\r\n"));
  require(head.find("ccess-control") == std::string::npos, "no CORS header");
  require(head.find('\0') == std::string::npos && head.size() < head_limit, "a head that is one");
  if (reply.status < 400) return;
  const json told = json::parse(reply.body, nullptr, false);
  require(!told.is_discarded() && contract().check("Problem", told).has_value(),
          "an error is a problem document");
}

constexpr std::uint16_t port = 18765;

/// As the admission loop does it.
Reply answer(const Head& head, std::string_view body, std::string_view who) {
  GateRules rules;
  rules.port = port;
  rules.access = [](std::string_view path) { return contract().access(path); };
  rules.identify = [&](std::string_view) -> std::optional<Client> {
    if (who != "app" && who != "feed") return std::nullopt;
    Client client;
    client.name = "fuzz";
    client.scope = who == "app" ? Scope::app : Scope::feed;
    return client;
  };
  Visit visit = arrive(head, rules);
  if (const auto refused = first_refusal(head_checks(), visit)) return problem(*refused);
  require(visit.length <= feed_body_limit, "no body beyond the limit");
  visit.body = body.substr(0, visit.length);
  if (visit.body.size() < visit.length)
    return problem(Refusal{});  // the loop waits for the rest, then gives up
  if (const auto refused = first_refusal(body_checks(), visit)) return problem(*refused);
  require(visit.access == Access::open || visit.client.has_value(), "nothing passes without its token");
  return dispatcher().answer(
      {head, visit.access, visit.client ? visit.client->name : "", visit.length, std::string(visit.body)});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string_view who = input.substr(0, line);
  input.remove_prefix(std::min(line + 1, input.size()));
  const std::size_t end = input.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  const auto head = parse_head(input.substr(0, end + 4));
  if (!head) return 0;
  require(head->path.starts_with('/'), "a path");
  (void)parse_query(head->query);
  check_reply(answer(*head, input.substr(end + 4), who));
  return 0;
}
