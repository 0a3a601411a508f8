// The second half of a survey: what was moved there, and what nothing may be decided about.
#include <algorithm>
#include <iterator>

#include "helper/sync/gone.h"
#include "helper/sync/survey.h"

namespace goodturn::helper {
namespace {

/// So many new names of a delta are read before the plan, to find what was moved without a word. More came
/// at once from elsewhere; of those the daily comparison finds it.
constexpr std::size_t most_looked_through = 1000;

}  // namespace

/// A delta is silent about a name that came and went since its token. What was deleted here, and would be
/// deleted under such a name, may stand under a new one.
std::vector<sync::BaseMark> Survey::missing_marks() const {
  if (marks_.empty()) return {};
  std::unordered_set<std::string_view> there, removed;
  there.reserve(listing_.members.size());
  for (const sync::Member& member : listing_.members) there.insert(member.href.value);
  for (const Href& href : listing_.removed) removed.insert(href.value);
  std::vector<sync::BaseMark> missing;
  for (const sync::BaseMark& mark : marks_)
    if (removed.contains(mark.href.value) ||
        ((listing_.complete || mark.local_gone) && !there.contains(mark.href.value)))
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
  if (listing_.complete && missing.empty()) return {};
  const std::vector<Href> fresh = fresh_hrefs();
  const bool may_have_passed = !listing_.complete && !fresh.empty() && fresh.size() <= most_looked_through;
  if (!may_have_passed && (missing.empty() || (fresh.empty() && !unread_old_))) return {};
  auto texts = texts_of(fresh);
  if (!texts) return fail(texts.error());
  if (may_have_passed)
    if (auto added = add_passed(texts->items, missing); !added) return added;
  if (missing.empty()) {
    leave_unread(texts->unread);
    leave_gone(texts->gone);
    return {};
  }
  if ((!texts->gone.empty() || gone_again_) && !looked_again_) return look_again(texts->gone);
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
  leave_gone(texts->gone);
  // Any of them may have been moved again while it was looked for, and any of those that changed here may
  // stand under a name that could not be read.
  const bool moving = has_news(texts->gone);
  for (const sync::BaseMark& mark : missing)
    if (!moves->contains(mark.href) && (moving || (!mark.local_same && may_stand_elsewhere(mark.href))))
      leave_waiting(mark.href);
  return move_marks(*moves, confirmed->gone);
}

/// A name that was not there when it was read before is only named by the server, and tells of no move.
bool Survey::has_news(const std::vector<sync::ItemError>& gone) const {
  return std::any_of(gone.begin(), gone.end(), [this](const sync::ItemError& one) {
    return !gone_at_first_.contains(one.href) && !remainder_.earlier().contains(one.href);
  });
}

void Survey::leave_waiting(const Href& vanished) {
  leave_missing(vanished);
  remainder_.waits({vanished, Etag(), true});
}

/// Of deltas only: those of a complete listing are missing as it is.
Result<void> Survey::add_passed(const std::vector<sync::RemoteItem>& fresh,
                                std::vector<sync::BaseMark>& missing) {
  const auto lock = world_.lock();
  auto passed = find_namesakes(world_, collection_.id, fresh);
  if (!passed) return fail(passed.error());
  // What was deleted here while the texts were read has no item any more that would be a namesake.
  auto changed = world_.store.changed_marks(collection_.id);
  if (!changed) return fail(changed.error());
  std::copy_if(changed->begin(), changed->end(), std::back_inserter(*passed),
               [](const sync::BaseMark& mark) { return mark.local_gone; });
  std::unordered_set<Href> named(listing_.removed.begin(), listing_.removed.end());
  for (const sync::Member& member : listing_.members) named.insert(member.href);
  for (const sync::BaseMark& mark : missing) named.insert(mark.href);
  for (sync::BaseMark& mark : *passed) {
    if (unanswered_.contains(mark.href) || !named.insert(mark.href).second) continue;
    if (known_.insert(mark.href).second) marks_.push_back(mark);
    missing.push_back(std::move(mark));
  }
  return {};
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

/// They were read a moment ago: nothing is asked of them once more in this sync.
void Survey::leave_gone(const std::vector<sync::ItemError>& gone) {
  for (const sync::ItemError& one : gone) {
    remainder_.unread(one, listed_etag(one.href));
    leave_fresh(one.href);
  }
}

/// A new name that is gone when it is read may have become another one. Once only: what a server names and
/// never has must not hold up the rest.
Result<void> Survey::look_again(const std::vector<sync::ItemError>& gone) {
  looked_again_ = true;
  for (const sync::ItemError& one : gone) gone_at_first_.insert(one.href);
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
      texts.gone.push_back(std::move(one));
    else
      texts.unread.push_back(std::move(one));
  for (const Href& href : hrefs)
    if (const auto found = texts_.find(href); found != texts_.end()) texts.items.push_back(found->second);
  return texts;
}

}  // namespace goodturn::helper
