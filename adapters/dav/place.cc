#include "adapters/dav/place.h"

#include "adapters/dav/href.h"
#include "core/base/hash.h"

namespace goodturn::dav {
namespace {

constexpr std::string_view own_mark = "goodturn-text:";

}  // namespace

Result<http::Url> Place::member(const Href& href) const {
  const auto path = normal_path(href.value);
  if (!path || !path->starts_with(url.path) || path->size() == url.path.size())
    return fail(ErrorKind::invalid, "This is not an item of the collection, so nothing was sent.",
                url.text());
  http::Url member = url;
  member.path = *path;
  return member;
}

bool is_weak(const Etag& etag) { return etag.value.starts_with("W/"); }

Etag etag_of_text(std::string_view text) { return Etag(std::string(own_mark) + to_hex(hash_of(text))); }

bool is_of_text(const Etag& etag) { return etag.value.starts_with(own_mark); }

}  // namespace goodturn::dav
