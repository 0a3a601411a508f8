#include "helper/people/own_language.h"

namespace goodturn::helper {

Result<std::optional<Language>> chosen_language(World& world) {
  const auto lock = world.lock();
  const auto stored = world.store.setting(chosen_language_key);
  if (!stored) return fail(stored.error());
  return parse_language(stored->value_or(""));
}

Result<void> choose_language(World& world, std::optional<Language> language) {
  const auto lock = world.lock();
  return world.store.set_setting(chosen_language_key, language ? to_string(*language) : "");
}

Result<Language> own_language(World& world) {
  const auto lock = world.lock();
  const auto chosen = chosen_language(world);
  if (!chosen) return fail(chosen.error());
  if (*chosen) return **chosen;
  const auto stored = world.store.setting(language_key);
  if (!stored) return fail(stored.error());
  return parse_language(stored->value_or("")).value_or(Language::en);
}

Result<void> note_language(World& world, std::string_view locale) {
  const auto language = parse_language(locale);
  if (!language) return {};
  const auto stored = world.store.setting(language_key);
  if (!stored) return fail(stored.error());
  if (*stored == to_string(*language)) return {};
  return world.store.set_setting(language_key, to_string(*language));
}

}  // namespace goodturn::helper
