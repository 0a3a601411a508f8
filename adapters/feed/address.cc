// A feed over HTTP.
#include "adapters/feed/source.h"
#include "adapters/http/client.h"
#include "adapters/http/status.h"
#include "adapters/http/url.h"

namespace goodturn::feed {
namespace {

/// webcal: is a feed by https, as calendar programs hand it out.
std::string with_known_scheme(const std::string& address) {
  const std::string webcal = "webcal://";
  return address.starts_with(webcal) ? "https://" + address.substr(webcal.size()) : address;
}

Result<Version> version_in(http::Response response, const std::string& known) {
  if (response.status == 304) return Version{{}, known};
  if (response.status >= 300 && response.status < 400)
    return fail(ErrorKind::protocol, "The calendar has moved to another server; use its new address.",
                response.url.origin());
  if (!response.ok()) return fail(http::status_error(response));
  if (http::looks_like_web_page(response.body)) return fail(http::web_page_error(response.url));
  return Version{std::move(response.body), std::string(response.header("etag").value_or(""))};
}

}  // namespace

std::unique_ptr<Source> open_address(http::Settings settings, std::string address,
                                     http::Credentials credentials, Cancelled cancelled) {
  const std::string url = with_known_scheme(address);
  return open_feed(url, [=](const std::string& known) -> Result<Version> {
    const auto target = http::parse_url(url);
    if (!target) return fail(ErrorKind::invalid, "This is not an address that can be read.", {});
    http::Client client(*target, credentials, settings, cancelled);
    http::Request request;
    request.url = *target;
    request.headers = {{"Accept", "text/calendar"}};
    if (!known.empty()) request.headers.push_back({"If-None-Match", known});
    // Some servers alter the etag of a compressed answer, and would then never say 304.
    request.compressed = false;
    auto response = client.send(std::move(request));
    if (!response) return fail(response.error());
    return version_in(std::move(*response), known);
  });
}

}  // namespace goodturn::feed
