// The world as the use cases see it: ports by reference and the one writer lock. main.cc fills it.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/ports.h"
#include "helper/writer.h"

namespace goodturn::helper {

class SnapshotCache;
class Turns;

/// Opens a source for an account. No request is sent yet.
using OpenSource = std::function<Result<std::unique_ptr<Source>>(
    const sync::Account& account, const Keys& keys, const Cancelled& cancelled)>;

struct World {
  Store& store;
  Index& index;
  Recurrence& recurrence;
  Secrets& secrets;
  Clock& clock;
  Random& random;
  OpenSource open_source;
  /// Held around every read-modify-write of store and index; never while a request is under way.
  Writer& writer;
  /// Counts changes of items and index; what was read under another number is out of date.
  std::atomic<std::uint64_t>& generation;
  const Phones& phones;
  Observations& observations;
  SnapshotCache* snapshots = nullptr;  ///< of a helper that keeps running; nullptr: nothing is kept
  Turns* turns = nullptr;              ///< at the collections' servers; nullptr: one thread does all
  Authority* authority = nullptr;      ///< nullptr: nobody signs in through a browser
  const Archives* archives = nullptr;  ///< nullptr: archives are not opened

  using Lock = std::unique_lock<Writer>;
  [[nodiscard]] Lock lock() const { return Lock(writer); }
  [[nodiscard]] Now now() const {
    const Instant instant = clock.now();
    return {instant, recurrence.local_day(instant)};
  }
};

/// The name of an account's password, token or grant among the Secrets.
[[nodiscard]] inline std::string secret_name(sync::AccountId account) {
  return "account-" + std::to_string(account);
}

/// The name of the passphrase of the user's own certificate.
[[nodiscard]] inline std::string passphrase_name(sync::AccountId account) {
  return secret_name(account) + "-certificate";
}

}  // namespace goodturn::helper
