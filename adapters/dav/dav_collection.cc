#include "adapters/dav/dav_collection.h"

#include "adapters/dav/fetching.h"
#include "adapters/dav/href.h"
#include "adapters/dav/listing.h"
#include "adapters/dav/writing.h"

namespace goodturn::dav {

Result<sync::Listing> DavCollection::changes(const SyncToken& since, const sync::OnItem& on_item) {
  return Lister(place_, versions_, on_item).changes(since);
}

Result<std::vector<sync::ItemError>> DavCollection::fetch(std::span<const Href> hrefs,
                                                          const sync::OnItem& on_item) {
  if (hrefs.empty()) return std::vector<sync::ItemError>();
  const auto version_4 = versions_.among(hrefs);
  if (!version_4) return fail(version_4.error());
  return fetch_items(place_, hrefs, *version_4, on_item);
}

Result<sync::Written> DavCollection::create(const Href& href, std::string_view text) {
  auto written = create_item(place_, href, text);
  if (written) versions_.written(written->href, text);
  return written;
}

Result<sync::Written> DavCollection::update(const Href& href, const Etag& etag, std::string_view text) {
  auto written = update_item(place_, href, etag, text);
  if (written) versions_.written(written->href, text);
  return written;
}

Result<void> DavCollection::remove(const Href& href, const Etag& etag) {
  return remove_item(place_, href, etag);
}

Href DavCollection::href_for(const Uid& uid) const {
  return Href(place_.url.path + file_name_for(uid.value, place_.kind == Kind::cards ? ".vcf" : ".ics"));
}

}  // namespace goodturn::dav
