#include "adapters/http/url.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace goodturn::http {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

int default_port(std::string_view scheme) { return scheme == "https" ? 443 : 80; }

bool has_only_url_bytes(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != '\\'; });
}

bool is_host(std::string_view host) {
  if (host.empty()) return false;
  const bool bracketed = host.front() == '[';
  if (bracketed)
    return host.size() > 3 && host.back() == ']' &&
           host.substr(1, host.size() - 2).find_first_not_of("0123456789abcdef:.") == host.npos;
  return host.find_first_of("[]:@%<>\"'`{}|^") == std::string_view::npos;
}

bool read_authority(std::string_view authority, Url& url) {
  if (authority.find('@') != std::string_view::npos) return false;
  const auto colon = authority.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos;
  url.host = lower(authority.substr(0, has_port ? colon : authority.size()));
  url.port = default_port(url.scheme);
  const std::string_view digits = has_port ? authority.substr(colon + 1) : std::string_view();
  if (!digits.empty()) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), url.port);
    if (error != std::errc() || end != digits.data() + digits.size() || url.port < 1 || url.port > 65535)
      return false;
  }
  return is_host(url.host);
}

void read_path(std::string_view text, Url& url) {
  text = text.substr(0, text.find('#'));
  const auto question = text.find('?');
  url.path = text.substr(0, question);
  url.query = question == std::string_view::npos ? "" : text.substr(question + 1);
  if (url.path.empty()) url.path.assign(1, '/');
}

/// RFC 3986 §5.2.4 on an absolute path.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> segments;
  bool ends_in_folder = false;
  for (std::size_t at = 1; at <= path.size();) {
    const auto slash = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, slash - at);
    const bool last = slash == path.size();
    ends_in_folder = last && (segment == "." || segment == "..");
    if (segment == "..") {
      if (!segments.empty()) segments.pop_back();
    } else if (segment != ".") {
      segments.push_back(segment);
    }
    at = slash + 1;
  }
  std::string result;
  for (const auto segment : segments) result.append("/").append(segment);
  if (ends_in_folder || result.empty()) result += '/';
  return result;
}

/// The length of "scheme" where the text starts with "scheme:", else 0.
std::size_t scheme_length(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return 0;
  return text.substr(0, colon).find_first_of("/?#") == std::string_view::npos ? colon : 0;
}

}  // namespace

std::string Url::origin() const {
  std::string result = scheme + "://" + host;
  if (port != default_port(scheme)) result.append(":").append(std::to_string(port));
  return result;
}

std::string Url::text() const {
  std::string result = origin() + path;
  if (!query.empty()) result.append("?").append(query);
  return result;
}

bool Url::is_loopback() const {
  if (host == "localhost" || host == "[::1]") return true;
  return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos;
}

std::optional<Url> parse_url(std::string_view text) {
  if (!has_only_url_bytes(text)) return std::nullopt;
  const auto colon = text.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  Url url;
  url.scheme = lower(text.substr(0, colon));
  if (url.scheme != "http" && url.scheme != "https") return std::nullopt;
  const auto rest = text.substr(colon + 3);
  const auto authority_end = std::min(rest.find_first_of("/?#"), rest.size());
  if (!read_authority(rest.substr(0, authority_end), url)) return std::nullopt;
  read_path(rest.substr(authority_end), url);
  if (url.path.front() != '/') return std::nullopt;
  return url;
}

std::optional<Url> resolve(const Url& base, std::string_view reference) {
  if (!has_only_url_bytes(reference)) return std::nullopt;
  std::optional<Url> result;
  if (scheme_length(reference) > 0) {
    result = parse_url(reference);
  } else if (reference.starts_with("//")) {
    result = parse_url(base.scheme + ":" + std::string(reference));
  } else {
    result = base;
    const bool keeps_path = reference.empty() || reference.front() == '?' || reference.front() == '#';
    if (keeps_path) {
      read_path(base.path + std::string(reference), *result);
    } else if (reference.front() == '/') {
      read_path(reference, *result);
    } else {
      read_path(base.path.substr(0, base.path.rfind('/') + 1) + std::string(reference), *result);
    }
  }
  if (result) result->path = without_dots(result->path);
  return result;
}

}  // namespace goodturn::http
