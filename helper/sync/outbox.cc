#include "helper/sync/outbox.h"

#include <algorithm>

#include "helper/sync/sending.h"
#include "helper/sync/settle.h"

namespace goodturn::helper {

Result<void> Outbox::settle() {
  {
    const auto lock = world_.lock();
    const auto intents = world_.store.intents();
    if (!intents) return fail(intents.error());
    for (const sync::Intent& intent : *intents)
      if (intent.collection == collection_) unanswered_.insert(intent.href);
  }
  const auto unread = settle_intents(world_, remote_, collection_);
  if (!unread) return fail(unread.error());
  for (const sync::ItemError& one : *unread) {
    unsettled_.insert(one.href);
    report_.item_errors.push_back(one);
  }
  return {};
}

Result<void> Outbox::send(const Remainder& remainder, bool in_doubt) {
  for (const Href& href : unsettled_) waiting_.erase(href);
  // What went while it was listed may stand under another name there: created now, it would be there twice.
  std::erase_if(waiting_, [&](const Href& href) { return remainder.holds(href); });
  std::set<Href> tried = unsettled_;
  do {
    if (auto sent = send_waiting(world_, remote_, collection_, in_turn(), options_.cancelled, report_); !sent)
      return sent;
    tried.merge(waiting_);
    if (in_doubt || remainder.has_new()) return {};
    auto more = changed_meanwhile(tried, remainder);
    if (!more) return fail(more.error());
    waiting_ = std::move(*more);
  } while (!waiting_.empty());
  return {};
}

/// What got no answer the last time comes last: where some never get one, the others go out all the same.
std::vector<Href> Outbox::in_turn() const {
  std::vector<Href> turn(waiting_.begin(), waiting_.end());
  std::stable_partition(turn.begin(), turn.end(),
                        [this](const Href& href) { return !unanswered_.contains(href); });
  return turn;
}

Result<std::set<Href>> Outbox::changed_meanwhile(const std::set<Href>& tried, const Remainder& remainder) {
  const auto lock = world_.lock();
  const auto marks = world_.store.changed_marks(collection_);
  if (!marks) return fail(marks.error());
  const auto unsent = world_.store.unsent(collection_);
  if (!unsent) return fail(unsent.error());
  const auto is_news = [&](const Href& href) { return !tried.contains(href) && !remainder.holds(href); };
  std::set<Href> changed;
  for (const sync::BaseMark& mark : *marks)
    if (!mark.local_gone && is_news(mark.href)) changed.insert(mark.href);
  for (const sync::Unsent& item : *unsent)
    if (is_news(item.href)) changed.insert(item.href);
  return changed;
}

}  // namespace goodturn::helper
