// Text types that cannot be mixed up: an Href is not an Etag.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace goodturn {

/// A string with a meaning. Empty means "none". Bytes are kept as received.
template <class Tag>
struct Strong {
  std::string value;

  Strong() = default;
  explicit Strong(std::string text) : value(std::move(text)) {}
  [[nodiscard]] bool empty() const noexcept { return value.empty(); }
  auto operator<=>(const Strong&) const = default;
};

using Uid = Strong<struct UidTag>;              ///< UID of a card or calendar component
using Href = Strong<struct HrefTag>;            ///< resource name: absolute URL path, or file name
using Etag = Strong<struct EtagTag>;            ///< entity tag, byte for byte with its quotes
using SyncToken = Strong<struct SyncTokenTag>;  ///< RFC 6578 sync-token, or an adapter's own mark

}  // namespace goodturn

template <class Tag>
struct std::hash<goodturn::Strong<Tag>> {
  std::size_t operator()(const goodturn::Strong<Tag>& text) const noexcept {
    return std::hash<std::string>{}(text.value);
  }
};
