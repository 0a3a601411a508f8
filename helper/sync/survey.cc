#include "helper/sync/survey.h"

#include "core/sync/change.h"
#include "helper/sync/gone.h"
#include "helper/sync/look.h"

namespace goodturn::helper {

Result<void> Survey::look(const sync::OnItem& at_once) {
  const auto empty = is_empty_here();
  if (!empty) return fail(empty.error());
  auto listing = look_at(world_, remote_, collection_, [&](sync::RemoteItem item) -> Result<void> {
    return *empty && at_once ? at_once(std::move(item)) : keep_text(std::move(item));
  });
  if (!listing) return fail(listing.error());
  listing_ = std::move(*listing);
  return {};
}

Result<bool> Survey::is_empty_here() {
  // A token came with items; counting them costs more than the rest of a sync without changes.
  if (!collection_.token.empty()) return false;
  const auto lock = world_.lock();
  const auto bases = world_.store.count_bases(collection_.id);
  if (!bases) return fail(bases.error());
  const auto unsent = world_.store.unsent(collection_.id);
  if (!unsent) return fail(unsent.error());
  return *bases == 0 && unsent->empty();
}

/// A server that forgot its tokens gives every text again: those that are here already are not kept.
Result<void> Survey::keep_text(sync::RemoteItem item) {
  {
    const auto lock = world_.lock();
    const auto mark = world_.store.base_mark(collection_.id, item.href);
    if (!mark) return fail(mark.error());
    if (*mark && sync::listed_change(**mark, item.etag) == sync::Change::same) return {};
  }
  Href href = item.href;
  texts_.insert_or_assign(std::move(href), std::move(item));
  return {};
}

Result<void> Survey::read_local() {
  const auto lock = world_.lock();
  auto marks = listing_.complete ? world_.store.base_marks(collection_.id)
                                 : world_.store.changed_marks(collection_.id);
  if (!marks) return fail(marks.error());
  marks_ = std::move(*marks);
  for (const sync::BaseMark& mark : marks_) known_.insert(mark.href);
  if (!listing_.complete) {
    for (const sync::Member& member : listing_.members)
      if (auto added = add_mark(member.href); !added) return added;
    for (const Href& href : listing_.removed)
      if (auto added = add_mark(href); !added) return added;
  }
  auto unsent = world_.store.unsent(collection_.id);
  if (!unsent) return fail(unsent.error());
  unsent_ = std::move(*unsent);
  return {};
}

Result<void> Survey::add_mark(const Href& href) {
  if (known_.contains(href)) return {};
  auto mark = world_.store.base_mark(collection_.id, href);
  if (!mark) return fail(mark.error());
  if (!*mark) return {};
  known_.insert(href);
  marks_.push_back(std::move(**mark));
  return {};
}

std::vector<sync::BaseMark> Survey::missing_marks() const {
  std::unordered_set<Href> named;
  if (listing_.complete)
    for (const sync::Member& member : listing_.members) named.insert(member.href);
  else
    named.insert(listing_.removed.begin(), listing_.removed.end());
  std::vector<sync::BaseMark> missing;
  for (const sync::BaseMark& mark : marks_)
    if (named.contains(mark.href) != listing_.complete) missing.push_back(mark);
  return missing;
}

std::vector<Href> Survey::fresh_hrefs() const {
  std::unordered_set<Href> unsent;
  for (const sync::Unsent& item : unsent_) unsent.insert(item.href);
  std::vector<Href> fresh;
  for (const sync::Member& member : listing_.members)
    if (!known_.contains(member.href) && !unsent.contains(member.href)) fresh.push_back(member.href);
  return fresh;
}

Result<std::vector<sync::ItemError>> Survey::follow_moves() {
  const std::vector<sync::BaseMark> missing = missing_marks();
  const std::vector<Href> fresh = missing.empty() ? std::vector<Href>() : fresh_hrefs();
  if (fresh.empty()) return std::vector<sync::ItemError>();
  auto texts = texts_of(fresh);
  if (!texts) return fail(texts.error());
  const auto moves = [&] {
    const auto lock = world_.lock();
    return find_moves(world_, collection_.id, missing, texts->items);
  }();
  if (!moves) return fail(moves.error());
  std::vector<Href> old;
  for (const auto& [from, to] : *moves) old.push_back(from);
  auto confirmed = confirm_gone(remote_, old);
  if (!confirmed) return fail(confirmed.error());
  std::vector<sync::ItemError> undecided = std::move(confirmed->unknown);
  for (const sync::ItemError& one : undecided) {
    leave_missing(one.href);
    leave_fresh(moves->at(one.href));
  }
  // Any of those that changed here may stand under a name that could not be read.
  for (const sync::BaseMark& mark : missing)
    if (!texts->unread.empty() && !mark.local_same && !moves->contains(mark.href)) leave_missing(mark.href);
  for (sync::ItemError& one : texts->unread) {
    leave_fresh(one.href);
    undecided.push_back(std::move(one));
  }
  if (auto moved = move_marks(*moves, confirmed->gone); !moved) return fail(moved.error());
  return undecided;
}

void Survey::leave_missing(const Href& href) {
  std::erase_if(marks_, [&](const sync::BaseMark& mark) { return mark.href == href; });
  std::erase(listing_.removed, href);
}

void Survey::leave_fresh(const Href& href) {
  std::erase_if(listing_.members, [&](const sync::Member& member) { return member.href == href; });
}

Result<void> Survey::move_marks(const std::unordered_map<Href, Href>& moves,
                                const std::unordered_set<Href>& confirmed) {
  const auto lock = world_.lock();
  auto items = Items::open(world_);
  if (!items) return fail(items.error());
  return world_.store.transact([&]() -> Result<void> {
    for (sync::BaseMark& mark : marks_) {
      if (!confirmed.contains(mark.href)) continue;
      const Href& to = moves.at(mark.href);
      if (auto kept = keep_under(world_, *items, collection_.id, mark.href, to); !kept) return kept;
      mark.href = to;
    }
    return {};
  });
}

/// What the listing did not bring is fetched, and kept for take_text(). One that is gone by now is no
/// failure.
Result<Survey::Texts> Survey::texts_of(const std::vector<Href>& hrefs) {
  std::vector<Href> lacking;
  for (const Href& href : hrefs)
    if (!texts_.contains(href)) lacking.push_back(href);
  auto errors = remote_.fetch(lacking, [this](sync::RemoteItem item) -> Result<void> {
    Href href = item.href;
    texts_.insert_or_assign(std::move(href), std::move(item));
    return {};
  });
  if (!errors) return fail(errors.error());
  Texts texts;
  for (sync::ItemError& one : *errors)
    if (one.error.kind != ErrorKind::not_found) texts.unread.push_back(std::move(one));
  for (const Href& href : hrefs)
    if (const auto found = texts_.find(href); found != texts_.end()) texts.items.push_back(found->second);
  return texts;
}

std::optional<sync::RemoteItem> Survey::take_text(const Href& href) {
  auto node = texts_.extract(href);
  return node.empty() ? std::nullopt : std::optional(std::move(node.mapped()));
}

}  // namespace goodturn::helper
