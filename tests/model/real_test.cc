// Random histories on real servers: a fresh address book for each, faults by a proxy in between, other
// programs that write with and without conditions, and often a second machine. GOODTURN_SERVER_HISTORIES: how
// many on each; GOODTURN_SEED as in histories_test.cc.
#include <catch2/catch.hpp>

#include "tests/model/asked_for.h"
#include "tests/model/model.h"
#include "tests/model/real_server.h"
#include "tests/model/wired.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

/// What a real server does of itself is not chosen by the history.
History history_for_real(std::uint64_t seed) {
  History history = make_history(seed);
  history.rewriting = 0;
  history.etags = Etags::good;
  history.token_of_nothing = false;
  return history;
}

/// A real server with the proxy in front of it.
class Place {
 public:
  explicit Place(const tests::ServerProcess& server) : server_(server) {}

  Setting setting() {
    Setting setting;
    setting.server = [this] { return book_ = std::make_shared<RealServer>(server_, ++books_); };
    setting.client = [this](const std::shared_ptr<tests::FakeServer>&) {
      return std::make_unique<Wired>(
          door_.origin() + book_->path(),
          Life{[book = book_] { return book->killed(); }, [book = book_] { book->revive(); }});
    };
    return setting;
  }
  /// What is wrong at the end of a history, with the test or with what is tested.
  std::optional<std::string> judge(const History& history, std::string* trace = nullptr) {
    const auto wrong = run(history, setting(), trace);
    const std::string complaint = book_->complaint();
    return complaint.empty() ? wrong : complaint;
  }

 private:
  const tests::ServerProcess& server_;
  std::shared_ptr<RealServer> book_;
  int books_ = 0;
  tests::LoopbackServer door_{[this](const tests::Asked& asked) { return book_->pass_on(asked); }};
};

void play_on(const std::string& name) {
  const auto server = tests::ServerProcess::start(name);
  if (!server) return;
  const std::uint64_t seed = seed_asked_for("histories on " + name);
  const std::uint64_t count = number_asked_for("GOODTURN_SERVER_HISTORIES", 200);
  Place place(*server);
  for (std::uint64_t number = 0; number < count; ++number) {
    const History history = history_for_real(seed + number);
    std::string trace;
    const auto wrong = place.judge(history, &trace);
    INFO("GOODTURN_SEED=" << history.seed << " GOODTURN_SERVER_HISTORIES=1\n" << print(history) << trace);
    REQUIRE(wrong.value_or("") == "");
  }
}

}  // namespace

TEST_CASE("random histories on a real Radicale") { play_on("radicale"); }
TEST_CASE("random histories on a real Xandikos") { play_on("xandikos"); }
