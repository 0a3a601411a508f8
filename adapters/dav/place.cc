#include "adapters/dav/place.h"

#include "adapters/dav/href.h"

namespace goodturn::dav {

bool is_sogo(const http::Url& url) { return url.path.find("/SOGo/") != std::string::npos; }

Result<http::Url> Place::member(const Href& href) const {
  const auto path = normal_path(href.value);
  if (!path || !path->starts_with(url.path) || path->size() == url.path.size())
    return fail(ErrorKind::invalid, "This is not an item of the collection, so nothing was sent.",
                url.text());
  http::Url member = url;
  member.path = *path;
  return member;
}

}  // namespace goodturn::dav
