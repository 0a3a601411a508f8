#include "helper/api/routes.h"
#include "helper/records/keep.h"

namespace goodturn::helper {
namespace {

std::optional<sync::CollectionId> collection_in(const Json& body, const char* key) {
  return body.contains(key) ? std::optional(body[key].get<sync::CollectionId>()) : std::nullopt;
}

Result<Reply> place_reply(Application& app, const Call& call, const RecordsPlace& place) {
  return language_of(app, call).map([&](Language language) { return reply_of(json_of(place, language)); });
}

Result<Reply> keep(Application& app, const Call& call) {
  const auto account = call.body.at("account").get<sync::AccountId>();
  const auto place = account == sync::local_account
                         ? keep_here(app.world)
                         : keep_on_account(app.world,
                                           {account, collection_in(call.body, "journal"),
                                            collection_in(call.body, "follow_ups")},
                                           [] { return false; });
  if (!place) return fail(place.error());
  app.undo.forget();
  app.changed();
  return place_reply(app, call, *place);
}

}  // namespace

void add_records_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["getRecordsPlace"] = [&app](const Call& call) -> Result<Reply> {
    const auto place = records_place(app.world);
    if (!place) return fail(place.error());
    return place_reply(app, call, *place);
  };
  endpoints["keepRecords"] = [&app](const Call& call) { return keep(app, call); };
}

}  // namespace goodturn::helper
