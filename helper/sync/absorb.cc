#include "helper/sync/absorb.h"

#include "core/sync/lost.h"
#include "core/sync/merge.h"
#include "helper/sync/base_of.h"
#include "helper/sync/unreadable.h"

namespace goodturn::helper {
namespace {

class Absorber {
 public:
  Absorber(World& world, Items& items, sync::CollectionId collection, const sync::RemoteItem& remote)
      : world_(world), items_(items), collection_(collection), received_(remote) {}

  Result<Absorbed> run() {
    if (auto read = read_local(); !read) return fail(read.error());
    const auto hidden = hides_what_is_here();
    if (!hidden) return fail(hidden.error());
    result_.hidden = *hidden;
    if (*hidden) return result_;
    if (auto found = find_others(); !found) return fail(found.error());
    const sync::Change local = mark_   ? sync::local_change(*mark_)
                               : item_ ? sync::Change::edited
                                       : sync::Change::absent;
    const auto agreed = mark_ ? std::optional(mark_->hash) : std::nullopt;
    const sync::Change remote = sync::remote_change(agreed, received_.hash);
    const bool equal = item_ && same_meaning(item_->text, received_.remote.text);
    result_.verb = sync::settle(local, remote, equal);
    result_.known = mark_.has_value();
    result_.readable = is_item(received_.document);
    if (auto watched = look_for_clobbering(remote); !watched) return fail(watched.error());
    if (auto kept = keep_never_seen(remote); !kept) return fail(kept.error());
    if (auto applied = apply(); !applied) return fail(applied.error());
    return result_;
  }

 private:
  [[nodiscard]] const Href& href() const { return received_.remote.href; }

  Result<void> read_local() {
    auto mark = world_.store.base_mark(collection_, href());
    if (!mark) return fail(mark.error());
    auto item = world_.store.item(collection_, href());
    if (!item) return fail(item.error());
    mark_ = std::move(*mark);
    item_ = std::move(*item);
    return {};
  }

  /// Content decides, and this is none: the item stays, and so does its base.
  Result<bool> hides_what_is_here() {
    if (!item_ && !mark_) return false;
    if (item_) return hides(item_->text, received_.document);
    const auto agreed = base_text();
    return agreed ? Result<bool>(hides(*agreed, received_.document)) : fail(agreed.error());
  }

  /// A new item of the server may be here already under another name. One that no server has seen yet was
  /// sent when the answer was lost, and then moved there: it takes the server's name at once, or the user
  /// would see it twice. One that the server has, too, is a double.
  Result<void> find_others() {
    const Uid uid(text::uid_of(received_.document));
    if (mark_ || uid.empty()) return {};
    const auto same = world_.store.items_with_uid(uid);
    if (!same) return fail(same.error());
    for (const sync::Item& other : *same) {
      if (other.collection != collection_ || other.href == href()) continue;
      const auto agreed = world_.store.base_mark(collection_, other.href);
      if (!agreed) return fail(agreed.error());
      if (*agreed || item_) {
        result_.double_of = other.href;
        continue;
      }
      if (auto kept = keep_under(world_, items_, collection_, other.href, href()); !kept) return kept;
      item_ = other;
    }
    return {};
  }

  /// The agreed text; empty without a base.
  Result<std::string> base_text() {
    const auto base = world_.store.base(collection_, href());
    if (!base) return fail(base.error());
    return *base ? (*base)->text : std::string();
  }

  Result<void> look_for_clobbering(sync::Change remote) {
    if (!mark_ || remote != sync::Change::edited) return {};
    const auto last = world_.store.last_write(collection_, href());
    if (!last) return fail(last.error());
    if (!*last || (*last)->kind != sync::IntentKind::update ||
        world_.clock.now() - (*last)->at > sync::clobber_watch)
      return {};
    const auto agreed = base_text();
    if (!agreed) return fail(agreed.error());
    auto rows = sync::clobbered((*last)->before, (*last)->after, *agreed, received_.remote.text);
    result_.clobbered = !rows.empty();
    return keep_values(world_, collection_, href(), std::move(rows));
  }

  Result<void> keep_never_seen(sync::Change remote) {
    if (!mark_ || !mark_->etag.empty() || mark_->local_gone || remote != sync::Change::edited) return {};
    const auto base = world_.store.base(collection_, href());
    if (!base) return fail(base.error());
    return *base ? keep_unseen(world_, **base, href(), received_.remote.text) : Result<void>{};
  }

  Result<void> apply() {
    switch (result_.verb) {
      case sync::Verb::merge:
        return merge();
      case sync::Verb::push:
      case sync::Verb::delete_remote:
        // Only the etag moved; the local change is still to be sent.
        result_.to_send = true;
        return world_.store.put_base(received_.base(collection_));
      default:
        break;
    }
    if (mark_ && mark_->local_gone)
      if (auto kept = keep_deleted(); !kept) return kept;
    return keep_agreed(world_, items_, collection_, received_, item_ ? &item_->text : nullptr);
  }

  /// Their edit beats our deletion: what we deleted stays to be seen.
  Result<void> keep_deleted() {
    const auto text = base_text();
    if (!text) return fail(text.error());
    return keep_in_trash(world_,
                         {collection_, href(), Uid(text::uid_of(text::Document::parse(*text))), *text},
                         sync::TrashReason::overruled);
  }

  Result<void> merge() {
    const auto agreed = base_text();
    if (!agreed) return fail(agreed.error());
    sync::Merged merged = sync::merge(*agreed, item_->text, received_.remote.text);
    if (auto kept = keep_values(world_, collection_, href(), std::move(merged.conflicts)); !kept) return kept;
    if (same_meaning(merged.text, received_.remote.text))
      return keep_agreed(world_, items_, collection_, received_, &item_->text);
    result_.to_send = true;
    if (auto stored = world_.store.put_base(received_.base(collection_)); !stored) return stored;
    sync::Item item = received_.item(collection_);
    item.text = std::move(merged.text);
    return items_.put(item);
  }

  World& world_;
  Items& items_;
  sync::CollectionId collection_;
  const Received received_;
  std::optional<sync::BaseMark> mark_;
  std::optional<sync::Item> item_;
  Absorbed result_;
};

}  // namespace

Result<Absorbed> absorb(World& world, Items& items, sync::CollectionId collection,
                        const sync::RemoteItem& remote) {
  return Absorber(world, items, collection, remote).run();
}

}  // namespace goodturn::helper
