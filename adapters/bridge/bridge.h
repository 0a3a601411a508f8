// The loopback HTTP interface of the helper: schemas/openapi.json, spoken on 127.0.0.1 only.
// docs/bridge.md tells the protocol, docs/decisions/0004 why the sockets are not the library's.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "adapters/bridge/tokens.h"
#include "core/base/result.h"
#include "core/base/strong.h"
#include "core/ports.h"

namespace goodturn::bridge {

/// One admitted request: authorised, of the right size, and valid against the contract's schemas.
struct Request {
  nlohmann::json parameters;    ///< object: path and query parameters by name, typed, defaults filled in
  nlohmann::json body;          ///< the JSON body with defaults filled in; null when there is none
  std::string raw_body;         ///< the bytes of the body (text/calendar of putFeed)
  Etag if_match;                ///< from If-Match, or the tag inside WebDAV's `If: (["…"])`; empty: none
  Etag if_none_match;           ///< as sent ("*" too); empty: none
  std::string accept_language;  ///< as sent; empty when absent
  std::string origin;           ///< the Origin header, empty when absent; it has passed the gate
  std::string client;           ///< name of the token's client; empty on paths that need no token
};

/// An answer. With an empty content_type `json` is the body, else `text`. Status 204 and 304 send no body.
struct Response {
  int status = 200;
  nlohmann::json json;
  std::string text;
  std::string content_type;
  Etag etag;
};

/// What one operationId does. Called on a worker thread, several at a time. An Error becomes a problem
/// document with the status of its kind; an exception becomes a plain 500 without its text.
using Operation = std::function<Result<Response>(const Request&)>;
/// operationId of the contract → what it does.
using Routes = std::map<std::string, Operation, std::less<>>;

/// A file of the pages, served without a token. The bytes must outlive the bridge.
struct Asset {
  std::string_view bytes;
  std::string content_type;
};
/// Exact URL path ("/index.html", "/assets/app.js") → file.
using Assets = std::map<std::string, Asset, std::less<>>;

/// Assets of an embedded folder (cmake/GoodturnEmbed.cmake): (relative path, bytes) → URL path and type.
[[nodiscard]] Assets assets_of(const std::vector<std::pair<std::string_view, std::string_view>>& files);

/// What may come in and how long it may take; the defaults are the figures of docs/bridge.md.
struct Limits {
  std::size_t workers = 4;                  ///< threads that run operations
  std::size_t waiting = 128;                ///< admitted requests that may wait for a worker
  std::size_t connections = 800;            ///< open at once; beyond it the oldest unfinished one is closed
  std::size_t streams = 16;                 ///< event streams at once
  std::chrono::milliseconds head{5000};     ///< for the whole request head
  std::chrono::milliseconds body{10000};    ///< for the whole body
  std::chrono::milliseconds answer{10000};  ///< for a reader that takes nothing
  std::chrono::milliseconds heartbeat{15000};  ///< between comments on a silent event stream
};

/// Everything a bridge needs. References must outlive it.
struct Config {
  std::uint16_t port = 18765;  ///< 0 takes any free port (tests)
  Tokens& tokens;
  Random& random;
  const Clock& clock;
  std::string openapi;  ///< text of schemas/openapi.json
  std::string version;  ///< of the program, for hello
  Assets assets;        ///< empty: "/" says that the pages were not built
  Limits limits = {};
};

/// The running bridge. Threads: one admission loop, `Limits::workers` workers; all methods are thread-safe.
/// hello, openSession, makePageCode, streamEvents and getOpenApi are its own; Routes hold all others.
class Bridge {
 public:
  /// Binds 127.0.0.1:port and starts to answer. Errors: busy (port taken: says what to do), invalid (contract
  /// unreadable, an operationId without handler or a handler without operationId), storage (no socket).
  [[nodiscard]] static Result<std::unique_ptr<Bridge>> start(Config config, Routes routes);

  Bridge(const Bridge&) = delete;
  Bridge& operator=(const Bridge&) = delete;
  /// Stops as stop() does.
  ~Bridge();

  /// Takes no more requests, waits for the operations that run, ends the event streams. Idempotent.
  void stop();
  [[nodiscard]] std::uint16_t port() const noexcept;
  /// Sends a server-sent event to every open stream of /api/v1/events. `json` is one JSON text (line breaks
  /// become several data lines). Returns at once; a stream that does not read is closed.
  void broadcast(std::string_view event, std::string_view json);
  /// A new one-time link for a browser: "http://127.0.0.1:PORT/#code=…", good for 120 s and one use.
  [[nodiscard]] std::string page_link();

 private:
  class Parts;
  explicit Bridge(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace goodturn::bridge
