#include "adapters/bridge/gate.h"

#include <algorithm>
#include <array>

namespace goodturn::bridge {
namespace {

using Answer = std::optional<Refusal>;

Answer refuse(int status, ErrorKind kind, std::string detail) {
  return Refusal{status, kind, std::move(detail)};
}

bool has_body(const Head& head) {
  return head.method == "POST" || head.method == "PUT" || head.method == "PATCH";
}

Answer method(Visit& visit) {
  constexpr std::array<std::string_view, 5> known = {"GET", "POST", "PUT", "PATCH", "DELETE"};
  if (std::find(known.begin(), known.end(), visit.head.method) != known.end()) return std::nullopt;
  if (visit.head.method == "OPTIONS")
    return refuse(403, ErrorKind::forbidden, "Pages of other origins may not speak to this program.");
  return refuse(405, ErrorKind::invalid, "This method is not offered.");
}

Answer target_length(Visit& visit) {
  if (visit.head.path.size() <= 256 && visit.head.target.size() <= 2048) return std::nullopt;
  return refuse(414, ErrorKind::invalid, "The address is too long.");
}

Answer header_count(Visit& visit) {
  if (visit.head.fields.size() <= 64) return std::nullopt;
  return refuse(431, ErrorKind::invalid, "Too many header fields.");
}

Answer host(Visit& visit) {
  if (visit.head.count("host") != 1) return refuse(400, ErrorKind::invalid, "Exactly one Host is needed.");
  if (own_origin("http://" + std::string(visit.head.value("host")), visit.rules.port)) return std::nullopt;
  return refuse(403, ErrorKind::forbidden, "This program answers only to 127.0.0.1 and localhost.");
}

/// Absent, our own pages, or an extension; and only the one that the client was paired with.
Answer origin(Visit& visit) {
  const std::size_t count = visit.head.count("origin");
  if (count == 0) return std::nullopt;
  const std::string_view shown = visit.head.value("origin");
  const bool own = own_origin(shown, visit.rules.port);
  const bool known_form = own || extension_origin(shown);
  const bool paired = !visit.client || visit.client->origin.empty() || visit.client->origin == shown ||
                      (own && own_origin(visit.client->origin, visit.rules.port));
  if (count == 1 && known_form && paired) return std::nullopt;
  return refuse(403, ErrorKind::forbidden, "This origin is not paired with the token.");
}

Answer fetch_site(Visit& visit) {
  const std::size_t count = visit.head.count("sec-fetch-site");
  const std::string_view site = visit.head.value("sec-fetch-site");
  if (count == 0 || (count == 1 && (site == "none" || site == "same-origin"))) return std::nullopt;
  return refuse(403, ErrorKind::forbidden, "Pages of other sites may not speak to this program.");
}

Answer framing(Visit& visit) {
  for (const std::string_view name : {"transfer-encoding", "content-encoding", "range", "expect"})
    if (visit.head.count(name) > 0)
      return refuse(400, ErrorKind::invalid, "The header " + std::string(name) + " is not taken here.");
  return std::nullopt;
}

/// What needs no token gets no memory either.
std::size_t most_for(const Visit& visit) {
  if (visit.access == Access::open) return open_body_limit;
  return visit.access == Access::feed && visit.head.method == "PUT" ? feed_body_limit : body_limit;
}

Answer length(Visit& visit) {
  const std::size_t count = visit.head.count("content-length");
  if (count == 0 && !has_body(visit.head)) return std::nullopt;
  if (count == 0) return refuse(411, ErrorKind::invalid, "Content-Length is needed.");
  const std::string_view digits = visit.head.value("content-length");
  const bool number = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (count > 1 || !number) return refuse(400, ErrorKind::invalid, "Content-Length must be one number.");
  const std::size_t most = most_for(visit);
  const std::size_t wanted = digits.size() <= 7 ? std::stoul(std::string(digits)) : most + 1;
  if (wanted > most) return refuse(413, ErrorKind::invalid, "The body is too large.");
  const bool empty_delete = visit.head.method == "DELETE" && wanted == 0;
  if (!has_body(visit.head) && !empty_delete)
    return refuse(400, ErrorKind::invalid, "This method takes no body.");
  visit.length = wanted;
  return std::nullopt;
}

Answer content_type(Visit& visit) {
  if (!has_body(visit.head)) return std::nullopt;
  const std::string_view wanted = visit.access == Access::feed ? "text/calendar" : "application/json";
  std::string type(visit.head.value("content-type"));
  type = type.substr(0, type.find_first_of("; \t"));
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (visit.head.count("content-type") == 1 && type == wanted) return std::nullopt;
  return refuse(415, ErrorKind::invalid, "The body must be " + std::string(wanted) + ".");
}

/// Stands before `authorisation`, so that a flood of guesses learns nothing more. A right token still passes:
/// a forgotten page with an old token must not lock the others out, and 2^256 cannot be guessed anyway.
Answer rate(Visit& visit) {
  if (visit.access == Access::open || visit.client || !visit.rules.blocked) return std::nullopt;
  return refuse(429, ErrorKind::too_many, "Too many wrong tokens; try again in a minute.");
}

Answer authorisation(Visit& visit) {
  if (visit.access == Access::open || visit.client) return std::nullopt;
  // A calendar program that gets 401 asks for a password that does not exist.
  Refusal refusal =
      visit.access == Access::feed
          ? Refusal{404, ErrorKind::not_found, "No calendar is at this address."}
          : Refusal{401, ErrorKind::auth, "This client is not paired, or its pairing was ended."};
  refusal.wrong_token = !visit.token.empty();
  return refusal;
}

Answer depth(Visit& visit) {
  if (visit.access == Access::feed) return std::nullopt;
  int level = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < visit.body.size(); ++i) {
    const char c = visit.body[i];
    if (quoted && c == '\\') ++i;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == '{') ++level;
    if (c == ']' || c == '}') --level;
    if (level > depth_limit) return refuse(400, ErrorKind::invalid, "The body is nested too deeply.");
  }
  return std::nullopt;
}

constexpr std::array<Check, 11> of_head = {{{"method", method},
                                            {"target_length", target_length},
                                            {"header_count", header_count},
                                            {"host", host},
                                            {"origin", origin},
                                            {"fetch_site", fetch_site},
                                            {"framing", framing},
                                            {"length", length},
                                            {"content_type", content_type},
                                            {"rate", rate},
                                            {"authorisation", authorisation}}};
constexpr std::array<Check, 1> of_body = {{{"depth", depth}}};

/// The token of "Bearer …", or "" unless there is exactly one Authorization.
std::string bearer(const Head& head) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string_view value = head.value("authorization");
  if (head.count("authorization") != 1 || !value.starts_with(scheme)) return {};
  return std::string(value.substr(scheme.size()));
}

}  // namespace

std::span<const Check> head_checks() noexcept { return of_head; }
std::span<const Check> body_checks() noexcept { return of_body; }

Visit arrive(const Head& head, const GateRules& rules) {
  Visit visit{head, rules, rules.access(head.path), {}, std::nullopt, 0, {}};
  if (visit.access == Access::open) return visit;
  visit.token = visit.access == Access::feed ? query_value(head.query, "token") : bearer(head);
  const Scope scope = visit.access == Access::feed ? Scope::feed : Scope::app;
  if (visit.token.empty()) return visit;
  visit.client = rules.identify(visit.token);
  if (visit.client && visit.client->scope != scope) visit.client.reset();
  return visit;
}

std::optional<Refusal> first_refusal(std::span<const Check> checks, Visit& visit) {
  for (const Check& check : checks)
    if (auto refusal = check.refuse(visit)) return refusal;
  return std::nullopt;
}

void Failures::record(Time now) {
  if (now - window_ >= std::chrono::minutes(1)) {
    window_ = now;
    count_ = 0;
  }
  if (++count_ >= most) blocked_until_ = now + std::chrono::minutes(1);
}

bool own_origin(std::string_view origin, std::uint16_t port) {
  const std::string suffix = ":" + std::to_string(port);
  return origin == "http://127.0.0.1" + suffix || origin == "http://localhost" + suffix ||
         origin == "http://[::1]" + suffix;
}

bool extension_origin(std::string_view origin) {
  constexpr std::string_view scheme = "moz-extension://";
  if (!origin.starts_with(scheme)) return false;
  const std::string_view uuid = origin.substr(scheme.size());
  if (uuid.size() != 36) return false;
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = uuid[i];
    if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

}  // namespace goodturn::bridge
