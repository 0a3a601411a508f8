#include "helper/sync/push.h"

#include "helper/sync/absorb.h"
#include "helper/sync/base_of.h"
#include "helper/sync/gone.h"
#include "helper/sync/settle.h"

namespace goodturn::helper {
namespace {

constexpr int most_tries = 3;

/// The two things known of one item before a request.
struct Local {
  std::optional<sync::Item> item;
  std::optional<sync::Base> base;
};

/// Whether the answer of a failed request may have been lost on the way.
bool outcome_unknown(ErrorKind kind) {
  return kind == ErrorKind::network || kind == ErrorKind::timeout || kind == ErrorKind::server ||
         kind == ErrorKind::protocol || kind == ErrorKind::cancelled;
}

/// RFC 9110 §13.1.1: a weak ETag cannot stand in If-Match, and without one there is no condition.
bool can_condition(const Etag& etag) { return !etag.empty() && !etag.value.starts_with("W/"); }

class Pusher {
 public:
  Pusher(World& world, RemoteCollection& remote, sync::CollectionId collection, const Href& href)
      : world_(world), remote_(remote), collection_(collection), href_(href) {}

  Result<Pushed> run() {
    // An earlier write whose answer was lost may stand there already: it is no edit of somebody else.
    if (auto settled = settle_intents(world_, remote_, collection_, href_); !settled)
      return fail(settled.error());
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
      if (auto joined = join_remote(*local); !joined) return fail(joined.error());
    }
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

  /// A create whose answer was lost may stand under another name by now: a second one would double it.
  Result<void> join_twin_of_new() {
    const auto local = read_local();
    if (!local) return fail(local.error());
    if (!local->item || local->base) return {};
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
    return finish(intent, *written);
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
    if (base_of(collection_, **present).hash != base.hash)
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

  /// Servers rewrite what they are sent and an ETag in the answer does not prove that the bytes were
  /// kept (Radicale, Xandikos, Cyrus, SOGo): body and etag are read back together.
  Result<void> finish(const sync::Intent& intent, const sync::Written& written) {
    std::optional<sync::RemoteItem> kept;
    if (intent.kind != sync::IntentKind::remove) {
      auto read = read_one(remote_, written.href);
      // The intent stays: the next sync settles it.
      if (!read) return fail(read.error());
      kept = std::move(*read);
    }
    const auto lock = world_.lock();
    return world_.store.transact([&] { return end_write(world_, intent, kept); });
  }

  /// After a 412 or 404: what the server has now becomes the base, and local changes are merged into it.
  Result<void> join_remote(const Local& local) {
    const auto theirs = read_one(remote_, href_);
    if (!theirs) return fail(theirs.error());
    // It may stand under another name now: only a listing can tell.
    if (!*theirs && local.item && local.base)
      return fail(ErrorKind::not_found,
                  "The item is gone on the server. Your version is kept; the next sync sees to it.",
                  href_.value);
    const auto lock = world_.lock();
    return world_.store.transact([&]() -> Result<void> {
      if (!*theirs) return local.base ? world_.store.remove_base(collection_, href_) : Result<void>{};
      auto items = Items::open(world_);
      if (!items) return fail(items.error());
      const auto absorbed = absorb(world_, *items, collection_, **theirs);
      return absorbed ? Result<void>{} : fail(absorbed.error());
    });
  }

  World& world_;
  RemoteCollection& remote_;
  sync::CollectionId collection_;
  Href href_;
};

}  // namespace

Result<Pushed> push_item(World& world, RemoteCollection& remote, sync::CollectionId collection,
                         const Href& href) {
  return Pusher(world, remote, collection, href).run();
}

}  // namespace goodturn::helper
