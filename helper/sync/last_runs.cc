#include "helper/sync/last_runs.h"

#include <algorithm>
#include <optional>

#include "helper/json/json.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view key = "sync.runs";
constexpr int last_end = static_cast<int>(SyncCounts::End::no_account);

Json json_of(const PastRun& run) {
  Json json = {{"at", to_iso(run.at)}, {"failed", run.failed}};
  if (!run.summary.empty()) {
    json["summary"] = run.summary;
    return json;
  }
  const SyncCounts& counts = run.counts;
  json["end"] = static_cast<int>(counts.end);
  json["counts"] = {counts.added, counts.changed,     counts.removed,
                    counts.sent,  counts.collections, counts.problems};
  return json;
}

std::optional<PastRun> run_of(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto at = parse_instant(json.value("at", ""));
  if (!at) return std::nullopt;
  PastRun run{*at, {}, json.value("summary", ""), json.value("failed", false)};
  if (!run.summary.empty()) return run;
  const Json numbers = json.value("counts", Json::array());
  const int end = json.value("end", -1);
  const bool good =
      numbers.is_array() && numbers.size() == 6 && end >= 0 && end <= last_end &&
      std::all_of(numbers.begin(), numbers.end(), [](const Json& one) { return one.is_number(); });
  if (!good) return std::nullopt;
  const auto number = [&](std::size_t place) { return numbers[place].get<int>(); };
  run.counts = {
      static_cast<SyncCounts::End>(end), number(0), number(1), number(2), number(3), number(4), number(5)};
  return run;
}

}  // namespace

Result<std::vector<PastRun>> past_runs(World& world) {
  const auto stored = world.store.setting(key);
  if (!stored) return fail(stored.error());
  const Json list = Json::parse(stored->value_or("[]"), nullptr, false);
  std::vector<PastRun> runs;
  if (!list.is_array()) return runs;
  for (const Json& one : list)
    if (auto run = run_of(one)) runs.push_back(std::move(*run));
  return runs;
}

Result<void> note_run(World& world, const SyncResult& result) {
  if (result.dry_run == DryRun::yes) return {};
  const auto lock = world.lock();
  auto runs = past_runs(world);
  if (!runs) return fail(runs.error());
  runs->insert(runs->begin(), {world.clock.now(), counts_of(result), "", has_errors(result)});
  if (runs->size() > kept_runs) runs->resize(kept_runs);
  Json list = Json::array();
  for (const PastRun& run : *runs) list.push_back(json_of(run));
  return world.store.set_setting(key, list.dump());
}

}  // namespace goodturn::helper
