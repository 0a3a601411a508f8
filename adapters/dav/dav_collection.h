// An address book or calendar on a CardDAV or CalDAV server.
#pragma once

#include "adapters/dav/listing.h"
#include "adapters/dav/place.h"
#include "adapters/dav/versions.h"
#include "core/ports.h"

namespace goodturn::dav {

class DavCollection : public RemoteCollection {
 public:
  explicit DavCollection(Place place) : place_(std::move(place)), versions_(place_) {}
  DavCollection(const DavCollection&) = delete;
  DavCollection& operator=(const DavCollection&) = delete;

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override;
  void skip_held(Held held) override { held_ = std::move(held); }
  Result<sync::Listing> list_all() override;
  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override;
  Result<sync::Written> create(const Href& href, std::string_view text) override;
  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override;
  Result<void> remove(const Href& href, const Etag& etag) override;
  [[nodiscard]] Href href_for(const Uid& uid) const override;

 private:
  [[nodiscard]] HrefSet stored_as_newer(std::span<const Href> hrefs) const;
  Result<std::vector<sync::ItemError>> fetch_unknown(std::span<const Href> hrefs,
                                                     const sync::OnItem& on_item);

  Place place_;
  Versions versions_;
  Held held_ = [](const Href&, const Etag&) { return false; };
};

}  // namespace goodturn::dav
