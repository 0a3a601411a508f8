// Briefs before meetings, and the two questions around them.
#include "helper/api/routes.h"
#include "helper/json/briefs.h"

namespace goodturn::helper {
namespace {

Result<Reply> list(Application& app, const Call& call) {
  const auto lock = app.world.lock();
  const auto snapshot = app.snapshots.get(app.world);
  if (!snapshot) return fail(snapshot.error());
  const auto briefs =
      meeting_briefs(app.world, **snapshot, call.parameters.value("hours", usual_brief_hours));
  if (!briefs) return fail(briefs.error());
  return language_of(app, call).map([&](Language language) { return reply_of(json_of(*briefs, language)); });
}

Result<Reply> answer(Application& app, const Call& call) {
  const Json& body = call.body;
  const auto start = parse_instant(body.at("start").get<std::string>());
  if (!start) return fail(ErrorKind::invalid, "\"start\" is written like 2026-11-22T14:00:00Z.");
  const Lesson lesson = body.at("lesson").get<std::string>() == "hope" ? Lesson::hoped : Lesson::learned;
  const auto undo = answer_lesson(app.world, app.undo, Uid(body.at("event").get<std::string>()), *start,
                                  lesson, body.at("text").get<std::string>());
  if (!undo) return fail(undo.error());
  app.changed();
  return reply_of({{"undo", *undo}});
}

}  // namespace

void add_meeting_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["listMeetings"] = [&app](const Call& call) { return list(app, call); };
  endpoints["answerMeeting"] = [&app](const Call& call) { return answer(app, call); };
}

}  // namespace goodturn::helper
