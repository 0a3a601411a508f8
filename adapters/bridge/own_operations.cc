#include "adapters/bridge/own_operations.h"

#include "adapters/bridge/digest.h"
#include "adapters/bridge/gate.h"

namespace goodturn::bridge {
namespace {

constexpr std::string_view page_prefix = "page-";
constexpr std::size_t most_pages = 8;  ///< browsers with a token at once; the oldest is signed out

/// Proves that this is the program that gave out the client's token, before the client shows it
/// (security.md 1.3). The key is the stored digest, so that the token itself need not be kept.
Result<Response> hello(const OwnParts& parts, const Request& request) {
  const auto client = parts.tokens.find(request.body["client"].get<std::string>());
  const auto key = client ? from_hex(client->digest) : std::nullopt;
  if (!key) return fail(ErrorKind::not_found, "No client of this name is paired.");
  const std::string message = request.body["nonce"].get<std::string>() + ":" + std::to_string(parts.port);
  return Response{
      200, {{"proof", to_hex(hmac_sha256(*key, message))}, {"version", parts.version}}, {}, {}, {}};
}

Result<void> sign_out_oldest_pages(Tokens& tokens) {
  std::vector<Client> pages = tokens.clients();
  std::erase_if(pages, [](const Client& client) { return !client.name.starts_with(page_prefix); });
  for (std::size_t i = 0; i + most_pages <= pages.size(); ++i)
    if (auto revoked = tokens.revoke(pages[i].name); !revoked && revoked.error().kind != ErrorKind::not_found)
      return revoked;
  return {};
}

Result<Response> open_session(const OwnParts& parts, const Request& request) {
  if (!parts.codes.redeem(request.body["code"].get<std::string>()))
    return fail(ErrorKind::forbidden,
                "This link was used already or is too old; `goodturn open` makes a new one.");
  if (auto room = sign_out_oldest_pages(parts.tokens); !room) return fail(room.error());
  const std::string home = "http://127.0.0.1:" + std::to_string(parts.port);
  const std::string origin = own_origin(request.origin, parts.port) ? request.origin : home;
  const std::string name = std::string(page_prefix) + to_hex(parts.random.bytes(8));
  auto token = parts.tokens.issue(name, Scope::app, origin);
  if (!token) return fail(token.error());
  return Response{200, {{"token", *token}}, {}, {}, {}};
}

}  // namespace

Routes own_operations(const OwnParts& parts) {
  Routes routes;
  routes["hello"] = [parts](const Request& request) { return hello(parts, request); };
  routes["openSession"] = [parts](const Request& request) { return open_session(parts, request); };
  routes["makePageCode"] = [parts](const Request&) -> Result<Response> {
    return Response{200, {{"url", link_with(parts.codes.make(), parts.port)}}, {}, {}, {}};
  };
  routes["getOpenApi"] = [parts](const Request&) -> Result<Response> {
    return Response{200, {}, parts.openapi, "application/json", {}};
  };
  routes["streamEvents"] = [](const Request&) -> Result<Response> {
    return fail(ErrorKind::invalid, "The event stream cannot be read as a single answer.");
  };
  return routes;
}

std::string link_with(const std::string& code, std::uint16_t port) {
  return "http://127.0.0.1:" + std::to_string(port) + "/#code=" + code;
}

}  // namespace goodturn::bridge
