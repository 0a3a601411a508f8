#include "adapters/dav/dav_collection.h"

#include "adapters/dav/href.h"
#include "adapters/dav/listing.h"
#include "adapters/dav/writing.h"

namespace goodturn::dav {

Result<sync::Listing> DavCollection::changes(const SyncToken& since, const sync::OnItem& on_item) {
  return Lister(place_, on_item).changes(since);
}

Result<std::vector<sync::ItemError>> DavCollection::fetch(std::span<const Href> hrefs,
                                                          const sync::OnItem& on_item) {
  if (hrefs.empty()) return std::vector<sync::ItemError>();
  HrefSet version_4;
  if (place_.kind == Kind::cards) {
    auto newer = stored_as_version_4(place_);
    if (!newer) return fail(newer.error());
    version_4 = std::move(*newer);
  }
  return fetch_items(place_, hrefs, version_4, on_item);
}

Result<sync::Written> DavCollection::create(const Href& href, std::string_view text) {
  return create_item(place_, href, text);
}

Result<sync::Written> DavCollection::update(const Href& href, const Etag& etag, std::string_view text) {
  return update_item(place_, href, etag, text);
}

Result<void> DavCollection::remove(const Href& href, const Etag& etag) { return remove_item(place_, href, etag); }

Href DavCollection::href_for(const Uid& uid) const {
  return Href(place_.url.path + file_name_for(uid.value, place_.kind == Kind::cards ? ".vcf" : ".ics"));
}

}  // namespace goodturn::dav
