// What one sync of a collection has to send.
#pragma once

#include <set>
#include <vector>

#include "helper/sync/remainder.h"
#include "helper/sync/run.h"

namespace goodturn::helper {

/// Hrefs of items whose local version waits to be sent; settle() first, send() last.
class Outbox {
 public:
  Outbox(World& world, RemoteCollection& remote, sync::CollectionId collection, const SyncOptions& options,
         sync::CollectionReport& report)
      : world_(world), remote_(remote), collection_(collection), options_(options), report_(report) {}

  /// Ends the requests of earlier syncs whose answers were lost (settle_intents). One whose resource alone
  /// cannot be read waits and is told; the others go on. Errors: as settle_intents.
  Result<void> settle();

  void add(const Href& href) { waiting_.insert(href); }

  /// Sends them, and what was changed or made here since the plan and could not be sent at once, because this
  /// sync had the turn. Deletions wait for the guards of the next sync; after a listing in doubt, or one that
  /// left out something new, all that came since waits. Errors: as send_waiting.
  Result<void> send(const Remainder& remainder, bool in_doubt);

 private:
  [[nodiscard]] std::vector<Href> in_turn() const;
  Result<std::set<Href>> changed_meanwhile(const std::set<Href>& tried, const Remainder& remainder);

  World& world_;
  RemoteCollection& remote_;
  sync::CollectionId collection_;
  const SyncOptions& options_;
  sync::CollectionReport& report_;
  std::set<Href> waiting_;
  std::set<Href> unsettled_;   ///< whose last write could not be read
  std::set<Href> unanswered_;  ///< whose last write got no answer, or one of a server out of order
};

}  // namespace goodturn::helper
