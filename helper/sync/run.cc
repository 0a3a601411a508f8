#include "helper/sync/run.h"

#include <malloc.h>

#include <algorithm>

#include "helper/accounts/accounts.h"
#include "helper/index/rebuild.h"
#include "helper/records/keep.h"
#include "helper/sync/collection_run.h"
#include "helper/sync/pause.h"
#include "helper/sync/purge.h"
#include "helper/sync/turns.h"

namespace goodturn::helper {
namespace {

/// Failures that the next collection of the account would meet again, and the wish to be left alone.
bool stops_account(const Error& error) {
  const ErrorKind kind = error.kind;
  return error.retry_after || kind == ErrorKind::auth || kind == ErrorKind::network ||
         kind == ErrorKind::timeout || kind == ErrorKind::too_many || kind == ErrorKind::suspicious ||
         kind == ErrorKind::cancelled || kind == ErrorKind::storage;
}

class Run {
  template <class Work>
  auto locked(Work work) {
    const auto lock = world_.lock();
    return work();
  }

 public:
  Run(World& world, const SyncOptions& options) : world_(world), options_(options) {}

  Result<SyncResult> run() {
    result_.dry_run = options_.dry_run;
    const auto accounts = locked([&] { return world_.store.accounts(); });
    if (!accounts) return fail(accounts.error());
    options_.on_progress({Progress::Phase::started, "", "", 0, 0});
    // Before new items come: those are read with today's eyes anyway, not twice.
    options_.on_progress({Progress::Phase::indexing, "", "", 0, 0});
    if (options_.dry_run == DryRun::no) {
      if (auto refreshed = refresh_for_today(world_); !refreshed) return fail(refreshed.error());
      if (auto purged = locked([&] { return purge_kept(world_); }); !purged) return fail(purged.error());
    }
    for (const sync::Account& account : *accounts) {
      if (options_.cancelled()) break;
      result_.accounts.push_back({account.id, account.name, {}, {}, {}});
      if (auto done = run_account(account, result_.accounts.back()); !done) return fail(done.error());
    }
    result_.cancelled = options_.cancelled();
    return std::move(result_);
  }

 private:
  /// Fails only when the local store fails; the server's failures stand in the report.
  Result<void> run_account(const sync::Account& account, sync::AccountReport& report) {
    const auto pause = locked([&] { return pause_of(world_, account.id); });
    if (!pause) return fail(pause.error());
    if (*pause) {
      report.errors.push_back(**pause);
      return {};
    }
    auto source = open_account(world_, account, options_.cancelled);
    if (!source) {
      report.errors.push_back(source.error());
      return {};
    }
    if (auto looked = look_again(account, **source, report); !looked) {
      report.errors.push_back(looked.error());
      if (stops_account(looked.error())) return keep_pause(account, looked.error());
    }
    const auto collections = locked([&] { return world_.store.collections(); });
    if (!collections) return fail(collections.error());
    std::vector<sync::Collection> own;
    std::copy_if(collections->begin(), collections->end(), std::back_inserter(own),
                 [&](const auto& one) { return one.account == account.id && one.enabled; });
    const auto through = run_collections(account, **source, own, report);
    if (!through) return fail(through.error());
    return *through ? adopt(account, **source, report) : Result<void>{};
  }

  /// False when the account had to be left: cancelled, or a failure that the next collection would meet, too.
  Result<bool> run_collections(const sync::Account& account, Source& source,
                               const std::vector<sync::Collection>& collections,
                               sync::AccountReport& report) {
    for (const sync::Collection& collection : collections) {
      if (options_.cancelled()) return false;
      const auto done = run_collection(account, source, collection, report);
      if (done) continue;
      if (done.error().kind == ErrorKind::storage) return fail(done.error());
      if (done.error().kind != ErrorKind::cancelled) report.errors.push_back(done.error());
      if (!stops_account(done.error())) continue;
      if (auto kept = keep_pause(account, done.error()); !kept) return fail(kept.error());
      return false;
    }
    return true;
  }

  Result<void> keep_pause(const sync::Account& account, const Error& error) {
    return locked([&] { return remember_pause(world_, account.id, error); });
  }

  /// Records of another computer that came with this account. What was written here meanwhile goes there at
  /// once.
  Result<void> adopt(const sync::Account& account, Source& source, sync::AccountReport& report) {
    const bool has_news =
        std::any_of(report.collections.begin(), report.collections.end(),
                    [](const sync::CollectionReport& collection) { return collection.added > 0; });
    if (options_.dry_run == DryRun::yes) return {};
    const auto adopted = adopt_records(world_, has_news ? LookAt::names_and_records : LookAt::names);
    if (!adopted) return fail(adopted.error());
    for (const sync::Collection& collection : *adopted)
      report.warnings.push_back(Said("syncs.records_there", {{"collection", collection.name}}));
    const auto sent = run_collections(account, source, *adopted, report);
    return sent ? Result<void>{} : fail(sent.error());
  }

  /// New address books and calendars are found once a day, not with every sync.
  Result<void> look_again(const sync::Account& account, Source& source, sync::AccountReport& report) {
    if (options_.dry_run == DryRun::yes) return {};
    const std::string key = "account." + std::to_string(account.id) + ".listed";
    const std::string today = to_iso(world_.now().today);
    const auto last = locked([&] { return world_.store.setting(key); });
    if (!last) return fail(last.error());
    if (*last == today) return {};
    if (last->has_value()) {
      const auto notes = refresh_account(world_, account, source);
      if (!notes) return fail(notes.error());
      report.warnings = *notes;
    }
    return locked([&] { return world_.store.set_setting(key, today); });
  }

  Result<void> run_collection(const sync::Account& account, Source& source,
                              const sync::Collection& collection, sync::AccountReport& report) {
    SyncOptions options = options_;
    options.on_progress = [&](Progress progress) {
      progress.account = account.name;
      options_.on_progress(progress);
    };
    report.collections.push_back({});
    report.collections.back().collection = collection.id;
    report.collections.back().name = collection.name;
    const auto turn = wait_for_turn(world_, collection.id, options_.cancelled);
    if (!turn) return fail(turn.error());
    // The user may have switched it off since, or the writing to it; who had the turn may have moved its
    // token.
    const auto present = locked([&] { return find_collection(world_, collection.id); });
    if (!present && present.error().kind != ErrorKind::not_found) return fail(present.error());
    if (!present || !present->enabled) return {};
    auto remote = source.open(*present);
    if (!remote) return fail(remote.error());
    return sync_collection(world_, **remote, *present, options, report.collections.back(),
                           result_.plan_lines);
  }

  World& world_;
  const SyncOptions& options_;
  SyncResult result_;
};

}  // namespace

Result<SyncResult> run_sync(World& world, const SyncOptions& options) {
  auto result = Run(world, options).run();
  malloc_trim(0);  // the report's words need megabytes, and a helper stays for days: both without the run's
  return result;
}

bool has_errors(const SyncResult& result) {
  for (const sync::AccountReport& account : result.accounts) {
    if (!account.errors.empty()) return true;
    for (const sync::CollectionReport& collection : account.collections)
      if (!collection.item_errors.empty() || collection.held_back) return true;
  }
  return false;
}

SyncCounts counts_of(const SyncResult& result) {
  SyncCounts counts;
  for (const sync::AccountReport& account : result.accounts) {
    counts.problems += static_cast<int>(account.errors.size());
    for (const sync::CollectionReport& one : account.collections) {
      counts.added += one.added;
      counts.changed += one.changed;
      counts.removed += one.removed;
      counts.sent += one.sent;
      ++counts.collections;
      counts.problems += static_cast<int>(one.item_errors.size() + one.warnings.size());
    }
  }
  counts.end = result.accounts.empty()         ? SyncCounts::End::no_account
               : result.dry_run == DryRun::yes ? SyncCounts::End::only_looked
               : result.cancelled              ? SyncCounts::End::cancelled
                                               : SyncCounts::End::whole;
  return counts;
}

Said summary_of(const SyncCounts& counts) {
  if (counts.end == SyncCounts::End::no_account) return Said("syncs.no_account");
  if (counts.end == SyncCounts::End::only_looked) return Said("syncs.only_looked");
  const bool quiet = counts.added + counts.changed + counts.removed + counts.sent == 0;
  return Said("syncs.summary", {{"cancelled", counts.end == SyncCounts::End::cancelled ? "yes" : "no"},
                                {"quiet", quiet ? "yes" : "no"},
                                {"added", counts.added},
                                {"changed", counts.changed},
                                {"removed", counts.removed},
                                {"sent", counts.sent},
                                {"collections", counts.collections},
                                {"problems", counts.problems}});
}

}  // namespace goodturn::helper
