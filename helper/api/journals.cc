// Items of the journal by kind, and lines of words that become such items.
#include "helper/api/routes.h"
#include "helper/journals/keeping.h"

namespace goodturn::helper {
namespace {

/// The contract names the kinds, so that no other word comes here.
const ItemKind& kind_of(const Call& call) {
  return *item_kind(call.parameters.at("kind").get<std::string>());
}

Uid id_of(const Call& call) { return Uid(call.parameters.at("id").get<std::string>()); }

Result<Reply> list(Application& app, const Call& call) {
  std::optional<Uid> person;
  if (call.parameters.contains("person")) person = Uid(call.parameters["person"].get<std::string>());
  auto items = list_items(app.world, kind_of(call), person);
  if (!items) return fail(items.error());
  return reply_of({{"items", std::move(*items)}});
}

Result<Reply> read(Application& app, const Call& call) {
  auto item = read_item(app.world, kind_of(call), id_of(call));
  if (!item) return fail(item.error());
  return reply_of({{"item", std::move(*item)}});
}

Result<Reply> answer(Application& app, Result<Kept> kept, int status = 200) {
  if (!kept) return fail(kept.error());
  app.changed();
  Json json = {{"undo", kept->undo}};
  if (!kept->item.is_null()) json["item"] = std::move(kept->item);
  return reply_of(std::move(json), status);
}

NameAnswers answers_in(const Json& body) {
  NameAnswers answers;
  if (body.contains("answers"))
    for (const auto& [name, uid] : body["answers"].items()) answers[name] = Uid(uid.get<std::string>());
  return answers;
}

/// Proposes, or writes with "confirm" when every name is clear; the answer says which.
Result<Reply> take_line(Application& app, const Call& call) {
  const auto line = call.body.at("line").get<std::string>();
  const NameAnswers answers = answers_in(call.body);
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  if (!call.body.value("confirm", false)) {
    const auto proposal = propose_line(app.world, line, answers);
    if (!proposal) return fail(proposal.error());
    return reply_of({{"proposal", json_of(*proposal, *language)}, {"logged", false}});
  }
  auto logged = log_line(app.world, app.undo, line, answers);
  if (!logged) return fail(logged.error());
  Json json = {{"proposal", json_of(logged->proposal, *language)}, {"logged", !logged->undo.empty()}};
  if (!logged->undo.empty()) {
    app.changed();
    json["undo"] = logged->undo;
    json["items"] = std::move(logged->items);
  }
  return reply_of(std::move(json));
}

FieldValues values_in(const Json& body) {
  FieldValues values;
  if (body.contains("fields"))
    for (const auto& [name, value] : body["fields"].items()) values[name] = value.get<std::string>();
  return values;
}

Result<Reply> fill(Application& app, const Call& call) {
  const auto draft =
      fill_script(app.world, id_of(call), Uid(call.body.value("person", "")), values_in(call.body));
  if (!draft) return fail(draft.error());
  return reply_of(json_of(*draft));
}

Result<Reply> draft(Application& app, const Call& call) {
  const auto made = draft_ask(app.world, id_of(call), values_in(call.body));
  if (!made) return fail(made.error());
  return reply_of(json_of(*made));
}

Result<Reply> use(Application& app, const Call& call) {
  std::optional<bool> answered;
  if (call.body.contains("answered")) answered = call.body["answered"].get<bool>();
  const auto undo = note_use(app.world, app.undo, id_of(call), answered);
  if (!undo) return fail(undo.error());
  app.changed();
  return reply_of({{"undo", *undo}});
}

}  // namespace

void add_journal_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["listJournal"] = [&app](const Call& call) { return list(app, call); };
  endpoints["getFromJournal"] = [&app](const Call& call) { return read(app, call); };
  endpoints["addToJournal"] = [&app](const Call& call) {
    return answer(app, add_item(app.world, app.undo, kind_of(call), call.body), 201);
  };
  endpoints["changeInJournal"] = [&app](const Call& call) {
    return answer(app, change_item(app.world, app.undo, kind_of(call), id_of(call), call.body));
  };
  endpoints["removeFromJournal"] = [&app](const Call& call) {
    return answer(app, remove_item(app.world, app.undo, kind_of(call), id_of(call)));
  };
  endpoints["takeLine"] = [&app](const Call& call) { return take_line(app, call); };
  endpoints["fillScript"] = [&app](const Call& call) { return fill(app, call); };
  endpoints["noteScriptUse"] = [&app](const Call& call) { return use(app, call); };
  endpoints["draftAsk"] = [&app](const Call& call) { return draft(app, call); };
}

}  // namespace goodturn::helper
