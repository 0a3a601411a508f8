// The user's own profile, purpose and reflections.
#include "helper/api/routes.h"
#include "helper/people/profile.h"
#include "helper/people/purpose.h"
#include "helper/people/reflection.h"

namespace goodturn::helper {
namespace {

Result<Reply> profile_reply(Application& app, const std::string& undo = {}) {
  const auto lock = app.world.lock();
  const auto profile = own_profile(app.world);
  if (!profile) return fail(profile.error());
  Json json = {{"profile", json_of(*profile)}};
  if (!undo.empty()) json["undo"] = undo;
  return reply_of(std::move(json));
}

Result<Reply> changed(Application& app, const Result<std::string>& undo) {
  if (!undo) return fail(undo.error());
  app.changed();
  return profile_reply(app, *undo);
}

Result<Reply> check(Application& app, const Call& call) {
  const Json& body = call.body;
  return changed(app, add_self_check(app.world, app.undo, body.at("belong").get<int>(),
                                     body.at("respect").get<int>(), body.at("connection").get<int>()));
}

Result<Reply> purpose_reply(Application& app, const std::string& undo = {}) {
  const auto lock = app.world.lock();
  const auto purpose = purpose_now(app.world);
  if (!purpose) return fail(purpose.error());
  Json json = {{"text", purpose->text}, {"should_ask", purpose->should_ask}};
  if (!undo.empty()) json["undo"] = undo;
  return reply_of(std::move(json));
}

Result<Reply> answer(Application& app, const Call& call) {
  const auto undo = answer_purpose(app.world, app.undo, call.body.at("text").get<std::string>());
  if (!undo) return fail(undo.error());
  app.changed();
  return purpose_reply(app, *undo);
}

Uid id_of(const Call& call) { return Uid(call.parameters.at("id").get<std::string>()); }

Result<Reply> reflection_reply(Application& app, const Uid& record, const std::string& undo = {}) {
  const auto lock = app.world.lock();
  const auto text = reflection_on(app.world, record);
  if (!text) return fail(text.error());
  Json json = {{"text", *text}};
  if (!undo.empty()) json["undo"] = undo;
  return reply_of(std::move(json));
}

Result<Reply> reflect(Application& app, const Call& call) {
  const auto undo = reflect_on(app.world, app.undo, id_of(call), call.body.at("text").get<std::string>());
  if (!undo) return fail(undo.error());
  return reflection_reply(app, id_of(call), *undo);
}

}  // namespace

void add_own_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["getOwnProfile"] = [&app](const Call&) { return profile_reply(app); };
  endpoints["editOwnProfile"] = [&app](const Call& call) {
    return changed(app, edit_own_profile(app.world, app.undo, call.body));
  };
  endpoints["addSelfCheck"] = [&app](const Call& call) { return check(app, call); };
  endpoints["getPurpose"] = [&app](const Call&) { return purpose_reply(app); };
  endpoints["answerPurpose"] = [&app](const Call& call) { return answer(app, call); };
  endpoints["getReflection"] = [&app](const Call& call) { return reflection_reply(app, id_of(call)); };
  endpoints["writeReflection"] = [&app](const Call& call) { return reflect(app, call); };
}

}  // namespace goodturn::helper
