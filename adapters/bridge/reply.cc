#include "adapters/bridge/reply.h"

#include <array>
#include <map>

#include <nlohmann/json.hpp>

#include "core/sign_in/missing_certificate.h"

namespace goodturn::bridge {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> headers_of_all = {{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Cache-Control", "no-store"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
}};

std::string_view phrase(int status) {
  static const std::map<int, std::string_view> phrases = {{200, "OK"},
                                                          {400, "Bad Request"},
                                                          {401, "Unauthorized"},
                                                          {403, "Forbidden"},
                                                          {404, "Not Found"},
                                                          {405, "Method Not Allowed"},
                                                          {408, "Request Timeout"},
                                                          {411, "Length Required"},
                                                          {413, "Too Large"},
                                                          {414, "URI Too Long"},
                                                          {415, "Unsupported Type"},
                                                          {429, "Too Many Requests"},
                                                          {431, "Head Too Large"},
                                                          {500, "Internal Server Error"}};
  const auto found = phrases.find(status);
  return found == phrases.end() ? "Answer" : found->second;
}

Reply document(int status, const Error& error) {
  json body = {{"type", "urn:goodturn:error:" + std::string(to_string(error.kind))},
               {"title", face_of(error.kind).title},
               {"status", status},
               {"detail", error.what},
               {"kind", to_string(error.kind)}};
  if (!error.where.empty()) body["where"] = error.where;
  if (!error.certificate.empty()) body["certificate"] = error.certificate;
  if (sign_in::wants_certificate(error)) body["wants_certificate"] = true;
  return {status, "application/problem+json", body.dump(-1, ' ', false, json::error_handler_t::replace), {}};
}

}  // namespace

std::span<const std::pair<std::string_view, std::string_view>> common_headers() noexcept {
  return headers_of_all;
}

Reply problem(const Error& error) {
  // Only what the bridge itself decided may choose a status; a remote server's status is not ours.
  const int status =
      error.kind == ErrorKind::invalid && error.http_status == 405 ? 405 : face_of(error.kind).status;
  Reply reply = document(status, error);
  if (error.retry_after)
    reply.headers.emplace_back("Retry-After", std::to_string(error.retry_after->count()));
  return reply;
}

Reply problem(const Refusal& refusal) {
  Reply reply = document(refusal.status, Error{refusal.kind, refusal.detail, "", 0, std::nullopt});
  if (refusal.status == 401) reply.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"goodturn\"");
  if (refusal.status == 429) reply.headers.emplace_back("Retry-After", "60");
  return reply;
}

Reply fault() {
  return document(500, Error{ErrorKind::server,
                             "Something went wrong inside the program; `goodturn doctor` may tell more.", "",
                             0, std::nullopt});
}

std::string render(const Reply& reply, bool bare) {
  std::string bytes =
      "HTTP/1.1 " + std::to_string(reply.status) + " " + std::string(phrase(reply.status)) + "\r\n";
  for (const auto& [name, value] : common_headers())
    bytes += std::string(name) + ": " + std::string(value) + "\r\n";
  for (const auto& [name, value] : reply.headers) bytes += name + ": " + value + "\r\n";
  bytes += "Content-Type: " + reply.content_type + "\r\n";
  bytes += "Content-Length: " + std::to_string(reply.body.size()) + "\r\nConnection: close\r\n\r\n";
  if (!bare) bytes += reply.body;
  return bytes;
}

std::string render_stream_head() {
  std::string bytes = "HTTP/1.1 200 OK\r\n";
  for (const auto& [name, value] : common_headers())
    bytes += std::string(name) + ": " + std::string(value) + "\r\n";
  return bytes + "Content-Type: text/event-stream\r\nConnection: close\r\n\r\n: open\n\n";
}

std::string render_event(std::string_view event, std::string_view data) {
  std::string bytes = "event: ";
  for (const char c : event)
    if (c != '\n' && c != '\r') bytes += c;
  bytes += "\ndata: ";
  for (const char c : data) {
    if (c == '\n') bytes += "\ndata: ";
    if (c != '\n' && c != '\r') bytes += c;
  }
  return bytes + "\n\n";
}

}  // namespace goodturn::bridge
