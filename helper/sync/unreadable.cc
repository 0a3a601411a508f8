#include "helper/sync/unreadable.h"

#include "helper/sync/failures.h"

namespace goodturn::helper {
namespace {

const text::Component* item_in(const text::Document& document) {
  const text::Component* card = document.find("VCARD");
  return card != nullptr ? card : document.find("VCALENDAR");
}

bool is_whole(const text::Document& document) {
  const text::Component* item = item_in(document);
  return item != nullptr && item->end < document.lines().size();
}

}  // namespace

bool is_item(const text::Document& document) { return item_in(document) != nullptr; }

bool hides(std::string_view ours, const text::Document& theirs) {
  return !is_whole(theirs) && is_whole(text::Document::parse(ours));
}

Error unreadable_error() {
  return {ErrorKind::parse,
          "This is neither a card nor a calendar item. It is kept as it is and left alone.",
          "",
          0,
          {}};
}

Error hidden_error() {
  return {
      ErrorKind::parse,
      "What the server has here now is neither a card nor a calendar item. The version from before is kept "
      "here, and the next sync looks again.",
      "",
      0,
      {}};
}

Result<std::optional<Said>> words_for_unreadable(World& world, sync::CollectionId collection,
                                                 const std::vector<sync::BaseMark>& marks,
                                                 const sync::CollectionReport& report) {
  std::int64_t count = 0;
  Href first;
  for (const sync::BaseMark& mark : marks) {
    if (!mark.uid.empty() || is_told(report, mark.href)) continue;
    const auto item = world.store.item(collection, mark.href);
    if (!item) return fail(item.error());
    if (*item && !is_item(text::Document::parse((*item)->text)) && count++ == 0) first = mark.href;
  }
  if (count == 0) return std::nullopt;
  return Said("syncs.unreadable", {{"count", count}, {"first", first.value}});
}

}  // namespace goodturn::helper
