#include "helper/sync/survey.h"

#include <algorithm>

#include "core/sync/change.h"
#include "helper/sync/change_here.h"
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
  // Between two pages of a list it may have changed again, and of the newer version only the etag be named.
  for (const sync::Member& member : listing_.members)
    if (const auto found = texts_.find(member.href);
        found != texts_.end() && found->second.etag != member.etag)
      texts_.erase(found);
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

Result<void> Survey::ask_again() {
  unanswered_.clear();
  doubtful_.clear();
  unread_old_ = false;
  gone_again_ = false;
  if (listing_.complete || remainder_.earlier().empty()) return {};
  std::unordered_set<Href> named(listing_.removed.begin(), listing_.removed.end());
  for (const sync::Member& member : listing_.members) named.insert(member.href);
  std::vector<Href> asked;
  for (const auto& [href, name] : remainder_.earlier())
    if (!named.contains(href)) asked.push_back(href);
  std::unordered_set<Href> silent(asked.begin(), asked.end());
  auto errors = remote_.fetch(asked, [&](sync::RemoteItem item) {
    silent.erase(item.href);
    listing_.members.push_back({item.href, item.etag});
    return keep_text(std::move(item));
  });
  if (!errors) return fail(errors.error());
  for (const sync::ItemError& one : *errors) {
    silent.erase(one.href);
    const auto row = remainder_.earlier().find(one.href);
    if (row == remainder_.earlier().end()) continue;
    const sync::LeftOut& name = row->second;
    if (name.gone && one.error.kind == ErrorKind::not_found) {
      listing_.removed.push_back(one.href);
      continue;
    }
    unanswered_.insert(one.href);
    gone_again_ = gone_again_ || one.error.kind == ErrorKind::not_found;
    name.gone ? remainder_.unconfirmed(one) : remainder_.unread(one, name.etag);
  }
  // Neither text nor error: it is of somebody who was erased here.
  for (const Href& href : silent) remainder_.forget(href);
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
  if (auto aside = set_unanswered_aside(); !aside) return aside;
  return look_through_spelling();
}

/// Nothing may be decided about them. Those that nobody has here yet may be the new names of others.
Result<void> Survey::set_unanswered_aside() {
  for (const Href& href : unanswered_) {
    const auto mark = world_.store.base_mark(collection_.id, href);
    if (!mark) return fail(mark.error());
    const bool gone = remainder_.earlier().at(href).gone;
    if (*mark && gone) doubtful_.push_back(**mark);
    unread_old_ = unread_old_ || (!*mark && !gone);
  }
  std::erase_if(marks_, [this](const sync::BaseMark& mark) { return unanswered_.contains(mark.href); });
  std::erase_if(unsent_, [this](const sync::Unsent& item) { return unanswered_.contains(item.href); });
  return {};
}

Result<void> Survey::look_through_spelling() {
  for (sync::BaseMark& mark : marks_) {
    const auto change = change_here(world_, collection_.id, mark);
    if (!change) return fail(change.error());
    mark.local_same = *change == sync::Change::same;
  }
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

/// A delta is silent about a name that came and went since its token. What was deleted here, and would be
/// deleted under such a name, may stand under a new one.
std::vector<sync::BaseMark> Survey::missing_marks() const {
  std::unordered_set<Href> there;
  for (const sync::Member& member : listing_.members) there.insert(member.href);
  const std::unordered_set<Href> removed(listing_.removed.begin(), listing_.removed.end());
  std::vector<sync::BaseMark> missing;
  for (const sync::BaseMark& mark : marks_)
    if (removed.contains(mark.href) || ((listing_.complete || mark.local_gone) && !there.contains(mark.href)))
      missing.push_back(mark);
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

Etag Survey::listed_etag(const Href& href) const {
  const auto found = std::find_if(listing_.members.begin(), listing_.members.end(),
                                  [&](const sync::Member& member) { return member.href == href; });
  return found == listing_.members.end() ? Etag() : found->etag;
}

Result<void> Survey::follow_moves() {
  std::vector<sync::BaseMark> missing = missing_marks();
  missing.insert(missing.end(), doubtful_.begin(), doubtful_.end());
  const std::vector<Href> fresh = missing.empty() ? std::vector<Href>() : fresh_hrefs();
  if (missing.empty() || (fresh.empty() && !unread_old_)) return {};
  auto texts = texts_of(fresh);
  if (!texts) return fail(texts.error());
  if ((texts->gone || gone_again_) && !looked_again_) return look_again();
  const auto moves = [&] {
    const auto lock = world_.lock();
    return find_moves(world_, collection_.id, missing, texts->items);
  }();
  if (!moves) return fail(moves.error());
  std::vector<Href> old;
  std::vector<sync::ItemError> unknown;
  for (const auto& [from, to] : *moves) {
    if (unanswered_.contains(from))
      unknown.push_back({from, {}});
    else
      old.push_back(from);
  }
  auto confirmed = confirm_gone(remote_, old);
  if (!confirmed) return fail(confirmed.error());
  leave_undecided(unknown, *moves);
  for (const sync::ItemError& one : confirmed->unknown) remainder_.unconfirmed(one);
  leave_undecided(confirmed->unknown, *moves);
  leave_unread(texts->unread);
  // Any of those that changed here may stand under a name that could not be read.
  for (const sync::BaseMark& mark : missing) {
    if (mark.local_same || moves->contains(mark.href) || !may_stand_elsewhere(mark.href)) continue;
    leave_missing(mark.href);
    remainder_.waits({mark.href, Etag(), true});
  }
  return move_marks(*moves, confirmed->gone);
}

/// Neither the old names, of which the server does not say whether they are gone, nor the new ones.
void Survey::leave_undecided(const std::vector<sync::ItemError>& unknown,
                             const std::unordered_map<Href, Href>& moves) {
  for (const sync::ItemError& one : unknown) {
    const Href& to = moves.at(one.href);
    remainder_.waits({to, listed_etag(to), false});
    leave_missing(one.href);
    leave_fresh(to);
  }
}

void Survey::leave_unread(const std::vector<sync::ItemError>& unread) {
  for (const sync::ItemError& one : unread) {
    const Etag etag = listed_etag(one.href);
    const auto before = remainder_.earlier().find(one.href);
    const bool old = before != remainder_.earlier().end() && !etag.empty() &&
                     before->second == sync::LeftOut{one.href, etag};
    (old ? unread_old_ : unread_new_) = true;
    remainder_.unread(one, etag);
    leave_fresh(one.href);
  }
}

/// A new name that is gone when it is read may have become another one. Once only: what a server names and
/// never has must not hold up the rest.
Result<void> Survey::look_again() {
  looked_again_ = true;
  drop_texts();
  remainder_.drop();
  if (auto looked = look(nullptr); !looked) return looked;
  if (auto asked = ask_again(); !asked) return asked;
  known_.clear();
  if (auto read = read_local(); !read) return read;
  return follow_moves();
}

void Survey::leave_missing(const Href& href) {
  std::erase_if(marks_, [&](const sync::BaseMark& mark) { return mark.href == href; });
  left_out_ = std::erase(listing_.removed, href) > 0 || left_out_;
}

void Survey::leave_fresh(const Href& href) {
  const auto taken =
      std::erase_if(listing_.members, [&](const sync::Member& member) { return member.href == href; });
  left_out_ = taken > 0 || left_out_;
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
    if (one.error.kind == ErrorKind::not_found)
      texts.gone = true;
    else
      texts.unread.push_back(std::move(one));
  for (const Href& href : hrefs)
    if (const auto found = texts_.find(href); found != texts_.end()) texts.items.push_back(found->second);
  return texts;
}

std::optional<sync::RemoteItem> Survey::take_text(const Href& href) {
  auto node = texts_.extract(href);
  return node.empty() ? std::nullopt : std::optional(std::move(node.mapped()));
}

}  // namespace goodturn::helper
