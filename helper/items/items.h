// Items on the shelf: every write of an item goes through here, so that the index follows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.h"
#include "helper/items/precedence.h"
#include "helper/world.h"

namespace goodturn::helper {

inline constexpr std::string_view journal_url = "local:journal";
inline constexpr std::string_view follow_ups_url = "local:follow-ups";

/// Settings that name the collection of an account where the records are kept; empty: only here.
inline constexpr std::string_view journal_key = "records.journal";
inline constexpr std::string_view follow_ups_key = "records.follow_ups";

/// Keeps store and index together. Call under World::lock(), inside Store::transact() when several
/// writes belong together. Holds the collections and own addresses it was made with: make a new one
/// after either changed.
class Items {
 public:
  /// Reads collections and own addresses; creates the local collections on first use.
  [[nodiscard]] static Result<Items> open(World& world);

  /// Where records are kept now: a collection of an account, or the local one.
  [[nodiscard]] const sync::Collection& journal() const { return collections_.at(journal_); }
  [[nodiscard]] const sync::Collection& follow_ups() const { return collections_.at(follow_ups_); }
  /// The ones that live only here, also while the records are kept elsewhere.
  [[nodiscard]] const sync::Collection& local_journal() const { return collections_.at(local_journal_); }
  [[nodiscard]] const sync::Collection& local_follow_ups() const {
    return collections_.at(local_follow_ups_);
  }
  [[nodiscard]] Precedence journals_first() const { return {journal_, local_journal_}; }
  [[nodiscard]] Precedence follow_ups_first() const { return {follow_ups_, local_follow_ups_}; }
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
  /// The same where item.text is parsed already.
  Result<void> reindex(const sync::Item& item, const text::Document& document);
  /// Derives what an item says that was not here until now.
  Result<void> index_new(const sync::Item& item, const text::Document& document);

  /// A record of `collection` by its UID.
  [[nodiscard]] Result<std::optional<sync::Item>> find(const sync::Collection& collection, const Uid& uid);
  /// The item with that UID that counts, wherever it is: of one rank the first by collection and place, as in
  /// the index. Collections that are switched off hold none.
  [[nodiscard]] Result<std::optional<sync::Item>> counting(const Precedence& first, const Uid& uid);
  /// Where the record with that UID is or, when there is none, would be put. Two machines that write the
  /// same record to one server choose the same place.
  [[nodiscard]] Result<Href> place_of(const sync::Collection& collection, const Uid& uid);
  /// Writes a record over the one with the same UID in `collection`, or as a new one.
  Result<void> put_record(const sync::Collection& collection, const Uid& uid, std::string text);

 private:
  explicit Items(World& world) : world_(&world) {}
  /// The collection that a setting names, as long as it is there and may be written; else `local`.
  Result<sync::CollectionId> kept_in(std::string_view key, sync::CollectionId local);
  Result<sync::CollectionId> ensure_local(std::string_view url, std::string_view name,
                                          sync::Components holds);

  /// What an item of a known collection says, to be stored.
  Result<relations::Derived> derived(const sync::Item& item, const text::Document& document);
  /// Whether somebody keeps a snapshot to which this would be one more record.
  Result<bool> adds_record(const sync::Collection& collection, const Uid& uid,
                           const text::Document& document);

  World* world_;
  std::map<sync::CollectionId, sync::Collection> collections_;
  std::vector<std::string> own_addresses_;
  sync::CollectionId local_journal_ = 0;
  sync::CollectionId local_follow_ups_ = 0;
  sync::CollectionId journal_ = 0;
  sync::CollectionId follow_ups_ = 0;
};

}  // namespace goodturn::helper
