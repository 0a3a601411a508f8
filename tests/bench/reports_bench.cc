// Everything as the program does it for 10,000 people with 1,000,000 touches: the index read, the week, all
// reports; then one new touch, logged and seen. Time of one core, memory of the whole process, against one
// pass over the same touches that adds up their weights. docs/speed.md has what it printed.
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "helper/index/snapshot_cache.h"
#include "helper/json/reports.h"
#include "helper/people/records.h"
#include "tests/bench/made_up_index.h"
#include "tests/bench/must.h"
#include "tests/bench/timing.h"
#include "tests/faults/desk.h"

using namespace goodturn;

namespace {

using bench::must;

constexpr double bar_ms = 2000, bar_mb = 300, touch_bar_ms = 5;
constexpr int rounds = 3, touches = 41;

double resident_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// A line of the table in docs/speed.md.
void print_row(const std::string& what, double ms) { std::printf("| %s | %.1f ms |\n", what.c_str(), ms); }

double sum_of_weights(const helper::Snapshot& snapshot) {
  double sum = 0;
  for (const helper::Person& person : snapshot.persons())
    for (const relations::Touch& touch : person.contact.touches) sum += touch.weight;
  return sum;
}

/// Reading, the week and the five reports with their JSON, one after the other.
double everything(helper::World& world) {
  std::shared_ptr<const helper::Snapshot> snapshot;
  double total = 0;
  const auto part = [&](const std::string& name, double ms) {
    print_row(name, ms);
    total += ms;
  };
  part("everything read and worked out",
       bench::timed(1, [&] { snapshot = must(world.snapshots->get(world)); }));
  volatile std::size_t sink = 0;
  volatile double sum = 0;
  part("the week", bench::timed(rounds, [&] { sink = snapshot->ranking().pick_week({}).size(); }));
  const Now now = world.now();
  const auto report = [&](const char* name, auto make) {
    part(name, bench::timed(rounds, [&] { sink = helper::print(helper::json_of(make())).size(); }));
  };
  report("report: network",
         [&] { return helper::network_report(*snapshot, now, helper::Language::en, helper::two_seconds()); });
  report("report: roles", [&] {
    return helper::roles_report(*snapshot, now, helper::Language::en, helper::Friends::included);
  });
  report("report: balance", [&] { return helper::balance_report(*snapshot, now, helper::Language::en); });
  report("report: goals", [&] { return helper::goals_report(*snapshot, now, helper::Language::en); });
  report("report: trend", [&] { return helper::trend_report(*snapshot, now, helper::Language::en); });
  print_row("everything together", total);
  print_row("for comparison: one pass of additions",
            bench::timed(7, [&] { sum = sum_of_weights(*snapshot); }));
  return total;
}

/// A talk is logged, and the person is looked at again.
double one_touch(helper::World& world, helper::UndoLog& undo) {
  int person = 0;
  return bench::timed(touches, [&] {
    helper::LogEntry entry;
    entry.channel = Channel::call;
    const Uid uid("person-" + std::to_string(37 * ++person));
    must(helper::log_entry(world, undo, uid, entry));
    const auto snapshot = must(world.snapshots->get(world));
    if (snapshot->by_uid(uid)->contact.touches.back().channel != Channel::call) std::exit(1);
  });
}

bool measure(tests::Desk& desk) {
  helper::World& real = desk.world();
  bench::MadeUpIndex index({10'000, 100}, real.index);
  helper::SnapshotCache snapshots;
  helper::World world{real.store,      index,       real.recurrence,   real.secrets,
                      real.clock,      real.random, real.open_source,  real.writer,
                      real.generation, real.phones, real.observations, &snapshots};
  const double total = everything(world);
  const double memory = resident_mb();
  const int readings = snapshots.readings();
  const double touch = one_touch(world, desk.undo());
  print_row("one new touch: logged, and the person again", touch);
  std::printf("%.0f MB at most; %d readings, %d after the touches\n", memory, readings, snapshots.readings());
  std::printf(
      "(memory: the most that the process ever held, reading included; the rows of the index are made\n"
      " up while they are read and not held, as those of a store)\n");
  if (total <= bar_ms && memory <= bar_mb && touch <= touch_bar_ms && snapshots.readings() == readings)
    return true;
  std::printf("too much: the bars are %.0f ms and %.0f MB, %.0f ms for one touch, and one reading\n", bar_ms,
              bar_mb, touch_bar_ms);
  return false;
}

}  // namespace

int main() {
  char name[] = "/tmp/goodturn-bench-XXXXXX";
  if (::mkdtemp(name) == nullptr) return 1;
  bool kept = false;
  {
    auto desk = tests::Desk::open(name, std::make_shared<tests::FakeServer>());
    if (!desk) return 1;
    (*desk)->clock().at = bench::made_up_now;
    std::printf("| 10,000 people, 1,000,000 touches | time of one core |\n|---|---|\n");
    kept = measure(**desk);
  }
  std::filesystem::remove_all(name);
  return kept ? 0 : 1;
}
