// What a sync of one collection leaves to the next ones.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/sync/report.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Members whose text the server does not give, and names that it says are gone and does not confirm. They
/// are rows of the store, written with the token that hides them from the next listing: one item that nobody
/// can read holds up none of the others, is asked for by each later sync, and never counts as deleted.
class Remainder {
 public:
  Remainder(World& world, sync::CollectionId collection, sync::CollectionReport& report)
      : world_(world), collection_(collection), report_(report) {}

  /// Reads what earlier syncs left. Takes the lock. Errors: storage.
  Result<void> read();
  [[nodiscard]] const std::map<Href, sync::LeftOut>& earlier() const { return earlier_; }

  /// A member that was listed with this etag, and whose text was not given. Told in the report, but for one
  /// that is not there (404, 410) for the first time: what went between listing and fetching is no failure,
  /// and the next listing says so.
  void unread(const sync::ItemError& one, const Etag& listed);
  /// One that is no longer named, where the server did not confirm that it is gone. Told in the report.
  void unconfirmed(const sync::ItemError& one);
  /// One that cannot be decided before another one is. Nothing is told.
  void waits(sync::LeftOut name);
  /// One of earlier() that is nobody's business any more.
  void forget(const Href& href) { forgotten_.insert(href); }

  /// Nothing of this sync is left out yet: it looks anew.
  void drop();

  [[nodiscard]] bool holds(const Href& href) const { return names_.contains(href); }
  /// Whether this sync left out what no earlier one did.
  [[nodiscard]] bool has_new() const;

  /// Stores them, inside Store::transact() and with the lock. `with_token`: the listing's token is stored
  /// there, too, so that these are all; else the earlier ones stay beside them. Errors: storage.
  Result<void> store(bool with_token);

 private:
  void tell(const sync::ItemError& one);

  World& world_;
  sync::CollectionId collection_;
  sync::CollectionReport& report_;
  std::map<Href, sync::LeftOut> earlier_;
  std::map<Href, sync::LeftOut> names_;
  std::set<Href> forgotten_;
};

}  // namespace goodturn::helper
