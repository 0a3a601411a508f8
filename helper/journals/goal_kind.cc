#include <tuple>

#include "core/network/goal.h"
#include "helper/journals/kinds.h"
#include "helper/journals/typed_kind.h"

namespace goodturn::helper {
namespace {

using calendar::Goal;

/// "3 of 5" (features.md row 70).
Json filled(const Goal& goal) {
  network::Goal measured;
  measured.titles = goal.titles;
  measured.industries = goal.industries;
  measured.companies = goal.companies;
  measured.targets = goal.targets;
  measured.deadline = goal.deadline;
  const relations::Share share = network::completeness(measured);
  return {{"have", share.part}, {"of", share.whole}};
}

std::vector<Field<Goal>> fields() {
  return {
      lines_field<Goal>({"titles", FieldType::lines, "Job titles"}, &Goal::titles),
      lines_field<Goal>({"industries", FieldType::lines, "Industries"}, &Goal::industries),
      lines_field<Goal>({"companies", FieldType::lines, "Companies"}, &Goal::companies),
      people_field<Goal>({"targets", FieldType::people, "People to reach"}, &Goal::targets),
      day_field<Goal>({"deadline", FieldType::day, "By when"}, &Goal::deadline),
      text_field<Goal>({"purpose", FieldType::text, "For whom it is good"}, &Goal::purpose),
      number_field<Goal>(
          {"weekly_touches", FieldType::number, "Contacts a week", FieldUse::kept, {}, 0, 1000},
          &Goal::weekly_touches),
      number_field<Goal>({"weekly_asks", FieldType::number, "Asks a week", FieldUse::kept, {}, 0, 1000},
                         &Goal::weekly_asks),
      amount_field<Goal>({"weekly_hours", FieldType::amount, "Hours a week", FieldUse::open, {}, 0, 168},
                         &Goal::weekly_hours),
      shown_field<Goal>({"filled", FieldType::pairs, "How complete it is", FieldUse::shown, {}, 0, 5},
                        filled),
  };
}

Result<void> check(const Goal& goal, const Desk&) {
  const bool empty = goal.titles.empty() && goal.industries.empty() && goal.companies.empty() &&
                     goal.targets.empty() && !goal.deadline && goal.purpose.empty();
  if (empty)
    return fail(ErrorKind::invalid, "Say at least one thing about the goal: a title, a company, a purpose …");
  return {};
}

KindRules<Goal> rules() {
  KindRules<Goal> rules;
  rules.word = "goal";
  rules.noun = "goal";
  rules.fields = fields();
  rules.all = all_in(&calendar::Journals::goals);
  rules.before = [](const Goal& one, const Goal& other) {
    return std::make_tuple(one.deadline.value_or(Day::max()), one.uid) <
           std::make_tuple(other.deadline.value_or(Day::max()), other.uid);
  };
  rules.read = calendar::read_goal;
  rules.text = [](const Goal& goal, const text::Document* stored, Instant stamp) {
    return calendar::journal_text(goal, stored, stamp);
  };
  rules.begin = [](Goal& goal, const Desk& desk) -> Result<void> {
    goal.uid = desk.fresh_uid();
    return {};
  };
  rules.check = check;
  return rules;
}

}  // namespace

const ItemKind& goal_kind() {
  static const TypedKind<Goal> kind(rules());
  return kind;
}

}  // namespace goodturn::helper
