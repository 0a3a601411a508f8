// A feed as a RemoteCollection that is only read.
#pragma once

#include <unordered_map>

#include "adapters/feed/source.h"
#include "adapters/feed/split.h"

namespace goodturn::feed {

/// The sync-token is the content's hash and the version's mark; etags are hashes of the pieces.
class FeedCollection final : public RemoteCollection {
 public:
  FeedCollection(std::string url, Read read) : url_(std::move(url)), read_(std::move(read)) {}

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override;
  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override;
  Result<sync::Written> create(const Href& href, std::string_view text) override;
  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override;
  Result<void> remove(const Href& href, const Etag& etag) override;
  [[nodiscard]] Href href_for(const Uid& uid) const override { return href_of(uid.value); }

 private:
  [[nodiscard]] tl::unexpected<Error> read_only() const;

  std::string url_;
  Read read_;
  std::vector<Piece> pieces_;  ///< of the version read last
  std::unordered_map<Href, std::size_t> places_;
  bool loaded_ = false;
};

}  // namespace goodturn::feed
