#include "adapters/oauth/answer.h"

#include <nlohmann/json.hpp>

#include "adapters/http/url.h"

namespace goodturn::oauth {
namespace {

using nlohmann::json;

/// Answers are flat; deeper ones are refused before they are built.
json read_object(const std::string& body) {
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= 16; };
  json read = json::parse(body, shallow, false);
  return read.is_object() ? read : json::object();
}

std::string text_at(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// Trailing slashes aside, which people leave out.
std::string_view stem(std::string_view issuer) {
  while (issuer.ends_with('/')) issuer.remove_suffix(1);
  return issuer;
}

bool is_safe(const std::string& place) {
  const auto url = http::parse_url(place);
  return url && (url->scheme == "https" || url->is_loopback());
}

bool is_bearer(std::string word) {
  for (char& c : word) c = static_cast<char>(c | 0x20);
  return word == "bearer";
}

}  // namespace

Result<sign_in::OAuth> read_metadata(const std::string& body, const std::string& issuer) {
  const json metadata = read_object(body);
  sign_in::OAuth oauth;
  oauth.issuer = text_at(metadata, "issuer");
  oauth.authorization = text_at(metadata, "authorization_endpoint");
  oauth.token = text_at(metadata, "token_endpoint");
  oauth.revocation = text_at(metadata, "revocation_endpoint");
  if (stem(oauth.issuer) != stem(issuer))
    return fail(ErrorKind::suspicious, "This sign-in server says that it is another one. Check the address.",
                issuer);
  if (!is_safe(oauth.authorization) || !is_safe(oauth.token) ||
      !(oauth.revocation.empty() || is_safe(oauth.revocation)))
    return fail(ErrorKind::protocol, "This sign-in server does not say where to sign in safely.", issuer);
  return oauth;
}

Result<sign_in::Grant> read_grant(const std::string& body, Instant now) {
  const json answer = read_object(body);
  sign_in::Grant grant;
  grant.access_token = text_at(answer, "access_token");
  grant.refresh_token = text_at(answer, "refresh_token");
  if (grant.access_token.empty() || !is_bearer(text_at(answer, "token_type")))
    return fail(ErrorKind::protocol, "The sign-in server gave no token that can be used. Try again later.");
  // Without a figure, or with a senseless one, it is renewed after an hour, or earlier where it is refused.
  const auto life = answer.find("expires_in");
  const bool sane =
      life != answer.end() && life->is_number() && life->get<double>() > 0 && life->get<double>() < 1e9;
  grant.expires = now + std::chrono::seconds(sane ? static_cast<std::int64_t>(life->get<double>()) : 3600);
  return grant;
}

Error read_refusal(const std::string& body, int status, const std::string& where) {
  const std::string word = text_at(read_object(body), "error");
  const auto make = [&](ErrorKind kind, const char* what) {
    return Error{kind, what, where, status, std::nullopt};
  };
  if (word == "invalid_grant")
    return make(ErrorKind::auth, "The sign-in server takes this sign-in no longer. Sign in again.");
  if (word == "invalid_client" || word == "unauthorized_client")
    return make(ErrorKind::invalid,
                "The sign-in server does not know this client id, or wants another secret with it.");
  if (word == "invalid_scope")
    return make(ErrorKind::invalid, "The sign-in server does not know this scope.");
  if (status >= 500)
    return make(ErrorKind::server, "The sign-in server has a problem of its own. Try again later.");
  return make(ErrorKind::protocol, "The sign-in server did not accept the request.");
}

}  // namespace goodturn::oauth
