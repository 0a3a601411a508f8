#include "adapters/dav/versions.h"

#include <algorithm>

#include "adapters/dav/href.h"

namespace goodturn::dav {
namespace {

constexpr Name offered_types{ns::carddav, "supported-address-data"};

Result<bool> offers_newer(const Place& place) {
  bool offered = false;
  const auto asked =
      ask(*place.client, {"PROPFIND", place.url, 0, propfind_body(std::span(&offered_types, 1))},
          [&](const http::Url&, const ResponseElement& element) -> Result<void> {
            for (const auto& type : element.property(offered_types).children())
              offered = offered || type.attribute("version") == newer_version;
            return {};
          });
  if (!asked) return fail(asked.error());
  return offered;
}

}  // namespace

Result<bool> Versions::to_be_asked() {
  if (place_.kind != Kind::cards || stored_) return false;
  if (!offered_) {
    const auto offered = offers_newer(place_);
    if (!offered) return fail(offered.error());
    offered_ = *offered;
  }
  return *offered_;
}

Asking Versions::asking() {
  found_.clear();
  return {{"REPORT", place_.url, 1, version_query_body(newer_version)},
          [this](const http::Url& url, const ResponseElement& element) -> Result<void> {
            if (auto href = member_href(url, place_.url.path, element.href()))
              found_.insert(std::move(*href));
            return {};
          }};
}

Result<HrefSet> Versions::among(std::span<const Href> hrefs) {
  const auto known = [this](const Href& href) { return written_.contains(href); };
  if (!std::all_of(hrefs.begin(), hrefs.end(), known)) {
    const auto wanted = to_be_asked();
    if (!wanted) return fail(wanted.error());
    if (*wanted) {
      const Asking query = asking();
      if (const auto asked = ask(*place_.client, query.question, query.on_response); !asked)
        return fail(asked.error());
      answered();
    }
  }
  HrefSet found;
  for (const Href& href : hrefs)
    if (newer(href)) found.insert(href);
  return found;
}

bool Versions::newer(const Href& href) const {
  if (const auto own = written_.find(href); own != written_.end()) return own->second;
  return stored_ && stored_->contains(href);
}

void Versions::written(const Href& href, std::string_view text) {
  if (place_.kind != Kind::cards) return;
  // VERSION is the line after BEGIN in 4.0 (RFC 6350 §6.7.9); nobody folds it.
  const auto at = text.find("\nVERSION:");
  written_[href] = at != std::string_view::npos && text.substr(at + 9, newer_version.size()) == newer_version;
}

}  // namespace goodturn::dav
