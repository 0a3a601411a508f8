// Writes that a server has carried out and whose results are still to be read.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/sync/report.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Servers rewrite what they are sent, and an ETag in the answer does not prove that the bytes were kept
/// (Radicale, Xandikos, Cyrus, SOGo): body and etag are read back together, those of many writes in one
/// request. Until then the intents stay open: what is left unread here is settled by the next sync.
class ReadBack {
 public:
  ReadBack(World& world, RemoteCollection& remote, sync::CollectionId collection)
      : world_(world), remote_(remote), collection_(collection) {}

  /// Remembers a create or update that was carried out. `href`: where the server put it.
  void add(sync::Intent intent, Href href);

  /// Writes that wait, and where the one that creates an item with that UID has put it.
  [[nodiscard]] std::size_t waiting() const { return writes_.size(); }
  [[nodiscard]] std::optional<Href> creation_of(const Uid& uid) const;

  /// Reads all that waits and ends these writes (end_write) in one transaction. The intents of those of which
  /// the server did not say what it kept stay open. Takes the lock for the transaction. Errors: the
  /// request's; then all stay open.
  Result<void> finish();

  /// Those whose intents finish() left open, with the reason, since the last take_unread(); and the reason
  /// for one of them, none where it was read.
  [[nodiscard]] std::vector<sync::ItemError> take_unread() { return std::exchange(unread_, {}); }
  [[nodiscard]] std::optional<Error> unread(const Href& href) const;

 private:
  struct Write {
    sync::Intent intent;
    Href href;
  };
  struct Read {
    const Write* write = nullptr;
    std::optional<sync::RemoteItem> kept;
  };

  Result<std::vector<Read>> read();
  Result<void> look_elsewhere(std::vector<Read>& all);
  Result<void> end(const std::vector<Read>& all);

  World& world_;
  RemoteCollection& remote_;
  sync::CollectionId collection_;
  std::vector<Write> writes_;
  std::vector<sync::ItemError> unread_;
};

}  // namespace goodturn::helper
