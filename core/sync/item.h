// Values of the sync core: items, bases, listings and intents.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/sync/collection.h"

namespace goodturn::sync {

/// The local version of one resource.
struct Item {
  CollectionId collection = 0;
  Href href;
  Uid uid;
  std::string text;
  bool operator==(const Item&) const = default;
};

/// The version both sides agreed on last.
struct Base {
  CollectionId collection = 0;
  Href href;
  Etag etag;  ///< empty: sent, and gone before it was read back; what the server kept of it was never seen
  std::string text;
  bool operator==(const Base&) const = default;
};

struct BaseMark {
  Href href;
  Uid uid;  ///< of the local item; empty when that is gone
  Etag etag;
  bool local_gone = false;
  bool local_same = true;  ///< the local text equals the base text byte for byte
  bool operator==(const BaseMark&) const = default;
};

/// One version as a server gave it. Body and etag belong together.
struct RemoteItem {
  Href href;
  Etag etag;
  std::string text;
};

using OnItem = std::function<Result<void>(RemoteItem)>;

struct Member {
  Href href;
  Etag etag;
};

struct ItemError {
  Href href;
  Error error;
};

/// A listing or delta. `members` names everything listed or changed, also what went to on_item.
struct Listing {
  std::vector<Member> members;
  std::vector<Href> removed;       ///< known to be gone (delta only)
  bool complete = false;           ///< true: what is not among members does not exist on the server
  std::vector<ItemError> refused;  ///< named by the server but not usable (outside the collection): to report
  SyncToken token;                 ///< to be stored after the items, never with an empty listing
};

/// A name of which a sync could not learn what the server has there, though the token that hides it from the
/// next listing is stored.
struct LeftOut {
  Href href;
  Etag etag;          ///< as it was listed; empty where it came without one, or is said to be gone
  bool gone = false;  ///< the server no longer names it, and did not confirm that it is gone
  bool operator==(const LeftOut&) const = default;
};

/// Outcome of a conditional write. An empty etag means: read the resource back.
struct Written {
  Href href;  ///< where it is now; some servers choose another place
  Etag etag;
};

/// A local item that the server has never seen.
struct Unsent {
  Href href;
  Uid uid;
  bool operator==(const Unsent&) const = default;
};

enum class IntentKind { create, update, remove };

/// What is about to be sent. Written before the request, removed with the new base.
struct Intent {
  std::int64_t id = 0;
  IntentKind kind = IntentKind::update;
  CollectionId collection = 0;
  Href href;
  Etag etag;         ///< the condition: empty for create
  std::string text;  ///< the sent bytes; empty for remove
};

/// Why a value of ours is not in the item.
enum class Cause {
  clash,      ///< both sides changed it
  clobbered,  ///< we had sent it, and another program put the earlier value back
  dropped     ///< we sent it, and the server did not keep it
};

/// A value that is not in the item and is kept for the user.
struct ConflictRow {
  std::int64_t id = 0;
  CollectionId collection = 0;
  Href href;
  std::string property;
  std::string local_value;
  std::string remote_value;
  Instant at{};
  Cause cause = Cause::clash;
  std::string local_line{};  ///< content line of local_value, unfolded; empty: local_value is a whole text
};

}  // namespace goodturn::sync
