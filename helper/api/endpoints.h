// The operations of schemas/openapi.json as functions; main.cc hands them to the bridge.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "helper/index/snapshot_cache.h"
#include "helper/json/json.h"

namespace goodturn::helper {

/// One admitted request; bodies and parameters are valid against the contract.
struct Call {
  Json parameters;
  Json body;
  std::string raw_body;
  Etag if_match;
  Etag if_none_match;
};

/// An answer; with an empty content type `json` is the body, else `text`.
struct Reply {
  int status = 200;
  Json json;
  std::string text;
  std::string content_type;
  Etag etag;
};

/// The follow-ups calendar's address: kept until the user asks for a new one.
class FeedAddress {
 public:
  virtual ~FeedAddress() = default;
  /// "http://127.0.0.1:PORT/follow-ups.ics?token=…".
  virtual Result<std::string> url() = 0;
  /// Revokes the present address and makes a new one.
  virtual Result<std::string> renew() = 0;
};

/// What the endpoints work on; everything outlives the bridge.
struct Application {
  World& world;
  UndoLog& undo;
  SnapshotCache& snapshots;
  BackgroundSync& sync;
  FeedAddress& feed;
  std::string version;
  std::function<void()> changed;  ///< tells open pages that answers may differ now
  /// Writes folders with invented people afresh and names them.
  std::function<Result<std::string>()> write_sample;
};

using Endpoint = std::function<Result<Reply>(const Call&)>;
/// operationId → what it does; all of them but those the bridge answers itself.
[[nodiscard]] std::map<std::string, Endpoint, std::less<>> endpoints(Application& application);

}  // namespace goodturn::helper
