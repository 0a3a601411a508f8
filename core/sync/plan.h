// A plan: everything a sync of one collection will do, made before anything is done.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/said.h"
#include "core/sync/decide.h"
#include "core/sync/item.h"

namespace goodturn::sync {

/// One item and what to do with it.
struct Step {
  Verb verb = Verb::nothing;
  Href href;
  Etag etag;  ///< the condition of a push or delete (the base's), or the listed one for fetch
  Change local = Change::absent;
  Change remote = Change::absent;
  bool operator==(const Step&) const = default;
};

/// When deletions are too many to be believed.
struct Guards {
  std::size_t few = 10;                ///< up to this many deletions are never suspicious …
  std::size_t percent = 20;            ///< … nor up to this share of the known items
  std::size_t agreed_here = 0;         ///< so many deletions here has the user seen and agreed to
  std::size_t agreed_there = 0;        ///< so many on the server
  std::optional<std::size_t> known{};  ///< items with a base, where `marks` are only some of them
  bool may_write = true;               ///< false: read-only collection or write-back off; nothing is sent
  bool names_left_out = false;         ///< the listing named more, which is not to be decided about
};

/// Deletions that were left out of the plan.
struct Suspicion {
  Verb verb = Verb::delete_local;  ///< delete_local or delete_remote
  std::size_t deletions = 0;
  std::size_t known = 0;  ///< items with a base
  bool emptied = false;   ///< nothing would be left
  bool operator==(const Suspicion&) const = default;
};

struct Plan {
  std::vector<Step> steps;  ///< href order; without items that need nothing
  std::vector<Suspicion> suspicions;
  std::vector<Said> warnings;  ///< the suspicions and doubled UIDs
  std::size_t unchanged = 0;   ///< of the marks
  std::size_t unsendable = 0;  ///< local changes that may not be sent
  /// False when the listing's token would hide what was left out, or came with an empty listing.
  bool store_token = true;

  [[nodiscard]] std::size_t count(Verb verb) const;
};

/// Decides for every item of a collection.
/// `marks`: bases in href order; for a delta those that it names or that changed here are enough, with
/// guards.known. `unsent`: local items without a base; may be empty. In a complete listing an item that is
/// not named is gone; in a delta it is as agreed. Deletions beyond the guards are left out and named among
/// the suspicions; the rest of the plan stands.
[[nodiscard]] Plan make_plan(std::span<const BaseMark> marks, std::span<const Unsent> unsent,
                             const Listing& listing, const Guards& guards);

/// What people call an item: the name on a card, the summary of an event.
using Titles = std::map<Href, Said>;

/// The plan of the collection called `name` for a dry run: one line per step ("Send Ada Example
/// (/book/ada.vcf)"; without a title the href alone), then their number and the warnings.
[[nodiscard]] std::vector<Said> lines_of(const Plan& plan, const std::string& name, const Titles& titles);

}  // namespace goodturn::sync
