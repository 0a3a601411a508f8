#include "helper/week/served.h"

#include <nlohmann/json.hpp>

namespace goodturn::helper {
namespace {

using Json = nlohmann::json;
constexpr std::string_view key = "feed.served";

/// Newest first: [{"etag": …, "rows": [{"uid": …, "due": …, "completed": …}]}].
Result<Json> read_views(World& world) {
  const auto stored = world.store.setting(key);
  if (!stored) return fail(stored.error());
  Json views = Json::parse(stored->value_or("[]"), nullptr, false);
  return views.is_array() ? views : Json::array();
}

}  // namespace

Result<void> ServedViews::remember(const Etag& etag, const std::vector<calendar::FollowUp>& rows) {
  auto views = read_views(world_);
  if (!views) return fail(views.error());
  if (!views->empty() && views->front()["etag"] == etag.value) return {};
  Json list = Json::array();
  for (const calendar::FollowUp& row : rows)
    list.push_back({{"uid", row.uid.value}, {"due", to_iso(row.due)}, {"completed", row.completed}});
  views->insert(views->begin(), Json{{"etag", etag.value}, {"rows", std::move(list)}});
  while (views->size() > limit) views->erase(views->end() - 1);
  return world_.store.set_setting(key, views->dump());
}

Result<std::optional<std::vector<calendar::FollowUp>>> ServedViews::find(const Etag& etag) {
  const auto views = read_views(world_);
  if (!views) return fail(views.error());
  for (const Json& view : *views) {
    if (view["etag"] != etag.value) continue;
    std::vector<calendar::FollowUp> rows;
    for (const Json& entry : view["rows"]) {
      calendar::FollowUp row;
      row.uid = Uid(entry["uid"].get<std::string>());
      row.due = parse_day(entry["due"].get<std::string>()).value_or(Day{});
      row.completed = entry["completed"].get<bool>();
      rows.push_back(std::move(row));
    }
    return rows;
  }
  return std::nullopt;
}

}  // namespace goodturn::helper
