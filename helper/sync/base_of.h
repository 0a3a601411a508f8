// Questions about texts that every part of the sync asks.
#pragma once

#include "core/ports.h"
#include "core/text/document.h"

namespace goodturn::helper {

[[nodiscard]] inline sync::Base base_of(sync::CollectionId collection, const sync::RemoteItem& remote) {
  return {collection, remote.href, remote.etag, remote.text};
}

[[nodiscard]] inline bool same_meaning(std::string_view left, std::string_view right) {
  return left == right || text::semantically_equal(text::Document::parse(left), text::Document::parse(right));
}

/// The present version of one resource; nullopt when it is gone.
[[nodiscard]] inline Result<std::optional<sync::RemoteItem>> read_one(RemoteCollection& remote,
                                                                      const Href& href) {
  std::optional<sync::RemoteItem> found;
  const auto errors = remote.fetch(std::span(&href, 1), [&](sync::RemoteItem item) -> Result<void> {
    found = std::move(item);
    return {};
  });
  if (!errors) return fail(errors.error());
  if (!errors->empty() && errors->front().error.kind != ErrorKind::not_found)
    return fail(errors->front().error);
  return found;
}

}  // namespace goodturn::helper
