// The folder of Markdown notes: what one would bring, which is read, whom names mean.
#include "helper/api/notes.h"

#include <array>

#include "helper/api/routes.h"
#include "helper/api/worded.h"
#include "helper/index/snapshot_cache.h"
#include "helper/json/notes.h"
#include "helper/notes/choosing.h"
#include "helper/notes/writing.h"

namespace goodturn::helper {
namespace {

/// In the order of NoteWatch::State.
constexpr std::array<std::string_view, 4> watch_words = {"off", "watching", "away", "too-many"};

Result<Reply> state(Application& app, const NoteWatch& watch, const Call& call) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto lock = app.world.lock();
  const auto choice = note_choice(app.world);
  if (!choice) return fail(choice.error());
  const auto survey = note_survey(app.world);
  if (!survey) return fail(survey.error());
  const auto snapshot = current_snapshot(app.world);
  if (!snapshot) return fail(snapshot.error());
  const auto lines = last_note_lines(app.world);
  if (!lines) return fail(lines.error());
  Json json = json_of(*choice, *survey, *lines, **snapshot, *language);
  json["watch"] = watch_words.at(static_cast<std::size_t>(watch.state()));
  return reply_of(std::move(json));
}

/// The state after a change, which other pages see, too.
template <class Changed>
Result<Reply> after(Application& app, const NoteWatch& watch, const Call& call, const Result<Changed>& done) {
  if (!done) return fail(done.error());
  app.changed();
  return state(app, watch, call);
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
Result<Reply> answer(Application& app, const NoteWatch& watch, const Call& call) {
  std::optional<Uid> person;
  if (const auto found = call.body.find("person"); found != call.body.end())
    person = found->is_null() ? Uid() : Uid(found->get<std::string>());
  return after(app, watch, call,
               answer_note_name(app.world, call.body.at("name").get<std::string>(), person));
}

Result<Reply> choose_writing(Application& app, const NoteWatch& watch, const Call& call) {
  std::optional<std::string> heading;
  if (call.body.contains("heading")) heading = call.body["heading"].get<std::string>();
  return after(app, watch, call, choose_note_writing(app.world, call.body.at("writes").get<bool>(), heading));
}

}  // namespace

std::map<std::string, Endpoint, std::less<>> note_endpoints(Application& app, const NoteFolder& files,
                                                            const NoteWatch& watch) {
  Endpoints all;
  all["getNotes"] = [&app, &watch](const Call& call) { return state(app, watch, call); };
  all["previewNotes"] = [&app, &files](const Call& call) { return preview(app, files, call); };
  all["chooseNotes"] = [&app, &files, &watch](const Call& call) {
    return after(app, watch, call, choose_notes(app.world, files, folder_in(call)));
  };
  all["readNotes"] = [&app, &files, &watch](const Call& call) {
    return after(app, watch, call, read_notes(app.world, files));
  };
  all["leaveNotes"] = [&app, &watch](const Call& call) {
    return after(app, watch, call, leave_notes(app.world));
  };
  all["writeNotes"] = [&app, &watch](const Call& call) { return choose_writing(app, watch, call); };
  all["answerNoteName"] = [&app, &watch](const Call& call) { return answer(app, watch, call); };
  for (auto& [id, endpoint] : all) endpoint = worded(app, std::move(endpoint));
  return all;
}

}  // namespace goodturn::helper
