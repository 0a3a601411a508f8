// The rows of the user's own items, each UID once: what every reader of records goes through.
#pragma once

#include <functional>

#include "core/calendar/follow_up.h"
#include "core/calendar/record.h"
#include "core/text/document.h"
#include "helper/items/precedence.h"
#include "helper/world.h"

namespace goodturn::helper {

/// Where several collections hold an item of one UID, the row that counts (Precedence) is visited and the
/// others are not. The rows of the collection in use come first, then those kept only here, then the rest;
/// within each by (collection, href). One pass over the index where one collection holds everything.
class OwnRows {
 public:
  /// Reads which collections are in use; makes the local ones on first use. Takes World::lock().
  [[nodiscard]] static Result<OwnRows> open(World& world);

  Result<void> each_record(const std::function<void(const calendar::Record&)>& visit);
  /// What is in calendar::Journals.
  Result<void> each_journal(const std::function<void(JournalKind, const text::Document&)>& visit);
  Result<void> each_follow_up(const std::function<void(const calendar::FollowUp&)>& visit);

 private:
  OwnRows(World& world, Precedence journals, Precedence follow_ups)
      : index_(&world.index), journals_(journals), follow_ups_(follow_ups) {}

  Index* index_;
  Precedence journals_;
  Precedence follow_ups_;
};

}  // namespace goodturn::helper
