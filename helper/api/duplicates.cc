#include "helper/api/routes.h"
#include "helper/people/identity.h"

namespace goodturn::helper {
namespace {

Result<Reply> list_duplicates(Application& app, const Call& call) {
  auto snapshot = app.snapshots.get(app.world);
  if (!snapshot) return fail(snapshot.error());
  const auto found = find_duplicates(app.world, std::move(*snapshot));
  if (!found) return fail(found.error());
  const auto lock = app.world.lock();
  const auto items = Items::open(app.world);
  if (!items) return fail(items.error());
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const std::size_t limit = call.parameters.value("limit", std::size_t{100});
  const std::size_t offset = call.parameters.value("offset", std::size_t{0});
  return reply_of(json_of(*found, *items, limit, offset, *language));
}

std::vector<Uid> uids_in(const Json& body) {
  std::vector<Uid> uids;
  for (const Json& uid : body.at("people")) uids.emplace_back(uid.get<std::string>());
  return uids;
}

/// What the people of these cards are now, each once, and how to undo it.
Result<Reply> answer(Application& app, const Call& call, const Result<Decided>& decided) {
  if (!decided) return fail(decided.error());
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  app.changed();
  const auto snapshot = app.snapshots.get(app.world);
  if (!snapshot) return fail(snapshot.error());
  const auto lock = app.world.lock();
  const auto items = Items::open(app.world);
  if (!items) return fail(items.error());
  return reply_of(
      {{"undo", decided->undo}, {"people", people_json(**snapshot, decided->cards, *items, *language)}});
}

}  // namespace

void add_duplicates_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["listDuplicates"] = [&app](const Call& call) { return list_duplicates(app, call); };
  endpoints["mergePeople"] = [&app](const Call& call) {
    return answer(app, call, merge_people(app.world, app.undo, uids_in(call.body)));
  };
  endpoints["splitPerson"] = [&app](const Call& call) {
    return answer(app, call, split_person(app.world, app.undo, Uid(call.body.at("card").get<std::string>())));
  };
  endpoints["keepApart"] = [&app](const Call& call) {
    return answer(app, call, keep_apart(app.world, app.undo, uids_in(call.body)));
  };
}

}  // namespace goodturn::helper
