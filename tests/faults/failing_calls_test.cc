// The n-th call to the disk fails, once or from then on, for n = 1, 2, 3 … until a run is clean (the method
// of SQLite's own tests). Whatever fails: a clear error, a sound file, and the same end when it is done
// again.
#include <catch2/catch.hpp>
#include <iostream>

#include "tests/faults/scenario.h"
#include "tests/faults/watched_disk.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

struct Kind {
  const char* name;
  Call call;
  int code;
};

constexpr Kind kinds[] = {
    {"open: I/O error", Call::open, SQLITE_CANTOPEN},
    {"read: I/O error", Call::read, SQLITE_IOERR_READ},
    {"write: disk full", Call::write, SQLITE_FULL},
    {"write: I/O error", Call::write, SQLITE_IOERR_WRITE},
    {"sync: I/O error", Call::sync, SQLITE_IOERR_FSYNC},
    {"truncate: I/O error", Call::truncate, SQLITE_IOERR_TRUNCATE},
};

/// Fails the `at`-th call of a kind and, if it is lasting, every later one.
class Fault {
 public:
  Fault(const Kind& kind, int at, bool lasting) : kind_(kind), at_(at), lasting_(lasting) {}
  int operator()(const Operation& operation) {
    if (operation.call != kind_.call) return SQLITE_OK;
    ++calls_;
    if (calls_ != at_ && !(lasting_ && calls_ > at_)) return SQLITE_OK;
    struck_ = true;
    return kind_.code;
  }
  [[nodiscard]] bool struck() const { return struck_; }

 private:
  const Kind& kind_;
  int at_;
  bool lasting_;
  int calls_ = 0;
  bool struck_ = false;
};

Result<void> run(const Scenario& scenario, const std::filesystem::path& folder,
                 const std::shared_ptr<FakeServer>& server, const std::string& disk) {
  auto desk = Desk::open(folder, server, disk);
  if (!desk) return fail(desk.error());
  return scenario.work(**desk);
}

/// True when the fault was met.
bool try_once(const Scenario& scenario, const Start& start, const State& expected, const Kind& kind, int at,
              bool lasting, const std::filesystem::path& folder) {
  INFO(scenario.name << ", " << kind.name << (lasting ? ", lasting, from call " : ", at call ") << at);
  lay_out(start, folder);
  auto server = std::make_shared<FakeServer>(start.server);
  WatchedDisk disk;
  Fault fault(kind, at, lasting);
  disk.observe([&fault](const Operation& operation) { return fault(operation); });
  if (const auto done = run(scenario, folder, server, disk.name()); !done) {
    CHECK(fault.struck());
    CHECK_FALSE(done.error().what.empty());
    CHECK((done.error().kind == ErrorKind::storage || done.error().kind == ErrorKind::busy));
    INFO(done.error().what);
    CHECK(done.error().what.find("damaged") == std::string::npos);  // the disk failed, the file is good
  }
  if (fault.struck()) require_resumes(scenario, folder, *server, expected);
  return fault.struck();
}

}  // namespace

TEST_CASE("every call to the disk may fail") {
  int trials = 0;
  const FastFolder folder;
  for (const Scenario& scenario : scenarios()) {
    std::filesystem::create_directory(folder.path() / scenario.name);
    Start start{folder.path() / scenario.name, {}};
    std::filesystem::permissions(start.folder, std::filesystem::perms::owner_all);
    scenario.prepare(start);
    const State expected = undisturbed(scenario, start);
    REQUIRE(expected.size() > 20);
    const int before = trials;
    for (const Kind& kind : kinds)
      for (const bool lasting : {false, true}) {
        int at = 1;
        while (try_once(scenario, start, expected, kind, at, lasting, folder.path() / "home")) ++at;
        if (kind.call != Call::truncate) CHECK(at > 1);
        trials += at - 1;
      }
    std::cout << scenario.name << ": " << trials - before << " failed calls\n";
  }
  std::cout << "failed calls in all: " << trials << "\n";
}
