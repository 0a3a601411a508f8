#include "adapters/dav/address.h"

namespace goodturn::dav {

std::optional<Address> read_address(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  if (text.find("://") != std::string_view::npos) {
    const auto url = http::parse_url(text);
    if (!url) return std::nullopt;
    return Address{*url, url->path == "/" && !url->is_loopback() ? url->host : ""};
  }
  const auto at = text.rfind('@');
  const std::string_view host = at == std::string_view::npos ? text : text.substr(at + 1);
  auto url = http::parse_url("https://" + std::string(host));
  if (!url) return std::nullopt;
  if (url->is_loopback()) url = http::parse_url("http://" + std::string(host));
  return Address{*url, url->path == "/" && !url->is_loopback() ? url->host : ""};
}

bool is_within(std::string_view host, std::string_view domain) {
  if (host == domain) return true;
  return host.size() > domain.size() && host.ends_with(domain) &&
         host[host.size() - domain.size() - 1] == '.';
}

}  // namespace goodturn::dav
