#include "helper/people/reflection.h"

#include "core/calendar/words.h"
#include "helper/journals/keeping.h"

namespace goodturn::helper {
namespace {

std::string key_of(const Uid& record) { return std::string(reflection_prefix) + record.value; }

}  // namespace

Result<std::string> reflection_on(World& world, const Uid& record) {
  const auto stored = world.store.setting(key_of(record));
  if (!stored) return fail(stored.error());
  return stored->value_or("");
}

Result<std::string> reflect_on(World& world, UndoLog& undo, const Uid& record, const std::string& text) {
  const std::string line = calendar::trimmed(text);
  if (line.size() > longest_reflection)
    return fail(ErrorKind::invalid, Said("A reflection has at most {count} characters.",
                                         {{"count", static_cast<std::int64_t>(longest_reflection)}}));
  return edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    const auto document = desk.stored(record);
    if (!document) return fail(document.error());
    const auto entry = *document ? calendar::read_record(**document) : std::nullopt;
    if (!entry) return fail(ErrorKind::not_found, "There is no such entry. It may have been removed.");
    if (entry->kind != RecordKind::gave)
      return fail(ErrorKind::invalid, "A reflection stands beside something that you gave.");
    if (auto noted = desk.before.note_setting(world, key_of(record)); !noted) return noted;
    return world.store.set_setting(key_of(record), line);
  });
}

Result<void> forget_reflection(const Uid& record, Desk& desk) {
  const auto stored = reflection_on(desk.world, record);
  if (!stored) return fail(stored.error());
  if (stored->empty()) return {};
  if (auto noted = desk.before.note_setting(desk.world, key_of(record)); !noted) return noted;
  return desk.world.store.set_setting(key_of(record), "");
}

}  // namespace goodturn::helper
