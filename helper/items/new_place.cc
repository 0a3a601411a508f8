#include "helper/items/new_place.h"

#include "core/base/hash.h"

namespace goodturn::helper {

Href new_place(const sync::Collection& collection, const Uid& uid, std::string_view ending) {
  std::string name = to_hex(hash_of(uid.value));
  name += ending;
  const auto scheme = collection.url.find("://");
  if (scheme == std::string::npos) return Href(name);  // a local collection or a folder
  const auto path = collection.url.find('/', scheme + 3);
  return Href((path == std::string::npos ? "/" : collection.url.substr(path)) + name);
}

}  // namespace goodturn::helper
