// One folder of items as a RemoteCollection.
#pragma once

#include <filesystem>

#include "core/ports.h"

namespace goodturn::vdir {

/// hrefs are file names; etags are file versions; the sync-token is a hash of names and versions.
class FolderCollection final : public RemoteCollection {
 public:
  /// `suffix` is ".vcf" or ".ics": what new items are called.
  FolderCollection(std::filesystem::path folder, std::string suffix);

  Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) override;
  Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                             const sync::OnItem& on_item) override;
  Result<sync::Written> create(const Href& href, std::string_view text) override;
  Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) override;
  Result<void> remove(const Href& href, const Etag& etag) override;
  [[nodiscard]] Href href_for(const Uid& uid) const override;

 private:
  [[nodiscard]] Result<std::filesystem::path> path_of(const Href& href) const;

  std::filesystem::path folder_;
  std::string suffix_;
};

}  // namespace goodturn::vdir
