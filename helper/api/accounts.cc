#include "helper/api/routes.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

// Who the user is among the invented people.
constexpr std::string_view sample_user = "alex@example.org";
constexpr std::string_view sample_name = "Sample";

Result<Reply> list_accounts(Application& app) {
  const auto lock = app.world.lock();
  const auto accounts = app.world.store.accounts();
  if (!accounts) return fail(accounts.error());
  Json list = Json::array();
  for (const sync::Account& account : *accounts) list.push_back(json_of(account));
  return reply_of({{"accounts", std::move(list)}});
}

Result<Reply> look(Application& app, const Call& call) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto request = account_request_of(app, call.body);
  if (!request) return fail(request.error());
  const auto offer = look_at_account(app.world, *request, [] { return false; });
  if (!offer) return fail(offer.error());
  Json collections = Json::array();
  for (const OfferedCollection& one : offer->collections) {
    Json json = {{"name", one.collection.name},
                 {"kind", one.collection.holds.cards ? "address-book" : "calendar"},
                 {"url", one.collection.url},
                 {"read_only", one.collection.read_only}};
    if (one.items) json["items"] = *one.items;
    collections.push_back(std::move(json));
  }
  return reply_of({{"kind", json_of(offer->account).at("kind")},
                   {"name", offer->account.name},
                   {"url", offer->account.url},
                   {"collections", std::move(collections)},
                   {"notes", in_words(offer->notes, *language)}});
}

Result<Reply> add_request(Application& app, const Call& call, const AccountRequest& request) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto added = add_account(app.world, request, [] { return false; });
  if (!added) return fail(added.error());
  Json collections = Json::array();
  for (const sync::Collection& collection : added->collections)
    collections.push_back(json_of(CollectionRow{collection, added->account.name, 0}));
  app.changed();
  return reply_of({{"account", json_of(added->account)},
                   {"collections", std::move(collections)},
                   {"notes", in_words(added->notes, *language)}},
                  201);
}

Result<Reply> add(Application& app, const Call& call) {
  const auto request = account_request_of(app, call.body);
  if (!request) return fail(request.error());
  return add_request(app, call, *request);
}

Result<Reply> add_sample(Application& app, const Call& call) {
  const auto folder = app.write_sample();
  if (!folder) return fail(folder.error());
  return add_request(app, call, {*folder, std::string(sample_user), "", std::string(sample_name), {}});
}

Result<Reply> edit(Application& app, const Call& call) {
  AccountEdit edit;
  if (call.body.contains("name")) edit.name = call.body["name"].get<std::string>();
  if (call.body.contains("own_addresses"))
    edit.own_addresses = call.body["own_addresses"].get<std::vector<std::string>>();
  const auto account = edit_account(app.world, call.parameters.at("id").get<sync::AccountId>(), edit);
  if (!account) return fail(account.error());
  app.changed();
  return reply_of(json_of(*account));
}

Result<Reply> remove(Application& app, const Call& call) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto notes = remove_account(app.world, call.parameters.at("id").get<sync::AccountId>());
  if (!notes) return fail(notes.error());
  app.changed();
  return reply_of({{"notes", in_words(*notes, *language)}});
}

Result<Reply> collections_reply(Application& app) {
  const auto rows = list_collections(app.world);
  if (!rows) return fail(rows.error());
  Json list = Json::array();
  for (const CollectionRow& row : *rows) list.push_back(json_of(row));
  return reply_of({{"collections", std::move(list)}});
}

std::optional<bool> flag(const Json& body, const char* key) {
  return body.contains(key) ? std::optional(body[key].get<bool>()) : std::nullopt;
}

Result<Reply> switch_collection(Application& app, const Call& call) {
  const auto id = call.parameters.at("id").get<sync::CollectionId>();
  const CollectionEdit edit{flag(call.body, "enabled"), flag(call.body, "counts_as_meetings"),
                            flag(call.body, "write_back")};
  if (const auto changed = edit_collection(app.world, id, edit); !changed) return fail(changed.error());
  app.changed();
  const auto rows = list_collections(app.world);
  if (!rows) return fail(rows.error());
  for (const CollectionRow& row : *rows)
    if (row.collection.id == id) return reply_of(json_of(row));
  return fail(ErrorKind::not_found, "The collection is gone.");
}

}  // namespace

void add_account_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["listAccounts"] = [&app](const Call&) { return list_accounts(app); };
  endpoints["addAccount"] = [&app](const Call& call) { return add(app, call); };
  endpoints["lookAtAccount"] = [&app](const Call& call) { return look(app, call); };
  endpoints["addSample"] = [&app](const Call& call) { return add_sample(app, call); };
  endpoints["editAccount"] = [&app](const Call& call) { return edit(app, call); };
  endpoints["removeAccount"] = [&app](const Call& call) { return remove(app, call); };
  endpoints["listCollections"] = [&app](const Call&) { return collections_reply(app); };
  endpoints["editCollection"] = [&app](const Call& call) { return switch_collection(app, call); };
}

}  // namespace goodturn::helper
