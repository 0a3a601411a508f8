#include "helper/api/routes.h"
#include "helper/people/large_gift.h"
#include "helper/people/profile.h"
#include "helper/people/records.h"
#include "helper/people/tag.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

Result<Reply> list_people(Application& app, const Call& call) {
  const auto snapshot = app.snapshots.get(app.world);
  if (!snapshot) return fail(snapshot.error());
  PeopleQuery query;
  query.words = call.parameters.value("query", "");
  query.tag = call.parameters.value("tag", "");
  query.limit = call.parameters.value("limit", query.limit);
  query.offset = call.parameters.value("offset", query.offset);
  query.community = Uid(call.parameters.value("community", ""));
  query.without_friends = call.parameters.value("without_friends", false);
  query.unaware_of_goal = call.parameters.value("unaware_of_goal", false);
  query.role = call.parameters.value("role", "");
  if (call.parameters.contains("layer")) query.layer = call.parameters["layer"].get<int>();
  query.silent_days = call.parameters.value("silent_days", 0);
  const PeoplePage page = find_people(*snapshot, query);
  const auto lock = app.world.lock();
  const auto items = Items::open(app.world);
  if (!items) return fail(items.error());
  return language_of(app, call).map(
      [&](Language language) { return reply_of(json_of(page, *items, language)); });
}

Result<Json> person_json(Application& app, const Call& call,
                         const std::function<const Person*(const Snapshot&)>& find) {
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  const auto snapshot = app.snapshots.get(app.world);
  if (!snapshot) return fail(snapshot.error());
  const Person* person = find(**snapshot);
  if (!person) return fail(ErrorKind::not_found, "Nobody in your address books matches.");
  const auto lock = app.world.lock();
  const auto items = Items::open(app.world);
  if (!items) return fail(items.error());
  return json_of_person(**snapshot, *person, *items, *language);
}

Uid uid_of(const Call& call) { return Uid(call.parameters.at("uid").get<std::string>()); }

Result<Json> person_json(Application& app, const Call& call) {
  return person_json(app, call, [&](const Snapshot& snapshot) { return snapshot.by_uid(uid_of(call)); });
}

std::vector<std::string> list_of(const Json& body, const char* key) {
  return body.contains(key) ? body[key].get<std::vector<std::string>>() : std::vector<std::string>{};
}

Result<Reply> edit_tags_of(Application& app, const Call& call) {
  const Uid uid = uid_of(call);
  const auto tagged =
      edit_tags(app.world, app.undo, uid, {list_of(call.body, "add"), list_of(call.body, "remove")});
  if (!tagged) return fail(tagged.error());
  app.changed();
  auto person = person_json(app, call);
  if (!person) return fail(person.error());
  Json json = {{"person", std::move(*person)}, {"sent", tagged->sent}};
  if (!tagged->undo.empty()) json["undo"] = tagged->undo;
  const auto language = language_of(app, call);
  if (!language) return fail(language.error());
  if (!tagged->note.empty()) json["note"] = in_sentences(tagged->note, *language);
  return reply_of(std::move(json));
}

Result<Reply> tag_many(Application& app, const Call& call) {
  std::vector<Uid> people;
  for (const std::string& uid : list_of(call.body, "people")) people.emplace_back(uid);
  const auto tagged =
      tag_people(app.world, app.undo, people, {list_of(call.body, "add"), list_of(call.body, "remove")});
  if (!tagged) return fail(tagged.error());
  app.changed();
  return language_of(app, call).map([&](Language language) { return reply_of(json_of(*tagged, language)); });
}

Result<Reply> list_pairs(Application& app, const Call& call) {
  const auto snapshot = app.snapshots.get(app.world);
  if (!snapshot) return fail(snapshot.error());
  return language_of(app, call).map(
      [&](Language language) { return reply_of(json_of(introduction_pairs(**snapshot), language)); });
}

LogEntry entry_of(const Json& body) {
  LogEntry entry;
  entry.kind = parse_record_kind(body.value("kind", "touch")).value_or(RecordKind::touch);
  if (body.contains("channel")) entry.channel = parse_channel(body["channel"].get<std::string>());
  if (body.contains("direction")) entry.direction = parse_direction(body["direction"].get<std::string>());
  if (body.contains("at")) entry.at = parse_instant(body["at"].get<std::string>());
  if (body.contains("give_kind")) entry.give_kind = parse_give_kind(body["give_kind"].get<std::string>());
  if (body.contains("due")) entry.due = parse_day(body["due"].get<std::string>());
  entry.text = body.value("text", "");
  entry.size = body.value("size", 1);
  entry.asked = body.value("asked", false);
  entry.crisis = body.value("crisis", false);
  if (body.contains("depth")) entry.depth = body["depth"].get<int>();
  return entry;
}

Result<Reply> log_for(Application& app, const Call& call) {
  if (call.body.contains("at") && !parse_instant(call.body["at"].get<std::string>()))
    return fail(ErrorKind::invalid, "The time is written like 2026-11-22T14:00:00Z.");
  if (call.body.contains("due") && !parse_day(call.body["due"].get<std::string>()))
    return fail(ErrorKind::invalid, "The day is written like 2026-11-22.");
  const auto logged = log_entry(app.world, app.undo, uid_of(call), entry_of(call.body));
  if (!logged) return fail(logged.error());
  app.changed();
  auto person = person_json(app, call);
  if (!person) return fail(person.error());
  Json answer = {{"record", logged->record.value}, {"undo", logged->undo}, {"person", std::move(*person)}};
  if (logged->is_large_gift) answer["hint"] = large_gift_hint;
  return reply_of(std::move(answer));
}

Result<Reply> change_profile_of(Application& app, const Call& call) {
  auto undo = edit_profile(app.world, app.undo, uid_of(call), call.body);
  if (!undo) return fail(undo.error());
  app.changed();
  auto person = person_json(app, call);
  if (!person) return fail(person.error());
  (*person)["undo"] = std::move(*undo);
  return reply_of(std::move(*person));
}

}  // namespace

void add_people_endpoints(Endpoints& endpoints, Application& app) {
  endpoints["listPeople"] = [&app](const Call& call) { return list_people(app, call); };
  endpoints["getPerson"] = [&app](const Call& call) {
    return person_json(app, call).map([](Json json) { return reply_of(std::move(json)); });
  };
  endpoints["findPersonByEmail"] = [&app](const Call& call) {
    const std::string email = folded(call.parameters.at("email").get<std::string>());
    const auto find = [&](const Snapshot& snapshot) { return snapshot.by_email(email); };
    return person_json(app, call, find).map([](Json json) { return reply_of(std::move(json)); });
  };
  endpoints["editTags"] = [&app](const Call& call) { return edit_tags_of(app, call); };
  endpoints["listIntroductionIdeas"] = [&app](const Call& call) { return list_pairs(app, call); };
  endpoints["tagPeople"] = [&app](const Call& call) { return tag_many(app, call); };
  endpoints["logRecord"] = [&app](const Call& call) { return log_for(app, call); };
  endpoints["editProfile"] = [&app](const Call& call) { return change_profile_of(app, call); };
}

}  // namespace goodturn::helper
