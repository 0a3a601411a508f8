// The names under which somebody who was erased is remembered (Erasure in core/ports.h).
#pragma once

#include <string>
#include <string_view>

#include "core/base/strong.h"

namespace goodturn::sync {

/// A card, wherever it is.
[[nodiscard]] inline std::string erased_card(const Uid& uid) { return "card:" + uid.value; }
/// A resource of a collection.
[[nodiscard]] inline std::string erased_place(std::string_view collection_url, const Href& href) {
  return "place:" + std::string(collection_url) + '\n' + href.value;
}
/// An e-mail address, in the form of relations::plain_address.
[[nodiscard]] inline std::string erased_address(std::string_view address) {
  return "address:" + std::string(address);
}

}  // namespace goodturn::sync
