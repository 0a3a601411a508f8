#include "helper/week/settle.h"

#include <algorithm>

#include "core/suggest/answered.h"
#include "core/suggest/restraint.h"
#include "helper/week/iso_week.h"

namespace goodturn::helper {
namespace {

bool answered(const calendar::FollowUp& row, const suggest::Contact& contact) {
  const auto showing = std::find_if(contact.showings.begin(), contact.showings.end(),
                                    [&](const suggest::Showing& one) { return one.follow_up == row.uid; });
  return showing != contact.showings.end() && suggest::answered_by(*showing, contact);
}

bool out_of_place(const calendar::FollowUp& row, const suggest::Contact& contact, Day today) {
  if (monday_of(row.shown) != monday_of(today)) return true;
  if (!suggest::may_suggest(contact, today)) return true;
  return row.rule == Rule::keep_in_touch && contact.planned.has_value();
}

}  // namespace

bool still_stands(const calendar::FollowUp& row, const Snapshot& snapshot, Day today) {
  const Person* person = snapshot.by_uid(row.person);
  return person != nullptr && !answered(row, person->contact) && !out_of_place(row, person->contact, today);
}

std::vector<calendar::FollowUp> settle(const std::vector<calendar::FollowUp>& follow_ups,
                                       const Snapshot& snapshot, Now now) {
  std::vector<calendar::FollowUp> closed;
  for (calendar::FollowUp row : follow_ups) {
    if (!is_open(row)) continue;
    const Person* person = snapshot.by_uid(row.person);
    if (person && answered(row, person->contact)) {
      row.completed = true;
      row.completed_at = now.instant;
      row.planned.reset();  // closed here: a tick made elsewhere would keep it
    } else if (!person || out_of_place(row, person->contact, now.today)) {
      row.expired = true;
    } else {
      continue;
    }
    closed.push_back(std::move(row));
  }
  return closed;
}

}  // namespace goodturn::helper
