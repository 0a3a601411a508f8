#include "helper/index/own_rows.h"

#include <absl/container/flat_hash_set.h>

#include <algorithm>

#include "core/base/hash.h"
#include "core/calendar/journals.h"
#include "helper/items/items.h"

namespace goodturn::helper {
namespace {

struct LowHalf {
  std::size_t operator()(const ContentHash& hash) const noexcept { return hash.low; }
};
/// Of UIDs; there may be a million of them.
using Seen = absl::flat_hash_set<ContentHash, LowHalf>;

/// `each` visits all rows of a kind; `take` gets them in the order of precedence.
template <class Row, class Each, class Take>
Result<void> in_turn(const Precedence& first, const Each& each, const Take& take) {
  int turn = 0;
  while (turn < Precedence::ranks) {
    int next = Precedence::ranks;
    auto read = each([&](const Index::Origin& origin, const Row& row) {
      const int rank = first.rank(origin.collection);
      if (rank == turn) take(row);
      if (rank > turn) next = std::min(next, rank);
    });
    if (!read) return read;
    turn = next;
  }
  return {};
}

}  // namespace

Result<OwnRows> OwnRows::open(World& world) {
  const auto lock = world.lock();
  const auto items = Items::open(world);
  if (!items) return fail(items.error());
  return OwnRows(world, items->journals_first(), items->follow_ups_first());
}

Result<void> OwnRows::each_record(const std::function<void(const calendar::Record&)>& visit) {
  Seen seen;
  const auto each = [this](const auto& row) { return index_->each_record(row); };
  return in_turn<calendar::Record>(journals_, each, [&](const calendar::Record& record) {
    if (seen.insert(hash_of(record.uid.value)).second) visit(record);
  });
}

Result<void> OwnRows::each_journal(const std::function<void(JournalKind, const text::Document&)>& visit) {
  Seen seen;
  const auto each = [this](const auto& row) { return index_->each_journal(row); };
  return in_turn<relations::JournalRow>(journals_, each, [&](const relations::JournalRow& row) {
    const text::Document document = text::Document::parse(row.text);
    if (seen.insert(hash_of(calendar::journal_uid(document).value)).second) visit(row.kind, document);
  });
}

Result<void> OwnRows::each_follow_up(const std::function<void(const calendar::FollowUp&)>& visit) {
  Seen seen;
  const auto each = [this](const auto& row) { return index_->each_follow_up(row); };
  return in_turn<calendar::FollowUp>(follow_ups_, each, [&](const calendar::FollowUp& row) {
    if (seen.insert(hash_of(row.uid.value)).second) visit(row);
  });
}

}  // namespace goodturn::helper
