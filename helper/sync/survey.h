// What a sync of one collection finds: what the server names, and what is here of it.
#pragma once

#include <absl/container/flat_hash_set.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "helper/items/items.h"
#include "helper/sync/remainder.h"

namespace goodturn::helper {

/// Made for one run: look(), ask_again(), where it applies take_as_compared(), read_local(), then
/// follow_moves() unless nothing may be changed. What is left out on the way goes into `remainder`.
class Survey {
 public:
  Survey(World& world, RemoteCollection& remote, const sync::Collection& collection, Remainder& remainder)
      : world_(world), remote_(remote), collection_(collection), remainder_(remainder) {}

  /// Asks the server. Where nothing is here yet nothing can clash or be lost: then texts that come inside
  /// the answer go to `at_once` while it arrives, unless that is empty. Other texts wait (text_of), those
  /// of items that are as agreed by their etags apart. Errors: the listing's, or those of `at_once`; nothing
  /// may be concluded then.
  Result<void> look(const sync::OnItem& at_once);

  /// Asks once more, all in one question, for what earlier syncs left out and a delta does not name. What
  /// comes joins the listing. What is not there joins it as gone where the server said so before; named and
  /// not given it is not gone. What gets no answer is left out again, and nothing is done with it. Errors:
  /// the question's.
  Result<void> ask_again();

  /// Call when all that look() gave to `at_once` is stored and none of it is a double. Where that is all that
  /// the server names, nothing is left to compare: what remains is what changes here from now on.
  void take_as_compared();

  /// Reads what is here: all of it for a complete listing; of a delta only the items that it names or that
  /// changed here, so that a sync costs by what changed. What differs from the agreed text in spelling only
  /// counts as agreed.
  Result<void> read_local();

  /// An item that vanished under one name and came under another was moved: its base moves with it, so that
  /// changes made here are still changes and nothing counts as deleted. A delta need not name the old one
  /// (see find_namesakes). Where the server does not say whether the old name is gone, or what stands under a
  /// new one, these names are left out: as gone and new, what was changed or deleted here would be lost.
  /// Where a new name is gone again the server is asked once more what changed; where another one is gone
  /// then, nothing that vanished is removed in this sync.
  Result<void> follow_moves();

  /// Whether an item that vanished may stand under a new name that could not be read. A name that could not
  /// be read before it vanished, and has not changed since, is not its own.
  [[nodiscard]] bool may_stand_elsewhere(const Href& vanished) const {
    return unread_new_ || (unread_old_ && remainder_.earlier().contains(vanished));
  }

  /// Whether names were taken out of the listing: nothing may be decided about them, or everything is.
  [[nodiscard]] bool has_left_out() const { return left_out_; }

  [[nodiscard]] const sync::Listing& listing() const { return listing_; }
  /// Whether the server named everything that it has.
  [[nodiscard]] bool is_whole() const { return listing_.complete || compared_; }
  [[nodiscard]] const std::vector<sync::BaseMark>& marks() const { return marks_; }
  [[nodiscard]] const std::vector<sync::Unsent>& unsent() const { return unsent_; }
  /// A text that is at hand, given away; nullopt when it is still to be fetched.
  std::optional<sync::RemoteItem> take_text(const Href& href);
  /// Forgets the texts that nobody took.
  void drop_texts() { texts_.clear(); }
  /// Frees the names that were listed, once the plan has those that it needs.
  void drop_members() { listing_.members = std::vector<sync::Member>(); }

 private:
  using Version = std::pair<std::size_t, std::size_t>;  ///< hashes of href and etag
  static Version version_of(const Href& href, const Etag& etag) {
    return {std::hash<std::string>()(href.value), std::hash<std::string>()(etag.value)};
  }
  Result<bool> is_empty_here();
  Result<bool> is_held(const Href& href, const Etag& etag);
  Result<void> keep_text(sync::RemoteItem item);
  Result<void> add_mark(const Href& href);
  Result<void> set_unanswered_aside();
  Result<void> look_through_spelling();
  [[nodiscard]] Etag listed_etag(const Href& href) const;
  [[nodiscard]] std::vector<sync::BaseMark> missing_marks() const;
  [[nodiscard]] std::vector<Href> fresh_hrefs() const;
  struct Texts {
    std::vector<sync::RemoteItem> items;
    std::vector<sync::ItemError> unread;
    std::vector<sync::ItemError> gone;  ///< named, and not there
  };
  Result<Texts> texts_of(const std::vector<Href>& hrefs);
  Result<void> look_again(const std::vector<sync::ItemError>& gone);
  [[nodiscard]] bool has_news(const std::vector<sync::ItemError>& gone) const;
  void leave_waiting(const Href& vanished);
  void leave_unread(const std::vector<sync::ItemError>& unread);
  void leave_gone(const std::vector<sync::ItemError>& gone);
  void leave_undecided(const std::vector<sync::ItemError>& unknown,
                       const std::unordered_map<Href, Href>& moves);
  void leave_missing(const Href& href);
  void leave_fresh(const Href& href);
  Result<void> add_passed(const std::vector<sync::RemoteItem>& fresh, std::vector<sync::BaseMark>& missing);
  Result<void> move_marks(const std::unordered_map<Href, Href>& moves,
                          const std::unordered_set<Href>& confirmed);

  World& world_;
  RemoteCollection& remote_;
  const sync::Collection& collection_;
  Remainder& remainder_;
  sync::Listing listing_;
  absl::flat_hash_set<Version> given_;  ///< to `at_once`
  bool compared_ = false;
  std::unordered_map<Href, sync::RemoteItem> texts_;
  std::vector<sync::BaseMark> marks_;
  std::unordered_set<Href> known_;
  std::vector<sync::Unsent> unsent_;
  bool gone_again_ = false;  ///< one that was named in an earlier sync, and never read, is not there
  bool looked_again_ = false;
  std::unordered_set<Href>
      gone_at_first_;                     ///< new names that were not there when it looked for the first time
  std::unordered_set<Href> unanswered_;   ///< of earlier syncs: no answer this time either
  std::vector<sync::BaseMark> doubtful_;  ///< the marks of those among them that are said to be gone
  bool left_out_ = false;
  bool unread_new_ = false;  ///< a new name could not be read
  bool unread_old_ = false;  ///< one that was new in an earlier sync cannot be read yet
};

}  // namespace goodturn::helper
