// What changed in a collection: sync-collection, else ETags with getctag as the shortcut.
#pragma once

#include <functional>

#include "adapters/dav/spool.h"
#include "adapters/dav/versions.h"
#include "core/sync/item.h"

namespace goodturn::dav {

/// Whether this version of a member is here already.
using Held = std::function<bool(const Href&, const Etag&)>;

/// Lists one collection for RemoteCollection::changes.
///   token given   → sync-collection since it; refused (403, 409, 410, 400; xandikos: 500) → everything
///   no token      → sync-collection from the start, with the texts in the same answer
///   not supported → PROPFIND getctag (one request when nothing changed), then ETags by PROPFIND
/// The texts that come along in an answer go to `on_item`; of a delta those that are `held` do not.
class Lister {
 public:
  Lister(const Place& place, Versions& versions, const sync::OnItem& on_item, const Held& held)
      : place_(place), versions_(versions), on_item_(on_item), held_(held) {}

  Result<sync::Listing> changes(const SyncToken& since);
  /// RemoteCollection::list_all: every member; texts only where their marks need them (SOGo).
  Result<sync::Listing> all_members();

 private:
  enum class Texts { wanted, left_out };
  /// What happens to a text that came along: given at once, kept until it is known whether the server
  /// converted it (all of an address book, or the few of a delta), or dropped.
  enum class Taking { at_once, all_later, few_later };

  Result<std::optional<sync::Listing>> since_token(const SyncToken& since);
  Result<std::optional<sync::Listing>> from_start(Texts texts);
  Result<std::optional<sync::Listing>> pages(std::string token, Texts texts);
  Result<bool> page(std::string& token, Texts texts, bool& more);
  Result<void> take(const http::Url& url, const ResponseElement& element, Texts texts, bool& more);
  Result<void> give_few();
  Result<void> give_spooled();
  Result<void> give_text(const Href& href, const Etag& etag, const ResponseElement& element);
  /// What a listing says about one member.
  struct Word {
    Href href;
    Etag etag;
    bool removed = false;
  };
  void add_word(Word word);
  sync::Listing take_listing();
  Result<std::string> change_mark();
  Result<sync::Listing> by_etags(const SyncToken& since);

  const Place& place_;
  Versions& versions_;
  const sync::OnItem& on_item_;
  const Held& held_;
  sync::Listing listing_;
  HrefSet named_;  ///< in this page
  std::vector<Word> words_;
  Taking taking_ = Taking::at_once;
  Spool spool_;                        ///< all_later
  std::vector<sync::RemoteItem> few_;  ///< few_later
};

}  // namespace goodturn::dav
