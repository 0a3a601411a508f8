// All reports for 10,000 people with 1,000,000 touches: time on one core, memory, against one pass over the
// same touches that adds up their weights.
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>

#include "helper/json/reports.h"
#include "tests/bench/made_up_index.h"
#include "tests/bench/timing.h"
#include "tests/faults/desk.h"

using namespace goodturn;

namespace {

constexpr double bar_ms = 2000, bar_mb = 300;
constexpr int rounds = 3;

double resident_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double sum_of_weights(const helper::Snapshot& snapshot) {
  double sum = 0;
  for (const helper::Person& person : snapshot.persons())
    for (const relations::Touch& touch : person.contact.touches) sum += touch.weight;
  return sum;
}

std::shared_ptr<const helper::Snapshot> read_snapshot(tests::Desk& desk) {
  bench::MadeUpIndex index(bench::MadeUpSize{10'000, 100});
  helper::World& real = desk.world();
  helper::World world{real.store,      index,       real.recurrence,  real.secrets,
                      real.clock,      real.random, real.open_source, real.writer,
                      real.generation, real.phones, real.observations};
  auto snapshot = helper::Snapshot::read(world);
  if (!snapshot) std::exit(1);
  return *snapshot;
}

/// Median time of each report with its JSON; whether all together kept the bars.
bool measure(const helper::Snapshot& snapshot, Now now) {
  volatile double sink = 0;
  const double baseline = bench::timed(7, [&] { sink = sum_of_weights(snapshot); });
  std::printf("%-34s %9.3f ms\n", "baseline: one pass of additions", baseline);
  double total = 0;
  const auto part = [&](const char* name, auto make) {
    std::size_t bytes = 0;
    const double time = bench::timed(rounds, [&] { bytes = helper::print(helper::json_of(make())).size(); });
    total += time;
    std::printf("%-34s %9.3f ms  %7.1f x baseline  %8zu bytes\n", name, time, time / baseline, bytes);
  };
  part("network", [&] { return helper::network_report(snapshot, now, helper::two_seconds()); });
  part("roles", [&] { return helper::roles_report(snapshot, now, helper::Friends::included); });
  part("balance", [&] { return helper::balance_report(snapshot, now); });
  part("goals", [&] { return helper::goals_report(snapshot, now); });
  part("trend", [&] { return helper::trend_report(snapshot, now); });
  const double memory = resident_mb();
  std::printf("%-34s %9.3f ms  %7.1f x baseline, %.0f MB at most\n", "all reports", total, total / baseline,
              memory);
  std::printf(
      "(memory: the most that the whole process ever held, reading included; the rows of the index\n"
      " are made up while they are read and not held, as those of a store)\n");
  if (total <= bar_ms && memory <= bar_mb) return true;
  std::printf("too much: the bars are %.0f ms and %.0f MB\n", bar_ms, bar_mb);
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
    std::shared_ptr<const helper::Snapshot> snapshot;
    const double time = bench::timed(1, [&] { snapshot = read_snapshot(**desk); });
    std::printf("\n%zu people, 1,000,000 touches, %zu signs of pairs; read in %.0f ms, %.0f MB at most\n",
                snapshot->persons().size(), snapshot->signs().size(), time, resident_mb());
    kept = measure(*snapshot, (*desk)->world().now());
  }
  std::filesystem::remove_all(name);
  return kept ? 0 : 1;
}
