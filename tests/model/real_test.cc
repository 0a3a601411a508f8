// Random histories on real servers: a fresh address book or calendar for each, faults by a proxy in between,
// other programs that write with and without conditions, and often a second machine.
// GOODTURN_SERVER_HISTORIES and GOODTURN_SERVER_CALENDARS: how many on each; GOODTURN_SEED as in
// histories_test.cc.
#include <catch2/catch.hpp>

#include "tests/model/asked_for.h"
#include "tests/model/model.h"
#include "tests/model/read_at_end.h"
#include "tests/model/real_server.h"
#include "tests/model/wired.h"

using namespace goodturn;
using namespace goodturn::model;

namespace {

constexpr std::uint64_t read_every = 50;

/// What a real server does of itself is not chosen by the history.
History history_for_real(std::uint64_t seed, Holds holds) {
  History history = make_history(seed);
  history.rewriting = 0;
  history.calendar = holds == Holds::calendar;
  history.etags = Etags::good;
  history.token_of_nothing = false;
  return history;
}

/// A real server with the proxy in front of it.
class Place {
 public:
  Place(const tests::ServerProcess& server, Holds holds) : server_(server), holds_(holds) {}

  /// `asks`: at the end vdirsyncer reads the collection, too.
  Setting setting(bool asks) {
    Setting setting;
    if (asks)
      setting.at_end = [this](const std::map<std::string, std::string>& items) {
        return read_otherwise(server_.url() + book_->path().substr(1), holds_, items);
      };
    setting.server = [this] { return book_ = std::make_shared<RealServer>(server_, ++books_, holds_); };
    setting.client = [this](const std::shared_ptr<tests::FakeServer>&) {
      return std::make_unique<Wired>(
          door_.origin() + book_->path(), holds_,
          Life{[book = book_] { return book->killed(); }, [book = book_] { book->revive(); }});
    };
    return setting;
  }
  /// What is wrong at the end of a history, with the test or with what is tested.
  std::optional<std::string> judge(const History& history, bool asks, std::string& trace) {
    const auto wrong = run(history, setting(asks), &trace);
    const std::string complaint = book_->complaint();
    return complaint.empty() ? wrong : complaint;
  }

 private:
  const tests::ServerProcess& server_;
  const Holds holds_;
  std::shared_ptr<RealServer> book_;
  int books_ = 0;
  tests::LoopbackServer door_{[this](const tests::Asked& asked) { return book_->pass_on(asked); }};
};

void play_on(const std::string& name, Holds holds) {
  const auto server = tests::ServerProcess::start(name);
  if (!server) return;
  const bool cards = holds == Holds::cards;
  const std::uint64_t seed = seed_asked_for((cards ? "histories on " : "calendars on ") + name);
  const char* variable = cards ? "GOODTURN_SERVER_HISTORIES" : "GOODTURN_SERVER_CALENDARS";
  const std::uint64_t count = number_asked_for(variable, cards ? 200 : 20);
  Place place(*server, holds);
  for (std::uint64_t number = 0; number < count; ++number) {
    const History history = history_for_real(seed + number, holds);
    std::string trace;
    const bool asks = number % read_every == 0 || number + 1 == count;
    const auto wrong = place.judge(history, asks, trace);
    INFO("GOODTURN_SEED=" << history.seed << " " << variable << "=1\n" << print(history) << trace);
    REQUIRE(wrong.value_or("") == "");
  }
}

}  // namespace

TEST_CASE("random histories on a real Radicale") { play_on("radicale", Holds::cards); }
TEST_CASE("random histories on a real Xandikos") { play_on("xandikos", Holds::cards); }
TEST_CASE("random histories of a calendar on a real Radicale") { play_on("radicale", Holds::calendar); }
TEST_CASE("random histories of a calendar on a real Xandikos") { play_on("xandikos", Holds::calendar); }
