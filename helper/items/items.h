// Items on the shelf: every write of an item goes through here, so that the index follows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.h"
#include "helper/world.h"

namespace goodturn::helper {

inline constexpr std::string_view journal_url = "local:journal";
inline constexpr std::string_view follow_ups_url = "local:follow-ups";

/// Keeps store and index together. Call under World::lock(), inside Store::transact() when several
/// writes belong together. Holds the collections and own addresses it was made with: make a new one
/// after either changed.
class Items {
 public:
  /// Reads collections and own addresses; creates the local collections on first use.
  [[nodiscard]] static Result<Items> open(World& world);

  [[nodiscard]] const sync::Collection& journal() const { return collections_.at(journal_); }
  [[nodiscard]] const sync::Collection& follow_ups() const { return collections_.at(follow_ups_); }
  /// Every collection by id, also the local ones.
  [[nodiscard]] const std::map<sync::CollectionId, sync::Collection>& collections() const {
    return collections_;
  }

  /// Stores the local text and what it says.
  Result<void> put(const sync::Item& item);
  /// The same where item.text is parsed already.
  Result<void> put(const sync::Item& item, const text::Document& document);
  Result<void> remove(sync::CollectionId collection, const Href& href);
  /// Derives again what an already stored item says.
  Result<void> reindex(const sync::Item& item);

  /// Writes an item of a local collection; the href is made from the UID.
  Result<void> put_local(const sync::Collection& collection, const Uid& uid, std::string text);
  [[nodiscard]] static Href local_href(const Uid& uid);

 private:
  explicit Items(World& world) : world_(&world) {}
  Result<void> index(const sync::Item& item, const text::Document& document);
  Result<sync::CollectionId> ensure_local(std::string_view url, std::string_view name,
                                          sync::Components holds);

  World* world_;
  std::map<sync::CollectionId, sync::Collection> collections_;
  std::vector<std::string> own_addresses_;
  sync::CollectionId journal_ = 0;
  sync::CollectionId follow_ups_ = 0;
};

}  // namespace goodturn::helper
