#include "helper/sync/last_runs.h"

#include "helper/json/json.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view key = "sync.runs";

Json json_of(const PastRun& run) {
  return {{"at", to_iso(run.at)}, {"summary", run.summary}, {"failed", run.failed}};
}

}  // namespace

Result<std::vector<PastRun>> past_runs(World& world) {
  const auto stored = world.store.setting(key);
  if (!stored) return fail(stored.error());
  const Json list = Json::parse(stored->value_or("[]"), nullptr, false);
  std::vector<PastRun> runs;
  if (!list.is_array()) return runs;
  for (const Json& one : list) {
    if (!one.is_object()) continue;
    const auto at = parse_instant(one.value("at", ""));
    if (at) runs.push_back({*at, one.value("summary", ""), one.value("failed", false)});
  }
  return runs;
}

Result<void> note_run(World& world, const SyncResult& result) {
  if (result.dry_run == DryRun::yes) return {};
  const auto lock = world.lock();
  auto runs = past_runs(world);
  if (!runs) return fail(runs.error());
  runs->insert(runs->begin(), {world.clock.now(), summary_of(result), has_errors(result)});
  if (runs->size() > kept_runs) runs->resize(kept_runs);
  Json list = Json::array();
  for (const PastRun& run : *runs) list.push_back(json_of(run));
  return world.store.set_setting(key, list.dump());
}

}  // namespace goodturn::helper
