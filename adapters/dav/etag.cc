#include "adapters/dav/etag.h"

#include <algorithm>
#include <array>

#include "core/base/hash.h"

namespace goodturn::dav {
namespace {

constexpr std::string_view own_mark = "goodturn-text:";
constexpr std::string_view weak_mark = "W/";
constexpr std::string_view first_of_sogo = "\"gcs00000000\"";
constexpr std::array<std::string_view, 3> packed_suffixes{"--gzip", "-gzip", ";gzip"};

std::string_view without_packing(std::string_view opaque) {
  for (const auto suffix : packed_suffixes)
    if (opaque.size() > suffix.size() && opaque.ends_with(suffix))
      return opaque.substr(0, opaque.size() - suffix.size());
  return opaque;
}

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && text.front() == '"' && text.back() == '"';
}

/// What is between the quotes, without marks and suffixes.
std::string_view opaque_of(std::string_view text) {
  if (text.starts_with(weak_mark)) text.remove_prefix(weak_mark.size());
  if (is_quoted(text)) text = text.substr(1, text.size() - 2);
  return without_packing(text);
}

}  // namespace

bool is_strong(const Etag& etag) { return is_quoted(etag.value); }

bool is_bare(const Etag& etag) {
  const std::string& text = etag.value;
  if (etag.empty() || text == "*" || text.starts_with(weak_mark) || is_of_text(etag)) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > ' ' && c <= '~' && c != '"' && c != ','; });
}

bool same_version(const Etag& left, const Etag& right) {
  return !left.empty() && opaque_of(left.value) == opaque_of(right.value);
}

Etag etag_of(const http::Response& response) {
  const auto header = response.header("etag");
  if (!header) return {};
  if (!is_quoted(*header)) return Etag(std::string(*header));
  return Etag("\"" + std::string(without_packing(header->substr(1, header->size() - 2))) + "\"");
}

Etag etag_of_text(std::string_view text) {
  std::string bare;
  bare.reserve(text.size());
  for (const char c : text)
    if (c != '\r') bare += c;
  return Etag(std::string(own_mark) + to_hex(hash_of(bare)));
}

bool is_of_text(const Etag& etag) { return etag.value.starts_with(own_mark); }

Etag mark_of(const Etag& etag, std::string_view text) {
  return etag.empty() || etag.value == first_of_sogo ? etag_of_text(text) : etag;
}

}  // namespace goodturn::dav
