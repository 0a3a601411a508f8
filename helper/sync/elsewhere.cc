#include "helper/sync/elsewhere.h"

#include <vector>

#include "core/text/document.h"
#include "helper/sync/look.h"

namespace goodturn::helper {
namespace {

class Search {
 public:
  Search(World& world, RemoteCollection& remote, sync::CollectionId collection,
         const std::unordered_set<Uid>& uids)
      : world_(world), remote_(remote), collection_(collection), uids_(uids) {}

  Result<std::unordered_map<Uid, sync::RemoteItem>> run() {
    const auto token = last_token();
    if (!token) return fail(token.error());
    const sync::OnItem see = [this](sync::RemoteItem item) { return look_at(std::move(item)); };
    const auto listing = token->empty() ? remote_.list_all() : changes_since(remote_, *token, see);
    if (!listing) return fail(listing.error());
    std::vector<Href> fresh;
    for (const sync::Member& member : listing->members) {
      if (seen_.contains(member.href)) continue;
      const auto known = is_known(member.href);
      if (!known) return fail(known.error());
      if (!*known) fresh.push_back(member.href);
    }
    const auto unread = remote_.fetch(fresh, see);
    if (!unread) return fail(unread.error());
    for (const sync::ItemError& one : *unread)
      if (one.error.kind != ErrorKind::not_found) return fail(one.error);
    for (const Uid& uid : twice_) found_.erase(uid);
    return std::move(found_);
  }

 private:
  Result<SyncToken> last_token() {
    const auto lock = world_.lock();
    const auto collections = world_.store.collections();
    if (!collections) return fail(collections.error());
    for (const sync::Collection& one : *collections)
      if (one.id == collection_) return one.token;
    return SyncToken();
  }

  Result<bool> is_known(const Href& href) {
    const auto lock = world_.lock();
    const auto mark = world_.store.base_mark(collection_, href);
    if (!mark) return fail(mark.error());
    const auto item = world_.store.item(collection_, href);
    if (!item) return fail(item.error());
    return mark->has_value() || item->has_value();
  }

  Result<void> look_at(sync::RemoteItem item) {
    seen_.insert(item.href);
    Uid uid(text::uid_of(text::Document::parse(item.text)));
    if (!uids_.contains(uid)) return {};
    const auto known = is_known(item.href);
    if (!known) return fail(known.error());
    if (*known) return {};
    if (!found_.emplace(uid, std::move(item)).second) twice_.insert(std::move(uid));
    return {};
  }

  World& world_;
  RemoteCollection& remote_;
  sync::CollectionId collection_;
  const std::unordered_set<Uid>& uids_;
  std::unordered_set<Href> seen_;
  std::unordered_map<Uid, sync::RemoteItem> found_;
  std::unordered_set<Uid> twice_;
};

}  // namespace

Result<std::unordered_map<Uid, sync::RemoteItem>> find_elsewhere(World& world, RemoteCollection& remote,
                                                                 sync::CollectionId collection,
                                                                 const std::unordered_set<Uid>& uids) {
  if (uids.empty()) return std::unordered_map<Uid, sync::RemoteItem>();
  return Search(world, remote, collection, uids).run();
}

}  // namespace goodturn::helper
