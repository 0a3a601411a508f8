#include "helper/sync/push.h"

#include "helper/accounts/accounts.h"
#include "helper/sync/absorb.h"
#include "helper/sync/base_of.h"
#include "helper/sync/gone.h"
#include "helper/sync/settle.h"
#include "helper/sync/unreadable.h"

namespace goodturn::helper {
namespace {

constexpr int most_tries = 3;

/// The two things known of one item before a request.
struct Local {
  std::optional<sync::Item> item;
  std::optional<sync::Base> base;
};

/// What is to be done after the server's version was looked at.
enum class Joined { to_be_tried_again, left_to_listing };

/// Whether the answer of a failed request may have been lost on the way.
bool outcome_unknown(ErrorKind kind) {
  return kind == ErrorKind::network || kind == ErrorKind::timeout || kind == ErrorKind::server ||
         kind == ErrorKind::protocol || kind == ErrorKind::cancelled;
}

/// RFC 9110 §13.1.1: a weak ETag cannot stand in If-Match, and without one there is no condition.
bool can_condition(const Etag& etag) { return !etag.empty() && !etag.value.starts_with("W/"); }

class Pusher {
 public:
  Pusher(World& world, RemoteCollection& remote, sync::CollectionId collection, const Href& href,
         ReadBack& read_back)
      : world_(world), remote_(remote), collection_(collection), href_(href), read_back_(read_back) {}

  Result<Pushed> run() {
    const auto before = read_local();
    if (!before) return fail(before.error());
    // An earlier write whose answer was lost may stand there already: it is no edit of somebody else.
    const auto unread = settle_intents(world_, remote_, collection_, href_);
    if (!unread) return fail(unread.error());
    if (!unread->empty()) return fail(unread->front().error);
    if (auto followed = follow(*before); !followed) return fail(followed.error());
    if (auto joined = join_twin_of_new(); !joined) return fail(joined.error());
    for (int tries = 0; tries < most_tries; ++tries) {
      auto local = read_local();
      if (!local) return fail(local.error());
      if (!local->item && !local->base) return Pushed::nothing;
      if (local->item && local->base && same_meaning(local->item->text, local->base->text))
        return nothing_to_send(*local);
      auto sent = send(*local);
      if (sent) return Pushed::sent;
      if (sent.error().kind != ErrorKind::precondition && sent.error().kind != ErrorKind::not_found)
        return fail(sent.error());
      const auto joined = join_remote(*local);
      if (!joined) return fail(joined.error());
      if (*joined == Joined::left_to_listing) return Pushed::nothing;
    }
    // Xandikos and DAViCal answer 412 to what they cannot read.
    if (nothing_there_)
      return fail(ErrorKind::invalid,
                  "The server did not accept this item. Your version is kept here; change it and sync again.",
                  href_.value);
    return fail(
        ErrorKind::precondition,
        "The server's version changed three times while sending. It is tried again with the next sync.",
        href_.value);
  }

 private:
  Result<Local> read_local() {
    const auto lock = world_.lock();
    auto item = world_.store.item(collection_, href_);
    if (!item) return fail(item.error());
    auto base = world_.store.base(collection_, href_);
    if (!base) return fail(base.error());
    return Local{std::move(*item), std::move(*base)};
  }

  /// A new item whose answer was lost was found under the name that the server gave it.
  Result<void> follow(const Local& before) {
    if (!before.item || before.base || before.item->uid.empty()) return {};
    const auto lock = world_.lock();
    const auto still = world_.store.item(collection_, href_);
    if (!still) return fail(still.error());
    if (*still) return {};
    const auto same = world_.store.items_with_uid(before.item->uid);
    if (!same) return fail(same.error());
    for (const sync::Item& other : *same)
      if (other.collection == collection_) href_ = other.href;
    return {};
  }

  /// A create whose answer was lost may stand under another name by now: a second one would double it.
  Result<void> join_twin_of_new() {
    const auto local = read_local();
    if (!local) return fail(local.error());
    if (!local->item || local->base) return {};
    if (auto ended = end_twin_of(*local->item); !ended) return ended;
    const auto lock = world_.lock();
    return world_.store.transact([&]() -> Result<void> {
      auto items = Items::open(world_);
      if (!items) return fail(items.error());
      auto twin = join_twin(world_, *items, *local->item);
      if (!twin) return fail(twin.error());
      if (!twin->empty()) href_ = std::move(*twin);
      return {};
    });
  }

  /// Who carries that UID and was created a moment ago has its base only when it was read back.
  Result<void> end_twin_of(const sync::Item& item) {
    const auto twin = read_back_.creation_of(item.uid);
    if (!twin) return {};
    if (auto finished = read_back_.finish(); !finished) return finished;
    const auto unread = read_back_.unread(*twin);
    return unread ? Result<void>(fail(*unread)) : Result<void>{};
  }

  /// The two differ in spelling only: the agreed one stays, so that the item is not looked at again.
  Result<Pushed> nothing_to_send(const Local& local) {
    if (local.item->text == local.base->text) return Pushed::nothing;
    const auto lock = world_.lock();
    auto stored = world_.store.transact([&]() -> Result<void> {
      const auto now = world_.store.item(collection_, href_);
      if (!now) return fail(now.error());
      if (!*now || (*now)->text != local.item->text) return {};
      sync::Item agreed = *local.item;
      agreed.text = local.base->text;
      return world_.store.put_agreed(agreed, *local.base);
    });
    if (!stored) return fail(stored.error());
    return Pushed::nothing;
  }

  Result<void> send(const Local& local) {
    sync::Intent intent = intent_for(local);
    if (intent.kind != sync::IntentKind::create && !can_condition(intent.etag)) {
      auto present = still_agreed(*local.base);
      if (!present) return fail(present.error());
      intent.etag = *present;
    }
    const auto id = begin(intent);
    if (!id) return fail(id.error());
    intent.id = *id;
    auto written = request(intent);
    if (!written) {
      if (outcome_unknown(written.error().kind)) return fail(written.error());
      if (auto dropped = drop(intent.id); !dropped) return dropped;
      return fail(written.error());
    }
    if (intent.kind == sync::IntentKind::remove) return end_removal(intent);
    read_back_.add(std::move(intent), std::move(written->href));
    return {};
  }

  sync::Intent intent_for(const Local& local) const {
    sync::Intent intent;
    intent.collection = collection_;
    intent.href = href_;
    intent.kind = !local.item   ? sync::IntentKind::remove
                  : !local.base ? sync::IntentKind::create
                                : sync::IntentKind::update;
    if (local.base) intent.etag = local.base->etag;
    if (local.item) intent.text = local.item->text;
    return intent;
  }

  /// Without a condition the next best: the content is compared right before the write. Gives the etag that
  /// the resource has now.
  Result<Etag> still_agreed(const sync::Base& base) {
    const auto present = read_one(remote_, href_);
    if (!present) return fail(present.error());
    if (!*present) return fail(ErrorKind::not_found, "The item is gone on the server.", href_.value);
    if (!same_meaning((*present)->text, base.text))
      return fail(ErrorKind::precondition, "The item was changed on the server.", href_.value);
    return (*present)->etag;
  }

  Result<std::int64_t> begin(const sync::Intent& intent) {
    const auto lock = world_.lock();
    return world_.store.put_intent(intent);
  }

  Result<void> drop(std::int64_t id) {
    const auto lock = world_.lock();
    return world_.store.remove_intent(id);
  }

  Result<sync::Written> request(const sync::Intent& intent) {
    switch (intent.kind) {
      case sync::IntentKind::create:
        return remote_.create(href_, intent.text);
      case sync::IntentKind::update:
        return remote_.update(href_, intent.etag, intent.text);
      case sync::IntentKind::remove:
        break;
    }
    auto removed = remote_.remove(href_, intent.etag);
    return removed ? Result<sync::Written>(sync::Written{href_, Etag()}) : fail(removed.error());
  }

  Result<void> end_removal(const sync::Intent& intent) {
    const auto lock = world_.lock();
    return world_.store.transact([&] { return end_write(world_, intent, std::nullopt); });
  }

  /// After a 412 or 404: what the server has now becomes the base, and local changes are merged into it. What
  /// is gone may stand under another name now, which only a complete listing is sure to tell: a deletion
  /// keeps its base until then, or the item would come back from there.
  Result<Joined> join_remote(const Local& local) {
    const auto theirs = read_one(remote_, href_);
    if (!theirs) return fail(theirs.error());
    if (!*theirs && local.base)
      if (auto forgotten = forget_token(); !forgotten) return fail(forgotten.error());
    if (!*theirs && local.item && local.base)
      return fail(ErrorKind::not_found,
                  "The item is gone on the server. Your version is kept; the next sync sees to it.",
                  href_.value);
    if (!*theirs && local.base) return Joined::left_to_listing;
    nothing_there_ = !*theirs && !local.base;
    if (!*theirs) return Joined::to_be_tried_again;
    const auto lock = world_.lock();
    const auto done = world_.store.transact([&]() -> Result<void> {
      auto items = Items::open(world_);
      if (!items) return fail(items.error());
      const auto absorbed = absorb(world_, *items, collection_, **theirs);
      if (!absorbed) return fail(absorbed.error());
      return absorbed->hidden ? Result<void>(fail(hidden_error())) : Result<void>{};
    });
    if (!done) return fail(done.error());
    return Joined::to_be_tried_again;
  }

  /// So that the next listing is complete: a delta may be silent about a name that came and went.
  Result<void> forget_token() {
    const auto lock = world_.lock();
    auto collection = find_collection(world_, collection_);
    if (!collection) return fail(collection.error());
    collection->token = SyncToken();
    const auto put = world_.store.put_collection(*collection);
    return put ? Result<void>{} : fail(put.error());
  }

  World& world_;
  RemoteCollection& remote_;
  sync::CollectionId collection_;
  Href href_;
  ReadBack& read_back_;
  bool nothing_there_ = false;  ///< the last refused creation found its place free
};

}  // namespace

Result<Pushed> push_item(World& world, RemoteCollection& remote, sync::CollectionId collection,
                         const Href& href, ReadBack& read_back) {
  return Pusher(world, remote, collection, href, read_back).run();
}

Result<Pushed> push_item(World& world, RemoteCollection& remote, sync::CollectionId collection,
                         const Href& href) {
  ReadBack read_back(world, remote, collection);
  auto pushed = push_item(world, remote, collection, href, read_back);
  if (!pushed) return pushed;
  if (auto finished = read_back.finish(); !finished) return fail(finished.error());
  const auto unread = read_back.take_unread();
  return unread.empty() ? pushed : fail(unread.front().error);
}

}  // namespace goodturn::helper
