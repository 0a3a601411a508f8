#include "adapters/dav/href.h"

#include <algorithm>

#include "core/base/hash.h"

namespace goodturn::dav {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

void append_escaped(std::string& out, unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  if (is_plain(byte)) {
    out += static_cast<char>(byte);
  } else {
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 0xf];
  }
}

/// The bytes a segment stands for; nothing for a broken escape.
std::optional<std::string> decoded_segment(std::string_view segment) {
  std::string bytes;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    if (segment[i] != '%') {
      bytes += segment[i];
      continue;
    }
    const int high = i + 2 < segment.size() ? hex_value(segment[i + 1]) : -1;
    const int low = i + 2 < segment.size() ? hex_value(segment[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return bytes;
}

bool is_safe(std::string_view bytes) {
  if (bytes == "." || bytes == "..") return false;
  if (bytes.find("../") != std::string_view::npos || bytes.find("/..") != std::string_view::npos)
    return false;
  return std::none_of(bytes.begin(), bytes.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\'; });
}

}  // namespace

std::optional<std::string> normal_path(std::string_view path) {
  if (path.empty() || path.front() != '/' || path.find_first_of("?#") != std::string_view::npos)
    return std::nullopt;
  std::string result;
  for (std::size_t at = 1; at <= path.size();) {
    const auto slash = std::min(path.find('/', at), path.size());
    const auto bytes = decoded_segment(path.substr(at, slash - at));
    const bool last = slash == path.size();
    if (!bytes || !is_safe(*bytes) || (bytes->empty() && !last)) return std::nullopt;
    result += '/';
    for (const char c : *bytes) append_escaped(result, static_cast<unsigned char>(c));
    at = slash + 1;
  }
  return result;
}

std::optional<std::string> path_of_href(const http::Url& request, std::string_view href) {
  // Checked before resolving, since that would fold ".." away.
  if (href.starts_with("/") && !href.starts_with("//")) return normal_path(href);
  const auto scheme = href.find("://");
  const bool absolute = scheme != std::string_view::npos && scheme < href.find('/');
  if (absolute || href.starts_with("//")) {
    const auto url = http::parse_url(absolute ? std::string(href) : request.scheme + ":" + std::string(href));
    if (!url || url->origin() != request.origin() || !url->query.empty()) return std::nullopt;
    const auto host = absolute ? scheme + 3 : std::size_t{2};
    const auto path = href.find('/', host);
    return normal_path(path == std::string_view::npos ? "/" : href.substr(path));
  }
  const auto segment = href.substr(0, href.find('/'));
  if (href.empty() || segment.find(':') != std::string_view::npos) return std::nullopt;
  return normal_path(request.path.substr(0, request.path.rfind('/') + 1) + std::string(href));
}

Result<Href> member_href(const http::Url& request, const std::string& collection, std::string_view href) {
  return member_at(request, collection, path_of_href(request, href));
}

Result<Href> member_at(const http::Url& request, const std::string& collection,
                       const std::optional<std::string>& path) {
  if (!path || !path->starts_with(collection) || path->size() == collection.size())
    return fail(ErrorKind::suspicious,
                "The server named an item outside its collection. It was skipped; the rest was synced.",
                request.origin() + collection);
  return Href(*path);
}

std::string file_name_for(std::string_view uid, std::string_view suffix) {
  constexpr std::size_t longest = 120;
  const bool plain =
      !uid.empty() && uid.size() <= longest && uid.front() != '.' &&
      std::all_of(uid.begin(), uid.end(), [](char c) { return is_plain(static_cast<unsigned char>(c)); });
  return (plain ? std::string(uid) : to_hex(hash_of(uid))) + std::string(suffix);
}

std::string decoded(std::string_view text) {
  const auto bytes = decoded_segment(text);
  return bytes ? *bytes : std::string(text);
}

}  // namespace goodturn::dav
