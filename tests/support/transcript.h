// A conversation written down: what a client must send and what the server answers, played on loopback.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tests/support/scripted_server.h"

namespace goodturn::tests {

/// One request and its answer.
struct Exchange {
  std::string method;
  std::string target;
  std::vector<std::string> client;  ///< what else is checked
  std::vector<std::string> server;  ///< status, then headers and body
};

/// The lines of a conversation; blank lines and lines that start with "#" are left out:
///   C: REPORT /dav/c/          starts an exchange: method and target must be these
///   C: Depth: 0                this header must have this value
///   C: If-Match!               this header must be missing
///   C: | <D:sync-token>        the body must hold this text; "C: !| text": must not
///   S: 207                     the status, followed by headers "S: ETag: "1""
///   S: | text                  the body, line for line without line ends; "\n" stands for CR LF
///   S: item a.ics "1" TEXT     or one made of response elements: an item below the target, TEXT may be
///   missing S: gone b.ics              a 404 entry; "S: status b.ics 403"; "S: more" (507 for the target
///   itself) S: token data:,1           the sync-token
/// With "S: Transfer-Encoding: chunked" the body goes out in chunks of seven bytes; with "S: close" a
/// Content-Length is promised and only half of the body is sent.
class Transcript {
 public:
  explicit Transcript(const std::string& text);

  [[nodiscard]] std::string origin() const { return server_->origin(); }
  /// What was asked otherwise than written, and what was not asked; empty where everything was right.
  [[nodiscard]] std::string complaints() const;

 private:
  void play(const Asked& asked, const Writer& write);

  std::vector<Exchange> exchanges_;
  mutable std::mutex lock_;
  std::size_t next_ = 0;
  std::string complaints_;
  std::unique_ptr<ScriptedServer> server_;
};

}  // namespace goodturn::tests
