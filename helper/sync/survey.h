// What a sync of one collection finds: what the server names, and what is here of it.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "helper/items/items.h"

namespace goodturn::helper {

/// Made for one run: look(), then read_local(), then follow_moves() unless nothing may be changed.
class Survey {
 public:
  Survey(World& world, RemoteCollection& remote, const sync::Collection& collection)
      : world_(world), remote_(remote), collection_(collection) {}

  /// Asks the server. Where nothing is here yet nothing can clash or be lost: then texts that come inside
  /// the answer go to `at_once` while it arrives, unless that is empty. Other texts wait (text_of), those
  /// of items that are as agreed by their etags apart. Errors: the listing's, or those of `at_once`; nothing
  /// may be concluded then.
  Result<void> look(const sync::OnItem& at_once);

  /// Reads what is here: all of it for a complete listing; of a delta only the items that it names or that
  /// changed here, so that a sync costs by what changed.
  Result<void> read_local();

  /// An item that vanished under one name and came under another was moved: its base moves with it, so that
  /// changes made here are still changes and nothing counts as deleted. Where the server does not say whether
  /// the old name is gone, or what stands under a new one, these names are left alone this time and given
  /// back with the errors: as gone and new, what was changed or deleted here would be lost.
  Result<std::vector<sync::ItemError>> follow_moves();

  [[nodiscard]] const sync::Listing& listing() const { return listing_; }
  [[nodiscard]] const std::vector<sync::BaseMark>& marks() const { return marks_; }
  [[nodiscard]] const std::vector<sync::Unsent>& unsent() const { return unsent_; }
  /// A text that is at hand, given away; nullopt when it is still to be fetched.
  std::optional<sync::RemoteItem> take_text(const Href& href);
  /// Forgets the texts that nobody took.
  void drop_texts() { texts_.clear(); }

 private:
  Result<bool> is_empty_here();
  Result<void> keep_text(sync::RemoteItem item);
  Result<void> add_mark(const Href& href);
  [[nodiscard]] std::vector<sync::BaseMark> missing_marks() const;
  [[nodiscard]] std::vector<Href> fresh_hrefs() const;
  struct Texts {
    std::vector<sync::RemoteItem> items;
    std::vector<sync::ItemError> unread;
  };
  Result<Texts> texts_of(const std::vector<Href>& hrefs);
  void leave_missing(const Href& href);
  void leave_fresh(const Href& href);
  Result<void> move_marks(const std::unordered_map<Href, Href>& moves,
                          const std::unordered_set<Href>& confirmed);

  World& world_;
  RemoteCollection& remote_;
  const sync::Collection& collection_;
  sync::Listing listing_;
  std::unordered_map<Href, sync::RemoteItem> texts_;
  std::vector<sync::BaseMark> marks_;
  std::unordered_set<Href> known_;
  std::vector<sync::Unsent> unsent_;
};

}  // namespace goodturn::helper
