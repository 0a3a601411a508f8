#include "helper/api/routes.h"
#include "helper/sync/conflicts.h"
#include "helper/sync/trash.h"
#include "helper/sync/undo_write.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t usual_limit = 100;

std::int64_t id_in(const Call& call) { return call.parameters.at("id").get<std::int64_t>(); }

Result<Reply> conflicts(Application& app) {
  const auto views = list_conflicts(app.world);
  if (!views) return fail(views.error());
  return reply_of(json_of(*views));
}

Result<Reply> changes(Application& app, std::size_t limit = usual_limit, std::size_t offset = 0) {
  const auto page = list_writes(app.world, limit, offset);
  if (!page) return fail(page.error());
  return reply_of(json_of(*page));
}

Result<Reply> trash(Application& app) {
  const auto views = list_trash(app.world);
  if (!views) return fail(views.error());
  return reply_of(json_of(*views));
}

sync::Take take_in(const Json& body) {
  const auto word = body.at("take").get<std::string>();
  return word == "here" ? sync::Take::mine : word == "both" ? sync::Take::both : sync::Take::theirs;
}

/// The list as it is after a choice, with what takes the choice back.
Result<Reply> after_choice(Application& app, const Result<Chosen>& chosen,
                           Result<Reply> (*list)(Application&)) {
  if (!chosen) return fail(chosen.error());
  app.changed();
  auto reply = list(app);
  if (reply)
    reply->json["undo"] = app.undo.remember(
        {}, [reversal = chosen->reversal](World& world) { return take_back(world, reversal); });
  return reply;
}

Result<Reply> resolve(Application& app, const Call& call) {
  return after_choice(app, resolve_conflict(app.world, id_in(call), take_in(call.body)), conflicts);
}

Result<Reply> undo_change(Application& app, const Call& call) {
  const auto sent = undo_write(app.world, id_in(call));
  if (!sent) return fail(sent.error());
  app.changed();
  return changes(app);
}

Result<Reply> restore(Application& app, const Call& call) {
  return after_choice(app, restore_trashed(app.world, id_in(call)), trash);
}

}  // namespace

void add_history_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["listConflicts"] = [&app](const Call&) { return conflicts(app); };
  endpoints["resolveConflict"] = [&app](const Call& call) { return resolve(app, call); };
  endpoints["listChanges"] = [&app](const Call& call) {
    return changes(app, call.parameters.value("limit", usual_limit),
                   call.parameters.value("offset", std::size_t{0}));
  };
  endpoints["undoChange"] = [&app](const Call& call) { return undo_change(app, call); };
  endpoints["listTrash"] = [&app](const Call&) { return trash(app); };
  endpoints["restoreFromTrash"] = [&app](const Call& call) { return restore(app, call); };
}

}  // namespace goodturn::helper
