// One sync: every enabled collection of every account, one after the other.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/sync/report.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Where a sync is. `done` of `total` items in the fetching and indexing phases.
struct Progress {
  enum class Phase { started, listing, fetching, indexing, finished };
  Phase phase = Phase::started;
  std::string account;
  std::string collection;
  std::size_t done = 0;
  std::size_t total = 0;
};
using OnProgress = std::function<void(const Progress&)>;

enum class DryRun { no, yes };

struct SyncOptions {
  DryRun dry_run = DryRun::no;
  bool deletions_confirmed = false;  ///< the user has seen the numbers of a stopped sync and agreed
  OnProgress on_progress = [](const Progress&) {};
  Cancelled cancelled = [] { return false; };
};

struct SyncResult {
  std::vector<sync::AccountReport> accounts;
  bool cancelled = false;
  DryRun dry_run = DryRun::no;
  std::vector<Said> plan_lines;  ///< dry run: what would be done
};

/// Synchronises everything. A failing account or collection stands in its report; the rest goes on. What
/// was stored stays stored when it is cancelled. Fails only when the local store fails.
[[nodiscard]] Result<SyncResult> run_sync(World& world, const SyncOptions& options);

/// What a sync comes to in numbers.
struct SyncCounts {
  enum class End { whole, cancelled, only_looked, no_account };
  End end = End::whole;
  int added = 0, changed = 0, removed = 0, sent = 0;
  int collections = 0;
  int problems = 0;  ///< errors and warnings
  bool operator==(const SyncCounts&) const = default;
};
[[nodiscard]] SyncCounts counts_of(const SyncResult& result);
/// One plain line: "3 new, 1 changed, 0 removed, 2 sent in 4 collections; 1 problem."
[[nodiscard]] Said summary_of(const SyncCounts& counts);
[[nodiscard]] inline Said summary_of(const SyncResult& result) { return summary_of(counts_of(result)); }
[[nodiscard]] bool has_errors(const SyncResult& result);

}  // namespace goodturn::helper
