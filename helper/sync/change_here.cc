#include "helper/sync/change_here.h"

#include "helper/sync/base_of.h"

namespace goodturn::helper {

Result<sync::Change> change_here(World& world, sync::CollectionId collection, const sync::BaseMark& mark) {
  const sync::Change change = sync::local_change(mark);
  if (change != sync::Change::edited) return change;
  const auto item = world.store.item(collection, mark.href);
  if (!item) return fail(item.error());
  const auto base = world.store.base(collection, mark.href);
  if (!base) return fail(base.error());
  const bool only_spelling = *item && *base && same_meaning((*item)->text, (*base)->text);
  return only_spelling ? sync::Change::same : change;
}

}  // namespace goodturn::helper
