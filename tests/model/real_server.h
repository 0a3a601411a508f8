// A fresh address book or calendar on a real server, with a proxy before it that loses, refuses and
// interrupts.
#pragma once

#include <atomic>

#include "adapters/http/client.h"
#include "tests/model/cards.h"
#include "tests/support/fake_collection.h"
#include "tests/support/loopback_server.h"
#include "tests/support/server_process.h"

namespace goodturn::model {

/// Stands where the model has its server in memory: `resources` mirrors what the real server has, since all
/// that changes it comes by here. What other programs do goes to the server directly, every second time with
/// If-Match; what our machines do goes through pass_on(), where the hooks of `faults` are asked and their
/// errors played. `writes` counts PUT and DELETE as sent, `fetches` requests for texts. Of the other faults
/// only read_only is played (403).
class RealServer final : public tests::FakeServer {
 public:
  /// Makes the collection. Throws std::runtime_error where it cannot.
  RealServer(const tests::ServerProcess& server, int number, Holds holds);

  void put(const std::string& href, std::string text) override;
  void erase(const std::string& href) override;
  void move(const std::string& from, const std::string& to) override;
  [[nodiscard]] std::string place_for(const std::string& name) const override;

  /// What the proxy answers to a machine's request.
  [[nodiscard]] tests::Reply pass_on(const tests::Asked& asked);
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool killed() const { return killed_; }
  void revive() { killed_ = false; }

  /// What is wrong with the test itself: a request of another program that failed, or a mirror that differs
  /// from what the server lists. Empty when all is well.
  [[nodiscard]] std::string complaint();

 private:
  http::Response send(const std::string& method, const std::string& path, http::Headers headers,
                      std::string body = {});
  tests::Reply forward(const tests::Asked& asked);
  void look_at(const std::string& href);

  void make_collection();

  http::Url root_;
  Holds holds_;
  http::Client client_;
  std::string path_;
  std::map<std::string, std::string> etags_;
  int changes_ = 0;
  int cuts_ = 0;
  std::atomic<bool> killed_{false};
  std::string failed_;
};

}  // namespace goodturn::model
