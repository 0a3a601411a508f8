#include "helper/sync/taking.h"

#include <algorithm>

#include "helper/sync/unreadable.h"

namespace goodturn::helper {
namespace {

/// Items per transaction: 2,000 take 0.1 s, for which the pages can wait.
constexpr std::size_t most_at_once = 2000;
/// Items that come one by one from a slow server are stored after so many.
constexpr std::size_t fetched_at_once = 500;

}  // namespace

Result<void> Taking::take(sync::RemoteItem item, Pace pace) {
  ready_.push_back(std::move(item));
  return ready_.size() < (pace == Pace::slow ? fetched_at_once : most_at_once) ? Result<void>{} : store();
}

Result<void> Taking::store() {
  std::size_t first = 0;
  while (first < ready_.size()) {
    if (options_.cancelled()) return fail(ErrorKind::cancelled, "Cancelled. What was stored stays.");
    const std::size_t last = std::min(first + most_at_once, ready_.size());
    const auto lock = world_.lock();
    auto items = Items::open(world_);
    if (!items) return fail(items.error());
    auto stored = world_.store.transact([&]() -> Result<void> {
      for (std::size_t number = first; number < last; ++number)
        if (auto one = store_one(*items, ready_[number]); !one) return one;
      return {};
    });
    if (!stored) return stored;
    done_ += last - first;
    first = last;
    options_.on_progress({Progress::Phase::fetching, "", collection_.name, done_, total_});
  }
  ready_.clear();
  return {};
}

Result<void> Taking::store_one(Items& items, const sync::RemoteItem& remote) {
  const auto absorbed = absorb(world_, items, collection_.id, remote);
  if (!absorbed) return fail(absorbed.error());
  if (absorbed->hidden) {
    remainder_.unread({remote.href, hidden_error()}, remote.etag);
    return {};
  }
  if (!absorbed->readable) report_.item_errors.push_back({remote.href, unreadable_error()});
  if (absorbed->to_send) to_send_.push_back(remote.href);
  if (absorbed->clobbered) ++clobbered_;
  const bool only_etag =
      absorbed->known && (absorbed->verb == sync::Verb::adopt || absorbed->verb == sync::Verb::push ||
                          absorbed->verb == sync::Verb::delete_remote);
  ++(only_etag ? report_.unchanged : absorbed->known ? report_.changed : report_.added);
  // A UID under two names is not merged and not deleted.
  if (!absorbed->double_of.empty())
    report_.warnings.push_back(
        Said("syncs.twice", {{"first", absorbed->double_of.value}, {"second", remote.href.value}}));
  return {};
}

void Taking::report_findings() {
  if (clobbered_ == 0) return;
  report_.warnings.push_back(Said("syncs.clobbered", {{"count", static_cast<std::int64_t>(clobbered_)}}));
}

}  // namespace goodturn::helper
