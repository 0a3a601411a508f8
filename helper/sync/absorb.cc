#include "helper/sync/absorb.h"

#include "core/sync/lost.h"
#include "core/sync/merge.h"
#include "helper/sync/unreadable.h"

namespace goodturn::helper {
namespace {

class Absorber {
 public:
  Absorber(World& world, Items& items, sync::CollectionId collection, const sync::RemoteItem& remote)
      : world_(world), items_(items), collection_(collection), received_(remote) {}

  Result<Absorbed> run() {
    if (auto read = read_local(); !read) return fail(read.error());
    result_.hidden = hides_what_is_here();
    if (result_.hidden) return result_;
    if (auto found = find_others(); !found) return fail(found.error());
    const sync::Change local = mark_   ? sync::local_change(*mark_)
                               : item_ ? sync::Change::edited
                                       : sync::Change::absent;
    const bool as_agreed = base_ && means(base_->text);
    const sync::Change remote = sync::remote_change(as_agreed);
    const bool equal = local == sync::Change::same ? as_agreed : item_ && means(item_->text);
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

  /// Whether `text` says what was received.
  [[nodiscard]] bool means(std::string_view text) const {
    return text == received_.remote.text ||
           text::semantically_equal(text::Document::parse(text), received_.document);
  }

  Result<void> read_local() {
    auto mark = world_.store.base_mark(collection_, href());
    if (!mark) return fail(mark.error());
    auto item = world_.store.item(collection_, href());
    if (!item) return fail(item.error());
    mark_ = std::move(*mark);
    item_ = std::move(*item);
    if (!mark_) return {};
    auto base = world_.store.base(collection_, href());
    if (!base) return fail(base.error());
    base_ = std::move(*base);
    return {};
  }

  /// Content decides, and this is none: the item stays, and so does its base.
  [[nodiscard]] bool hides_what_is_here() const {
    if (item_) return hides(item_->text, received_.document);
    return base_ && hides(base_->text, received_.document);
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

  Result<void> look_for_clobbering(sync::Change remote) {
    if (!base_ || remote != sync::Change::edited) return {};
    const auto last = world_.store.last_write(collection_, href());
    if (!last) return fail(last.error());
    if (!*last || (*last)->kind != sync::IntentKind::update ||
        world_.clock.now() - (*last)->at > sync::clobber_watch)
      return {};
    auto rows = sync::clobbered((*last)->before, (*last)->after, base_->text, received_.remote.text);
    result_.clobbered = !rows.empty();
    return keep_values(world_, collection_, href(), std::move(rows));
  }

  Result<void> keep_never_seen(sync::Change remote) {
    if (!base_ || mark_->local_gone || remote != sync::Change::edited) return {};
    return keep_unseen(world_, *base_, href(), received_.remote.text);
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
    return keep_in_trash(
        world_, {collection_, href(), Uid(text::uid_of(text::Document::parse(base_->text))), base_->text},
        sync::TrashReason::overruled);
  }

  Result<void> merge() {
    sync::Merged merged =
        sync::merge(base_ ? base_->text : std::string(), item_->text, received_.remote.text);
    if (auto kept = keep_values(world_, collection_, href(), std::move(merged.conflicts)); !kept) return kept;
    if (means(merged.text)) return keep_agreed(world_, items_, collection_, received_, &item_->text);
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
  std::optional<sync::Base> base_;  ///< there with mark_
  std::optional<sync::Item> item_;
  Absorbed result_;
};

}  // namespace

Result<Absorbed> absorb(World& world, Items& items, sync::CollectionId collection,
                        const sync::RemoteItem& remote) {
  return Absorber(world, items, collection, remote).run();
}

}  // namespace goodturn::helper
