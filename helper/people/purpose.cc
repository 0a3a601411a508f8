#include "helper/people/purpose.h"

#include <algorithm>
#include <tuple>

#include "helper/index/own_rows.h"
#include "helper/journals/keeping.h"
#include "helper/journals/kinds.h"
#include "helper/people/profile.h"

namespace goodturn::helper {
namespace {

using calendar::Goal;

/// The goal due first of those that `fits` names; nullptr: none.
template <class Fits>
const Goal* first_goal(const std::vector<Goal>& goals, Fits fits) {
  const Goal* first = nullptr;
  const auto due = [](const Goal& goal) { return std::tuple(goal.deadline.value_or(Day::max()), goal.uid); };
  for (const Goal& goal : goals)
    if (fits(goal) && (first == nullptr || due(goal) < due(*first))) first = &goal;
  return first;
}

}  // namespace

Purpose purpose_of(const calendar::Journals& journals) {
  const Goal* goal = first_goal(journals.goals, [](const Goal& one) { return !one.purpose.empty(); });
  if (goal != nullptr) return {goal->purpose, false};
  return {"", !journals.self.asked_for_purpose};
}

Result<Purpose> purpose_now(World& world) {
  auto rows = OwnRows::open(world);
  if (!rows) return fail(rows.error());
  calendar::Journals journals;
  auto read = rows->each_journal([&](JournalKind kind, const text::Document& document) {
    if (kind == JournalKind::goal || kind == JournalKind::self) add_journal(journals, document);
  });
  if (!read) return fail(read.error());
  return purpose_of(journals);
}

Result<std::string> answer_purpose(World& world, UndoLog& undo, const std::string& text) {
  return edit_at(world, undo, [&](Desk& desk) -> Result<void> {
    const auto asked = [](calendar::OwnProfile& profile) { profile.asked_for_purpose = true; };
    if (auto noted = change_own_profile(world, desk.items, asked, desk.before); !noted) return noted;
    if (text.empty()) return {};
    const Json fields = {{"purpose", text}};
    const Goal* goal = first_goal(desk.snapshot.journals().goals, [](const Goal&) { return true; });
    if (goal != nullptr) return goal_kind().change(goal->uid, fields, desk);
    const auto made = goal_kind().add(fields, desk);
    return made ? Result<void>{} : fail(made.error());
  });
}

}  // namespace goodturn::helper
