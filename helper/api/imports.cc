// Files of other programs: they come in pieces, are shown, and are taken on the user's word.
#include "helper/json/imports.h"
#include "core/text/charset.h"
#include "helper/api/routes.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t shown_entries = 200;

std::string id_of(const Call& call) { return call.parameters.at("id").get<std::string>(); }

Result<Reply> begin(Application& app, const Call& call) {
  std::vector<AnnouncedFile> files;
  for (const Json& file : call.body.at("files"))
    files.push_back({file.at("name").get<std::string>(), file.at("size").get<std::size_t>()});
  const auto import = app.imports.open(std::move(files));
  if (!import) return fail(import.error());
  return reply_of({{"id", (*import)->id()}}, 201);
}

Result<Reply> add(Application& app, const Call& call) {
  const auto import = app.imports.find(id_of(call));
  if (!import) return fail(import.error());
  const std::string bytes = text::from_base64(call.body.at("bytes").get<std::string>());
  const auto came = (*import)->add(call.body.at("file").get<std::size_t>(), bytes);
  if (!came) return fail(came.error());
  return reply_of({{"came", *came}, {"total", (*import)->announced()}});
}

Result<Reply> look(Application& app, const Call& call) {
  const auto import = app.imports.find(id_of(call));
  if (!import) return fail(import.error());
  const auto plan = (*import)->plan(app.world);
  if (!plan) return fail(plan.error());
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  return reply_of(json_of(**plan, shown_entries, *language));
}

Result<Reply> take(Application& app, const Call& call) {
  const auto import = app.imports.find(id_of(call));
  if (!import) return fail(import.error());
  const auto told = [&](std::size_t done, std::size_t total) {
    app.tell("import", {{"id", (*import)->id()}, {"done", done}, {"total", total}});
  };
  ImportChoice choice{call.body.value("unsure", true) ? Unsure::take : Unsure::leave};
  if (const auto book = call.body.find("book"); book != call.body.end())
    choice.book = book->get<sync::CollectionId>();
  const auto imported = (*import)->take(app.world, app.undo, choice, told);
  if (!imported) return fail(imported.error());
  app.imports.drop((*import)->id());
  app.changed();
  Json json = {{"items", imported->items}};
  if (!imported->undo.empty()) json["undo"] = imported->undo;
  return reply_of(std::move(json));
}

}  // namespace

void add_import_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["startImport"] = [&app](const Call& call) { return begin(app, call); };
  endpoints["sendToImport"] = [&app](const Call& call) { return add(app, call); };
  endpoints["lookAtImport"] = [&app](const Call& call) { return look(app, call); };
  endpoints["takeImport"] = [&app](const Call& call) { return take(app, call); };
  endpoints["cancelImport"] = [&app](const Call& call) -> Result<Reply> {
    app.imports.drop(id_of(call));
    return reply_of(Json::object());
  };
}

}  // namespace goodturn::helper
