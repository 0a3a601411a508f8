#include "helper/week/fitting.h"

#include <algorithm>
#include <tuple>

#include "core/suggest/offer.h"
#include "helper/week/iso_week.h"
#include "helper/week/renewed.h"
#include "helper/week/settle.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using FollowUps = std::vector<calendar::FollowUp>;

/// In whichever language the list was written.
bool says(const calendar::FollowUp& row, const Said& title) {
  return row.summary == in_words(title, Language::en) || row.summary == in_words(title, Language::de);
}

bool is_answered(const calendar::FollowUp& row) { return row.completed || row.action; }

/// As the list shows them.
bool is_before(const calendar::FollowUp& a, const calendar::FollowUp& b) {
  const double one = suggest::base_of(a.rule), other = suggest::base_of(b.rule);
  if (one != other) return one > other;
  return std::tie(a.due, a.uid) < std::tie(b.due, b.uid);
}

/// Whether somebody wrote into the task: its lines, or the words that it would have today.
class Edits {
 public:
  Edits(Items& items, const Snapshot& snapshot, const FollowUps& open)
      : items_(items), renewed_(renewed(snapshot, open)) {}

  Result<bool> has(const calendar::FollowUp& row) {
    const auto today = renewed_.find(row.uid);
    if (today != renewed_.end() && !says(row, today->second.title)) return true;
    const auto stored = items_.counting(items_.follow_ups_first(), row.uid);
    if (!stored) return fail(stored.error());
    return stored->has_value() && calendar::is_edited(text::Document::parse((*stored)->text));
  }

 private:
  Items& items_;
  std::map<Uid, suggest::Suggestion> renewed_;
};

/// As many as `surplus`, the last first.
Result<FollowUps> withdrawn(const FollowUps& open, std::size_t surplus, Edits edits) {
  FollowUps changed;
  for (auto row = open.rbegin(); row != open.rend() && changed.size() < surplus; ++row) {
    const auto edited = edits.has(*row);
    if (!edited) return fail(edited.error());
    if (*edited) continue;
    changed.push_back(*row);
    changed.back().expired = true;
  }
  return changed;
}

FollowUps brought_back(const FollowUps& gone, std::size_t room, const Snapshot& snapshot, Day today) {
  FollowUps changed;
  for (calendar::FollowUp row : gone) {
    if (changed.size() == room) break;
    row.expired = false;
    if (still_stands(row, snapshot, today)) changed.push_back(std::move(row));
  }
  return changed;
}

}  // namespace

Result<std::vector<calendar::FollowUp>> fitted_to_budget(World& world, Items& items,
                                                         const std::vector<calendar::FollowUp>& follow_ups,
                                                         const Snapshot& snapshot, int budget) {
  const Day today = world.now().today;
  FollowUps open, gone;
  std::size_t used = 0;
  for (const calendar::FollowUp& row : follow_ups) {
    if (monday_of(row.shown) != monday_of(today)) continue;
    if (is_answered(row))
      ++used;
    else
      (row.expired ? gone : open).push_back(row);
  }
  const auto places = static_cast<std::size_t>(std::max(budget, 0));
  const std::size_t room = places > used ? places - used : 0;
  std::sort(open.begin(), open.end(), is_before);
  std::sort(gone.begin(), gone.end(), is_before);
  if (open.size() > room) return withdrawn(open, open.size() - room, Edits(items, snapshot, open));
  return brought_back(gone, room - open.size(), snapshot, today);
}

}  // namespace goodturn::helper
