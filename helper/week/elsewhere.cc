#include "helper/week/elsewhere.h"

#include <algorithm>
#include <optional>

#include "core/suggest/answered.h"
#include "helper/week/act.h"
#include "helper/week/iso_week.h"

namespace goodturn::helper {
namespace {

/// A touch that answers the follow-up closes it anyway; a second one would count the same talk twice.
bool is_answered_by_touch(const calendar::FollowUp& row, const Person* person) {
  if (person == nullptr) return false;
  const auto& showings = person->contact.showings;
  const auto showing = std::find_if(showings.begin(), showings.end(),
                                    [&](const suggest::Showing& one) { return one.follow_up == row.uid; });
  return showing != showings.end() && suggest::answered_by(*showing, person->contact);
}

std::optional<Answer> answer_in(const calendar::FollowUp& row, const Person* person, Day today) {
  if (row.action || row.expired || !row.planned) return std::nullopt;
  Answer answer;
  if (row.completed) {
    if (is_answered_by_touch(row, person)) return std::nullopt;
    answer.at = row.completed_at;
    return answer;
  }
  if (row.due <= *row.planned || row.due <= today) return std::nullopt;
  answer.action = Action::later;
  answer.until = row.due;
  return answer;
}

/// Open follow-ups of this week that a sync took away because the server no longer has them.
Result<std::vector<std::pair<calendar::FollowUp, text::Document>>> deleted_elsewhere(
    World& world, const Items& items, const std::vector<calendar::FollowUp>& follow_ups) {
  std::vector<std::pair<calendar::FollowUp, text::Document>> deleted;
  if (items.follow_ups().account == sync::local_account) return deleted;
  const auto trash = world.store.trash();
  if (!trash) return fail(trash.error());
  const Day monday = monday_of(world.now().today);
  for (const sync::Trashed& one : *trash) {
    if (one.collection != items.follow_ups().id || one.reason != sync::TrashReason::gone) continue;
    text::Document document = text::Document::parse(one.text);
    auto row = calendar::read_follow_up(document);
    if (!row || row->completed || row->action || row->expired || monday_of(row->shown) != monday) continue;
    const bool is_back = std::any_of(follow_ups.begin(), follow_ups.end(),
                                     [&](const calendar::FollowUp& known) { return known.uid == row->uid; });
    if (!is_back) deleted.emplace_back(std::move(*row), std::move(document));
  }
  return deleted;
}

Result<void> put_aside(World& world, Items& items, calendar::FollowUp row, const text::Document& document) {
  row.action = Action::not_now;
  return items.put_record(items.local_follow_ups(), row.uid,
                          calendar::update_follow_up(document, row, world.clock.now()));
}

}  // namespace

Result<std::size_t> take_answers_from_elsewhere(World& world, Items& items, const Snapshot& snapshot,
                                                const std::vector<calendar::FollowUp>& follow_ups) {
  std::size_t taken = 0;
  for (calendar::FollowUp row : follow_ups) {
    const Person* person = snapshot.by_uid(row.person);
    const auto answer = answer_in(row, person, world.now().today);
    if (!answer) continue;
    Before before;  // nothing to offer for undoing: it was not done here
    if (auto done = answer_row(world, items, snapshot, row, *answer, before); !done)
      return fail(done.error());
    ++taken;
  }
  const auto deleted = deleted_elsewhere(world, items, follow_ups);
  if (!deleted) return fail(deleted.error());
  for (const auto& [row, document] : *deleted)
    if (auto put = put_aside(world, items, row, document); !put) return fail(put.error());
  return taken + deleted->size();
}

}  // namespace goodturn::helper
