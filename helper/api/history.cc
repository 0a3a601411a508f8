#include "helper/api/routes.h"
#include "helper/sync/conflicts.h"
#include "helper/sync/trash.h"
#include "helper/sync/undo_write.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t usual_limit = 100;

std::int64_t id_in(const Call& call) { return call.parameters.at("id").get<std::int64_t>(); }

Result<Reply> conflicts(Application& app, Language language) {
  const auto views = list_conflicts(app.world);
  if (!views) return fail(views.error());
  return reply_of(json_of(*views, language));
}

Result<Reply> changes(Application& app, Language language, std::size_t limit = usual_limit,
                      std::size_t offset = 0) {
  const auto page = list_writes(app.world, limit, offset);
  if (!page) return fail(page.error());
  return reply_of(json_of(*page, language));
}

Result<Reply> trash(Application& app, Language language) {
  const auto views = list_trash(app.world);
  if (!views) return fail(views.error());
  return reply_of(json_of(*views, language));
}

sync::Take take_in(const Json& body) {
  const auto word = body.at("take").get<std::string>();
  return word == "here" ? sync::Take::mine : word == "both" ? sync::Take::both : sync::Take::theirs;
}

/// The list as it is after a choice, with what takes the choice back.
Result<Reply> after_choice(Application& app, const Result<Chosen>& chosen, Language language,
                           Result<Reply> (*list)(Application&, Language)) {
  if (!chosen) return fail(chosen.error());
  app.changed();
  auto reply = list(app, language);
  if (reply)
    reply->json["undo"] = app.undo.remember(
        {}, [reversal = chosen->reversal](World& world) { return take_back(world, reversal); });
  return reply;
}

Result<Reply> resolve(Application& app, const Call& call, Language language) {
  return after_choice(app, resolve_conflict(app.world, id_in(call), take_in(call.body)), language, conflicts);
}

Result<Reply> undo_change(Application& app, const Call& call, Language language) {
  const auto sent = undo_write(app.world, id_in(call));
  if (!sent) return fail(sent.error());
  app.changed();
  return changes(app, language);
}

Result<Reply> restore(Application& app, const Call& call, Language language) {
  return after_choice(app, restore_trashed(app.world, id_in(call)), language, trash);
}

}  // namespace

void add_history_endpoints(Endpoints& endpoints, Application& app) {
  const auto put = [&](const char* id, Result<Reply> (*answer)(Application&, const Call&, Language)) {
    endpoints[id] = [&app, answer](const Call& call) -> Result<Reply> {
      const auto language = language_of(app, call);
      if (!language) return fail(language.error());
      return answer(app, call, *language);
    };
  };
  put("listConflicts",
      [](Application& own, const Call&, Language language) { return conflicts(own, language); });
  put("resolveConflict", resolve);
  put("listChanges", [](Application& own, const Call& call, Language language) {
    return changes(own, language, call.parameters.value("limit", usual_limit),
                   call.parameters.value("offset", std::size_t{0}));
  });
  put("undoChange", undo_change);
  put("listTrash", [](Application& own, const Call&, Language language) { return trash(own, language); });
  put("restoreFromTrash", restore);
}

}  // namespace goodturn::helper
