// Everything out, and erasing: one person, or all.
#include "helper/json/erasure.h"
#include "helper/api/routes.h"

namespace goodturn::helper {
namespace {

Uid uid_of(const Call& call) { return Uid(call.parameters.at("uid").get<std::string>()); }

Result<Reply> write_all(Application& app, const Call& call) {
  const bool reflections = call.body.value("reflections", false);
  const auto exported = app.write_export(reflections ? Reflections::included : Reflections::left_out);
  if (!exported) return fail(exported.error());
  return reply_of(json_of(*exported));
}

Result<Reply> look_at_person(Application& app, const Call& call) {
  const auto person = survey_person(app.world, uid_of(call));
  if (!person) return fail(person.error());
  return reply_of(json_of(*person));
}

Result<Reply> erase_one(Application& app, const Call& call) {
  const bool on_server = call.body.value("on_server", false);
  const auto person = erase_person(app.world, uid_of(call), on_server ? OnServers::remove : OnServers::leave);
  if (!person) return fail(person.error());
  app.undo.forget();
  app.changed();
  return reply_of(json_of(*person));
}

Result<Reply> look_at_home(Application& app) {
  const auto home = survey_everything(app.world);
  if (!home) return fail(home.error());
  return reply_of(json_of(*home));
}

Result<Reply> erase_home(Application& app) {
  if (app.sync.state().running)
    return fail(ErrorKind::busy, "A sync is under way. Wait for its end, or stop it, and try again.");
  const auto home = erase_everything(app.world);
  if (!home) return fail(home.error());
  app.undo.forget();
  app.imports.drop_all();
  if (auto erased = app.erase_files(); !erased) return fail(erased.error());
  app.changed();
  return reply_of(json_of(*home));
}

}  // namespace

void add_erasure_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["exportEverything"] = [&app](const Call& call) { return write_all(app, call); };
  endpoints["lookAtPersonErasure"] = [&app](const Call& call) { return look_at_person(app, call); };
  endpoints["erasePerson"] = [&app](const Call& call) { return erase_one(app, call); };
  endpoints["lookAtErasure"] = [&app](const Call&) { return look_at_home(app); };
  endpoints["eraseEverything"] = [&app](const Call&) { return erase_home(app); };
}

}  // namespace goodturn::helper
