#include <algorithm>

#include "helper/api/routes.h"
#include "helper/sync/last_runs.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

Result<Json> status_of(Application& app) {
  const bool syncing = app.sync.state().running;
  const auto snapshot = syncing ? app.snapshots.last(app.world) : app.snapshots.get(app.world);
  if (!snapshot) return fail(snapshot.error());
  const auto lock = app.world.lock();
  const auto accounts = app.world.store.accounts();
  if (!accounts) return fail(accounts.error());
  const auto collections = app.world.store.collections();
  if (!collections) return fail(collections.error());
  Json json = {{"version", app.version},
               {"syncing", syncing},
               {"accounts", accounts->size()},
               {"people", (*snapshot)->persons().size()},
               {"index_ready", true}};
  std::optional<Instant> last;
  for (const sync::Collection& collection : *collections)
    if (collection.last_sync && (!last || *collection.last_sync > *last)) last = collection.last_sync;
  if (last) json["last_sync"] = to_iso(*last);
  return json;
}

Result<Reply> status_reply(Application& app, int status) {
  auto json = status_of(app);
  if (!json) return fail(json.error());
  return reply_of(std::move(*json), status);
}

}  // namespace

void add_sync_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["getStatus"] = [&app](const Call&) { return status_reply(app, 200); };
  endpoints["startSync"] = [&app](const Call& call) -> Result<Reply> {
    SyncOptions options;
    options.dry_run = call.body.value("dry_run", false) ? DryRun::yes : DryRun::no;
    options.deletions_confirmed = call.body.value("confirm_deletions", false);
    if (auto started = app.sync.start(options); !started) return fail(started.error());
    return status_reply(app, 202);
  };
  endpoints["cancelSync"] = [&app](const Call&) {
    app.sync.cancel();
    return status_reply(app, 200);
  };
  endpoints["listSyncRuns"] = [&app](const Call& call) -> Result<Reply> {
    const auto language = language_of(app, call);
    if (!language) return fail(language.error());
    const auto lock = app.world.lock();
    const auto runs = past_runs(app.world);
    if (!runs) return fail(runs.error());
    Json list = Json::array();
    for (const PastRun& run : *runs)
      list.push_back({{"at", to_iso(run.at)},
                      {"summary", in_words(summary_of(run), *language)},
                      {"failed", run.failed}});
    return reply_of({{"runs", std::move(list)}});
  };
  endpoints["getSyncReport"] = [&app](const Call& call) -> Result<Reply> {
    return language_of(app, call).map(
        [&](Language language) { return reply_of(json_of(app.sync.state(), language)); });
  };
}

}  // namespace goodturn::helper
