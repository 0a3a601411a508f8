// Storing the server's texts of one run, in batches, with what the report tells of them.
#pragma once

#include <vector>

#include "core/sync/report.h"
#include "helper/sync/absorb.h"
#include "helper/sync/remainder.h"
#include "helper/sync/run.h"

namespace goodturn::helper {

/// How texts come: one by one, each with a wait of the server, or in one stream.
enum class Pace { slow, fast };

/// Collects texts and stores them (absorb) so many at a time: a commit costs 5 ms whatever it holds. What
/// would hide a good item is left out.
class Taking {
 public:
  Taking(World& world, const sync::Collection& collection, const SyncOptions& options,
         sync::CollectionReport& report, Remainder& remainder)
      : world_(world), collection_(collection), options_(options), report_(report), remainder_(remainder) {}

  /// How many texts are expected in all, for the progress.
  void expect(std::size_t total) { total_ = total; }
  /// Texts at hand; nothing is stored yet.
  void add(sync::RemoteItem item) { ready_.push_back(std::move(item)); }
  /// Takes one that has just come; stores when enough have come.
  Result<void> take(sync::RemoteItem item, Pace pace);
  /// Stores all that is ready. Errors: cancelled, the store's.
  Result<void> store();
  /// After the last one: what all of them together tell the user.
  void report_findings();

  /// Items whose local version waits to be sent.
  [[nodiscard]] const std::vector<Href>& to_send() const { return to_send_; }

 private:
  Result<void> store_one(Items& items, const sync::RemoteItem& remote);

  World& world_;
  const sync::Collection& collection_;
  const SyncOptions& options_;
  sync::CollectionReport& report_;
  Remainder& remainder_;
  std::vector<sync::RemoteItem> ready_;
  std::vector<Href> to_send_;
  std::size_t clobbered_ = 0;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
};

}  // namespace goodturn::helper
