#include "helper/notes/kept.h"

#include <nlohmann/json.hpp>

namespace goodturn::helper {
namespace {

using Json = nlohmann::json;

constexpr std::string_view folder_key = "notes.folder";
constexpr std::string_view answers_key = "notes.answers";
constexpr std::string_view writes_key = "notes.writes";
constexpr std::string_view heading_key = "notes.heading";

NoteAnswers answers_of(const std::string& stored) {
  NoteAnswers answers;
  const Json json = Json::parse(stored, nullptr, false);
  if (json.is_object())
    for (const auto& [name, uid] : json.items()) answers.emplace(name, Uid(uid.get<std::string>()));
  return answers;
}

Json json_of(const NoteAnswers& answers) {
  Json json = Json::object();
  for (const auto& [name, uid] : answers) json[name] = uid.value;
  return json;
}

/// A missing setting is an empty one, and stays missing.
Result<void> keep(Store& store, std::string_view key, const std::string& value, const std::string& empty) {
  const auto stored = store.setting(key);
  if (!stored) return fail(stored.error());
  if (stored->value_or(empty) == value) return {};
  return store.set_setting(key, value);
}

}  // namespace

Result<NoteChoice> note_choice(World& world) {
  auto folder = world.store.setting(folder_key);
  if (!folder) return fail(folder.error());
  const auto answers = world.store.setting(answers_key);
  if (!answers) return fail(answers.error());
  const auto writes = world.store.setting(writes_key);
  if (!writes) return fail(writes.error());
  auto heading = world.store.setting(heading_key);
  if (!heading) return fail(heading.error());
  return NoteChoice{std::move(*folder).value_or(""), answers_of(answers->value_or("{}")),
                    writes->value_or("") == "yes", std::move(*heading).value_or("")};
}

Result<void> keep_note_choice(World& world, const NoteChoice& choice) {
  if (auto kept = keep(world.store, folder_key, choice.folder, ""); !kept) return kept;
  if (auto kept = keep(world.store, writes_key, choice.writes ? "yes" : "", ""); !kept) return kept;
  if (auto kept = keep(world.store, heading_key, choice.heading, ""); !kept) return kept;
  const std::string answers = json_of(choice.answers).dump(-1, ' ', false, Json::error_handler_t::replace);
  return keep(world.store, answers_key, answers, "{}");
}

}  // namespace goodturn::helper
