#include "helper/week/served.h"

#include <nlohmann/json.hpp>

namespace goodturn::helper {
namespace {

using Json = nlohmann::json;

/// Newest first: [{"etag": …, "rows": [{"uid": …, "due": …, "completed": …, "summary": …}]}]; the summary
/// only where a new one counts.
Result<Json> read_views(World& world) {
  const auto stored = world.store.setting(served_key);
  if (!stored) return fail(stored.error());
  Json views = Json::parse(stored->value_or("[]"), nullptr, false);
  return views.is_array() ? views : Json::array();
}

}  // namespace

Result<void> ServedViews::remember(const Etag& etag, const std::vector<calendar::ServedTask>& rows) {
  auto views = read_views(world_);
  if (!views) return fail(views.error());
  if (!views->empty() && views->front()["etag"] == etag.value) return {};
  Json list = Json::array();
  for (const calendar::ServedTask& row : rows) {
    list.push_back({{"uid", row.uid.value}, {"due", to_iso(row.due)}, {"completed", row.completed}});
    if (row.summary) list.back()["summary"] = *row.summary;
  }
  views->insert(views->begin(), Json{{"etag", etag.value}, {"rows", std::move(list)}});
  while (views->size() > limit) views->erase(views->end() - 1);
  return world_.store.set_setting(served_key, views->dump());
}

Result<std::optional<std::vector<calendar::ServedTask>>> ServedViews::find(const Etag& etag) {
  const auto views = read_views(world_);
  if (!views) return fail(views.error());
  for (const Json& view : *views) {
    if (view["etag"] != etag.value) continue;
    std::vector<calendar::ServedTask> rows;
    for (const Json& entry : view["rows"]) {
      calendar::ServedTask row;
      row.uid = Uid(entry["uid"].get<std::string>());
      row.due = parse_day(entry["due"].get<std::string>()).value_or(Day{});
      row.completed = entry["completed"].get<bool>();
      if (entry.contains("summary")) row.summary = entry["summary"].get<std::string>();
      rows.push_back(std::move(row));
    }
    return rows;
  }
  return std::nullopt;
}

}  // namespace goodturn::helper
