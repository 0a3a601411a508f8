#include "helper/journals/item_kind.h"

#include "helper/journals/kinds.h"

namespace goodturn::helper {

NameOf Desk::name_of() const {
  return [&snapshot = snapshot](const Uid& uid) -> std::optional<std::string> {
    const Person* person = snapshot.by_uid(uid);
    return person == nullptr ? std::nullopt : std::optional(person->card.name);
  };
}

Uid Desk::fresh_uid() const { return Uid("goodturn-" + to_hex(hash_of(world.random.bytes(16)))); }

Result<std::optional<text::Document>> Desk::stored(const Uid& uid) const {
  const auto item = items.counting(items.journals_first(), uid);
  if (!item) return fail(item.error());
  if (!*item) return std::nullopt;
  return text::Document::parse((*item)->text);
}

Result<void> Desk::remove(const Uid& uid) {
  for (const sync::Collection* place : {&items.journal(), &items.local_journal()}) {
    const auto item = items.find(*place, uid);
    if (!item) return fail(item.error());
    if (!*item) continue;
    if (auto noted = before.note(world, place->id, (*item)->href); !noted) return noted;
    if (auto removed = items.remove(place->id, (*item)->href); !removed) return removed;
  }
  const auto left = items.counting(items.journals_first(), uid);
  if (!left) return fail(left.error());
  if (!*left) return {};
  return fail(ErrorKind::forbidden,
              Said("It stands in the collection \"{collection}\", which holds no records of this computer. "
                   "Remove it there.",
                   {{"collection", items.collections().at((*left)->collection).name}}));
}

std::span<const ItemKind* const> item_kinds() {
  static const std::vector<const ItemKind*> kinds = {
      &ask_kind(),       &promise_kind(),  &entry_kind(), &introduction_kind(), &goal_kind(), &script_kind(),
      &community_kind(), &question_kind(), &venue_kind(), &role_kind(),         &pair_kind()};
  return kinds;
}

const ItemKind* item_kind(std::string_view word) {
  for (const ItemKind* kind : item_kinds())
    if (kind->word() == word) return kind;
  return nullptr;
}

}  // namespace goodturn::helper
