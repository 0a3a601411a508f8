// The folder of Markdown notes: what one would bring, which is read, whom names mean.
#include "helper/api/notes.h"

#include "helper/api/routes.h"
#include "helper/api/worded.h"
#include "helper/index/snapshot_cache.h"
#include "helper/json/notes.h"
#include "helper/notes/choosing.h"

namespace goodturn::helper {
namespace {

Result<Reply> state(Application& app, const Call& call) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto lock = app.world.lock();
  const auto choice = note_choice(app.world);
  if (!choice) return fail(choice.error());
  const auto survey = note_survey(app.world);
  if (!survey) return fail(survey.error());
  const auto snapshot = current_snapshot(app.world);
  if (!snapshot) return fail(snapshot.error());
  return reply_of(json_of(*choice, *survey, **snapshot, *language));
}

/// The state after a change, which other pages see, too.
template <class Changed>
Result<Reply> after(Application& app, const Call& call, const Result<Changed>& done) {
  if (!done) return fail(done.error());
  app.changed();
  return state(app, call);
}

std::string folder_in(const Call& call) { return call.body.at("folder").get<std::string>(); }

Result<Reply> preview(Application& app, const NoteFolder& files, const Call& call) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto survey = preview_notes(app.world, files, folder_in(call));
  if (!survey) return fail(survey.error());
  const auto snapshot = current_snapshot(app.world);
  if (!snapshot) return fail(snapshot.error());
  return reply_of(json_of(*survey, **snapshot, *language));
}

/// Without "person" the name is asked again; null is nobody.
Result<Reply> answer(Application& app, const Call& call) {
  std::optional<Uid> person;
  if (const auto found = call.body.find("person"); found != call.body.end())
    person = found->is_null() ? Uid() : Uid(found->get<std::string>());
  return after(app, call, answer_note_name(app.world, call.body.at("name").get<std::string>(), person));
}

}  // namespace

std::map<std::string, Endpoint, std::less<>> note_endpoints(Application& app, const NoteFolder& files) {
  Endpoints all;
  all["getNotes"] = [&app](const Call& call) { return state(app, call); };
  all["previewNotes"] = [&app, &files](const Call& call) { return preview(app, files, call); };
  all["chooseNotes"] = [&app, &files](const Call& call) {
    return after(app, call, choose_notes(app.world, files, folder_in(call)));
  };
  all["readNotes"] = [&app, &files](const Call& call) {
    return after(app, call, read_notes(app.world, files));
  };
  all["leaveNotes"] = [&app](const Call& call) { return after(app, call, leave_notes(app.world)); };
  all["answerNoteName"] = [&app](const Call& call) { return answer(app, call); };
  for (auto& [id, endpoint] : all) endpoint = worded(app, std::move(endpoint));
  return all;
}

}  // namespace goodturn::helper
