#include "helper/sync/survey.h"

#include <algorithm>

#include "core/sync/change.h"
#include "helper/sync/change_here.h"
#include "helper/sync/look.h"

namespace goodturn::helper {

Result<void> Survey::look(const sync::OnItem& at_once) {
  const auto empty = is_empty_here();
  if (!empty) return fail(empty.error());
  remote_.skip_held(
      [this](const Href& href, const Etag& etag) { return is_held(href, etag).value_or(false); });
  auto listing = look_at(world_, remote_, collection_, [&](sync::RemoteItem item) -> Result<void> {
    if (!*empty || !at_once) return keep_text(std::move(item));
    given_.insert(version_of(item.href, item.etag));
    return at_once(std::move(item));
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

void Survey::take_as_compared() {
  const std::vector<sync::Member>& members = listing_.members;
  const bool all = listing_.complete && !members.empty() &&
                   std::all_of(members.begin(), members.end(), [this](const sync::Member& member) {
                     return given_.contains(version_of(member.href, member.etag));
                   });
  given_ = {};
  if (!all) return;
  drop_members();
  listing_.complete = false;
  compared_ = left_out_ = true;
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

Result<bool> Survey::is_held(const Href& href, const Etag& etag) {
  const auto lock = world_.lock();
  const auto mark = world_.store.base_mark(collection_.id, href);
  if (!mark) return fail(mark.error());
  return *mark && sync::listed_change(**mark, etag) == sync::Change::same;
}

/// A server that forgot its tokens gives every text again: those that are here already are not kept.
Result<void> Survey::keep_text(sync::RemoteItem item) {
  const auto held = is_held(item.href, item.etag);
  if (!held) return fail(held.error());
  if (*held) return {};
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
  known_.reserve(marks_.size());
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

std::optional<sync::RemoteItem> Survey::take_text(const Href& href) {
  auto node = texts_.extract(href);
  return node.empty() ? std::nullopt : std::optional(std::move(node.mapped()));
}

}  // namespace goodturn::helper
