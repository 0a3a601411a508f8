// The operations of schemas/openapi.json as functions; main.cc hands them to the bridge.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "helper/export/writer.h"
#include "helper/imports/open_imports.h"
#include "helper/index/snapshot_cache.h"
#include "helper/json/json.h"
#include "helper/sign_in/sign_ins.h"

namespace goodturn::helper {

/// One admitted request; bodies and parameters are valid against the contract.
struct Call {
  Json parameters;
  Json body;
  std::string raw_body;
  Etag if_match;
  Etag if_none_match;
  std::string accept_language;  ///< Accept-Language as sent
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
  /// "http://127.0.0.1:PORT/Goodturn.ics?token=…".
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
  SignIns& sign_ins;
  std::string version;
  std::function<void()> changed;  ///< tells open pages that answers may differ now
  /// Writes folders with invented people afresh and names them.
  std::function<Result<std::string>()> write_sample;
  /// Writes everything into a new folder of the user; tells open pages how far it is (event "export").
  std::function<Result<Exported>(Reflections)> write_export;
  /// Erases what lies in the home beside the database: the log, the sample, the tokens of all other clients.
  std::function<Result<void>()> erase_files;
  OpenImports& imports;
  /// Sends an event of the contract to open pages.
  std::function<void(std::string_view event, const Json& json)> tell;
};

using Endpoint = std::function<Result<Reply>(const Call&)>;
/// operationId → what it does; all of them but those the bridge answers itself.
[[nodiscard]] std::map<std::string, Endpoint, std::less<>> endpoints(Application& application);

}  // namespace goodturn::helper
