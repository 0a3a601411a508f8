#include "helper/command/kept_undo.h"

#include <nlohmann/json.hpp>

#include "helper/command/kept_undo_key.h"
#include "helper/people/tag.h"

namespace goodturn::helper {
namespace {

using Json = nlohmann::json;

/// Texts are kept as bytes: an item need not be UTF-8.
std::string bytes_of(const Json& numbers) {
  std::string text;
  for (const Json& number : numbers) text += static_cast<char>(number.get<unsigned char>());
  return text;
}

Json numbers_of(std::string_view text) {
  Json numbers = Json::array();
  for (const char c : text) numbers.push_back(static_cast<unsigned char>(c));
  return numbers;
}

Json list_of_numbers(const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.push_back(numbers_of(text));
  return list;
}

std::vector<std::string> texts_of(const Json& list) {
  std::vector<std::string> texts;
  for (const Json& numbers : list) texts.push_back(bytes_of(numbers));
  return texts;
}

std::vector<TagsBack> tags_of(const Json& action) {
  std::vector<TagsBack> tags;
  if (const auto found = action.find("tags"); found != action.end())
    for (const Json& one : *found)
      tags.push_back({Uid(bytes_of(one.at("card"))), one.at("collection").get<sync::CollectionId>(),
                      texts_of(one.at("add")), texts_of(one.at("remove"))});
  return tags;
}

Result<Json> kept(World& world) {
  const auto stored = world.store.setting(kept_undo_key);
  if (!stored) return fail(stored.error());
  Json actions = Json::parse(stored->value_or("[]"), nullptr, false);
  return actions.is_array() ? actions : Json::array();
}

/// What the item says now, however its server writes that; empty when there is none.
Result<std::string> present(World& world, sync::CollectionId collection, const Href& href) {
  const auto item = world.store.item(collection, href);
  if (!item) return fail(item.error());
  return *item ? to_hex(text::content_hash(text::Document::parse((*item)->text))) : std::string();
}

Result<Json> json_of(World& world, const Before& before, std::string_view what) {
  Json versions = Json::array();
  for (const Before::Version& version : before.versions()) {
    const auto after = present(world, version.collection, version.href);
    if (!after) return fail(after.error());
    Json one = {{"collection", version.collection}, {"href", version.href.value}, {"after", *after}};
    if (version.item) {
      one["uid"] = version.item->uid.value;
      one["text"] = numbers_of(version.item->text);
    }
    versions.push_back(std::move(one));
  }
  Json settings = Json::array();
  for (const Before::Setting& setting : before.settings())
    settings.push_back({{"key", setting.key}, {"value", setting.value}});
  Json tags = Json::array();
  for (const TagsBack& one : before.tags())
    tags.push_back({{"card", numbers_of(one.card.value)},
                    {"collection", one.collection},
                    {"add", list_of_numbers(one.add)},
                    {"remove", list_of_numbers(one.remove)}});
  return Json{{"what", what},
              {"versions", std::move(versions)},
              {"settings", std::move(settings)},
              {"tags", std::move(tags)}};
}

Result<void> check_unchanged(World& world, const Json& action) {
  for (const Json& version : action.at("versions")) {
    const auto now = present(world, version.at("collection").get<sync::CollectionId>(),
                             Href(version.at("href").get<std::string>()));
    if (!now) return fail(now.error());
    if (*now != version.at("after").get<std::string>())
      return fail(ErrorKind::precondition,
                  "It was changed since, here or by a sync, and stays as it is. Change it by hand.");
  }
  return {};
}

Result<void> put_back(Items& items, const Json& version) {
  const auto collection = version.at("collection").get<sync::CollectionId>();
  const Href href(version.at("href").get<std::string>());
  if (!version.contains("text")) return items.remove(collection, href);
  return items.put(
      {collection, href, Uid(version.at("uid").get<std::string>()), bytes_of(version.at("text"))});
}

Result<void> take_back(World& world, Items& items, const Json& action) {
  if (auto same = check_unchanged(world, action); !same) return same;
  const Json& versions = action.at("versions");
  for (auto version = versions.rbegin(); version != versions.rend(); ++version)
    if (auto done = put_back(items, *version); !done) return done;
  for (const Json& setting : action.at("settings"))
    if (auto set = world.store.set_setting(setting.at("key").get<std::string>(),
                                           setting.at("value").get<std::string>());
        !set)
      return set;
  return {};
}

/// Takes the newest action back as far as it is about items and settings, and forgets it.
Result<Json> take_back_newest(World& world) {
  const auto lock = world.lock();
  auto actions = kept(world);
  if (!actions) return actions;
  if (actions->empty())
    return fail(ErrorKind::not_found,
                "There is nothing to take back: only what you noted, tagged or decided by commands is.");
  Json action = actions->back();
  actions->erase(actions->size() - 1);
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  auto done = world.store.transact([&]() -> Result<void> {
    if (auto back = take_back(world, *items, action); !back) return back;
    return world.store.set_setting(kept_undo_key,
                                   actions->dump(-1, ' ', false, Json::error_handler_t::replace));
  });
  if (!done) return fail(done.error());
  return action;
}

}  // namespace

Result<void> keep_undo(World& world, const Before& before, std::string_view what) {
  const auto lock = world.lock();
  auto actions = kept(world);
  if (!actions) return fail(actions.error());
  auto action = json_of(world, before, what);
  if (!action) return fail(action.error());
  actions->push_back(std::move(*action));
  while (actions->size() > kept_undos) actions->erase(actions->begin());
  return world.store.set_setting(kept_undo_key,
                                 actions->dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<std::string> undo_kept(World& world) {
  auto last = take_back_newest(world);
  if (!last) return fail(last.error());
  // Sent without the lock: a request is under way.
  if (const auto tags = tags_of(*last); !tags.empty())
    if (auto back = give_back(world, tags); !back) return fail(back.error());
  return last->at("what").get<std::string>();
}

}  // namespace goodturn::helper
