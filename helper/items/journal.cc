#include "helper/items/journal.h"

namespace goodturn::helper {

Result<void> write_to_journal(World& world, Items& items, const Uid& uid, const TextOf& text_of,
                              Before& before) {
  const auto href = items.place_of(items.journal(), uid);
  if (!href) return fail(href.error());
  if (auto noted = before.note(world, items.journal().id, *href); !noted) return noted;
  const auto stored = items.counting(items.journals_first(), uid);
  if (!stored) return fail(stored.error());
  if (!*stored) return items.put_record(items.journal(), uid, text_of(nullptr));
  const text::Document document = text::Document::parse((*stored)->text);
  return items.put_record(items.journal(), uid, text_of(&document));
}

}  // namespace goodturn::helper
