#include "adapters/http/status.h"

#include <algorithm>
#include <array>

#include "core/sign_in/missing_certificate.h"

namespace goodturn::http {
namespace {

struct Meaning {
  ErrorKind kind;
  const char* what;
};

Meaning client_meaning(int status) {
  switch (status) {
    case 401:
      return {ErrorKind::auth, "The server refused the user name or password. Check both and sign in again."};
    case 403:
      return {ErrorKind::forbidden,
              "The server does not allow this. Ask the owner of the address book or calendar for access."};
    case 404:
    case 410:
      return {ErrorKind::not_found, "There is nothing at this address on the server any more."};
    case 412:
      return {ErrorKind::precondition, "The item changed on the server meanwhile."};
    case 413:
      return {ErrorKind::invalid, "The server says this is too large."};
    case 429:
      return {ErrorKind::too_many, "The server asks for fewer requests. Wait a while and sync again."};
    default:
      return {ErrorKind::protocol, "The server did not accept the request."};
  }
}

Meaning meaning_of(int status) {
  if (status >= 300 && status < 400)
    return {ErrorKind::protocol,
            "The server sends this address on to another place. Check the account's address."};
  if (status >= 400 && status < 500) return client_meaning(status);
  if (status == 507)
    return {ErrorKind::server, "The server has no room left. Free some space there and sync again."};
  if (status >= 500) return {ErrorKind::server, "The server has a problem of its own. Try again later."};
  return {ErrorKind::protocol, "The server gave an answer that does not fit the request."};
}

}  // namespace

Error status_error(int status, const Url& url) {
  const auto [kind, what] = meaning_of(status);
  std::string text(what);
  if (kind != ErrorKind::precondition) text += " (status " + std::to_string(status) + ")";
  return Error{kind, std::move(text), url.origin() + url.path, status, std::nullopt};
}

Error status_error(const Response& response) { return status_error(response.status, response); }

Error status_error(int status, const Response& response) {
  if (const auto location = response.header("location"); location && status >= 300 && status < 400)
    if (const auto target = resolve(response.url, *location);
        target && target->origin() != response.url.origin())
      return elsewhere_error(response.url, *target);
  if (status == 400 && response.status == 400 && response.lacks_certificate)
    return missing_certificate_error(response.url);
  Error error = status_error(status, response.url);
  error.retry_after = response.retry_after;
  return error;
}

Error elsewhere_error(const Url& from, const Url& to) {
  if (from.scheme == "https" && to.scheme == "http")
    return error_of(ErrorKind::suspicious,
                    Said("{host} sends you on to an unprotected address. Nothing was sent there. Ask whoever "
                         "runs the server.",
                         {{"host", from.host}}),
                    to.text());
  return error_of(ErrorKind::suspicious,
                  Said("{host} sends you on to {origin}. Your password was not sent there. If that is your "
                       "provider, add the account with the address {address}.",
                       {{"host", from.host}, {"origin", to.origin()}, {"address", to.text()}}),
                  to.text());
}

Error missing_certificate_error(const Url& url) {
  Error error =
      error_of(ErrorKind::auth,
               Said("{host} asks for a certificate of your own, and none was given. Give its file (PEM "
                    "or .p12), as you got it from whoever runs the server.",
                    {{"host", url.host}}),
               url.origin() + url.path);
  error.http_status = sign_in::missing_certificate;
  return error;
}

bool not_done(int status) { return status == 429 || status == 503; }

bool worth_repeating(int status) {
  // Not 500: xandikos answers it for an unknown sync-token, where repeating never helps.
  constexpr std::array passing{429, 502, 503, 504};
  return std::find(passing.begin(), passing.end(), status) != passing.end();
}

bool looks_like_web_page(std::string_view body) {
  const auto start = body.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (start == std::string_view::npos) return false;
  std::string head(body.substr(start, 512));
  for (char& c : head)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return head.starts_with("<!doctype html") || head.starts_with("<html") ||
         (head.starts_with("<") && head.find("<html") != std::string::npos);
}

Error web_page_error(const Url& url) {
  return Error{
      ErrorKind::protocol,
      "The server answered with a web page instead of contacts and calendars. Check the address; on a "
      "guest network, sign in to the network first.",
      url.origin() + url.path, 0, std::nullopt};
}

}  // namespace goodturn::http
