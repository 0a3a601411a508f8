#include "helper/reports/roles_report.h"

#include <algorithm>

#include "core/relations/giving.h"
#include "core/relations/hints.h"

namespace goodturn::helper {
namespace {

void add_mentors(RolesReport& report, const Overview& overview,
                 const std::vector<network::RoleHolder>& holders) {
  relations::Share friends;
  for (const network::RoleHolder& holder : holders) {
    if (holder.role != to_string(Role::mentor)) continue;
    const auto place = overview.place_of(holder.person);
    ++friends.whole;
    friends.part += place && is_friend(*overview.ties[*place].person) ? 1 : 0;
  }
  report.friends_among_mentors = mentor_figure(friends);
  report.mentors_are_friends = network::mentors_are_friends(friends);
  const std::vector<relations::LedgerEntry> ledger = whole_ledger(overview);
  const Day today = overview.now.today;
  constexpr std::array kinds = {GiveKind::feedback};
  report.hard_feedback_is_due = relations::hard_feedback_is_due(ledger, friends.whole, today);
  report.hard_feedback =
      feedback_figure(relations::days_since(ledger, relations::LedgerSide::received, kinds, today),
                      report.hard_feedback_is_due);
}

Section seats_section(const RolesReport& report) {
  Section section{"Role map", {}};
  for (const Seat& seat : report.seats) {
    section.add(seat.text);
    for (const Candidate& one : seat.candidates)
      section.add("  perhaps " + one.who.name + ": " + one.reasons[0] + "; " + one.reasons[1]);
  }
  return section;
}

}  // namespace

void add_coverage(RolesReport& report, const std::optional<network::Coverage>& coverage) {
  if (!coverage) {
    report.filled = report.roles_met = report.active = report.concentration =
        not_enough("no role that you want filled");
    return;
  }
  const std::string wanted = count_words(coverage->slots.size(), "wanted role");
  report.filled =
      share_figure(coverage->filled, of_words(coverage->filled) + " places are filled.", wanted, "");
  report.roles_met =
      share_figure(coverage->slots_met,
                   of_words(coverage->slots_met) + " roles have all the people you want.", wanted, "");
  report.active = {coverage->active,
                   "Counting how alive the ties are, " + percent(coverage->active) + " are filled.", wanted};
  report.concentration = share_figure(
      coverage->concentration, of_words(coverage->concentration) + " filled places rest on one person.",
      wanted, "no role is filled");
}

Figure mentor_figure(const relations::Share& friends_of_mentors) {
  const bool all = friends_of_mentors.part == friends_of_mentors.whole;
  std::string text;
  if (!network::mentors_are_friends(friends_of_mentors))
    text = of_words(friends_of_mentors) + " mentors are friends.";
  else if (all && friends_of_mentors.whole == 1)
    text = "Your mentor is a friend: who gives you hard feedback?";
  else if (all && friends_of_mentors.whole == 2)
    text = "Both mentors are friends: who gives you hard feedback?";
  else
    text = of_words(friends_of_mentors) + " mentors are friends: who gives you hard feedback?";
  return share_figure(friends_of_mentors, std::move(text), "", "no mentor is noted");
}

Figure feedback_figure(std::optional<int> days, bool is_due) {
  const std::string hint = is_due ? " Somebody may be glad to be asked for some." : "";
  if (!days) {
    Figure figure = not_enough("no feedback that you received is noted");
    figure.text += hint;
    return figure;
  }
  return {static_cast<double>(*days), "The last feedback you noted came " + ago_words(*days) + "." + hint,
          ""};
}

RolesReport roles_report(const Snapshot& snapshot, Now now, Friends friends) {
  const Overview overview = overview_of(snapshot, now);
  const std::vector<network::RoleHolder> holders = holders_of(overview);
  const auto coverage = network::coverage(needs_of(overview.own()), holders);
  RolesReport report;
  report.friends = friends;
  add_coverage(report, coverage);
  if (coverage && !coverage->carrier.empty()) report.carrier = overview.who(coverage->carrier);
  report.seats = seats_of(overview, holders, friends);
  add_mentors(report, overview, holders);
  report.closed = closed_roles_of(overview);
  if (friends == Friends::included) report.friends_only = friends_only(overview, holders);
  return report;
}

std::vector<Section> sections_of(const RolesReport& report) {
  Section numbers{"Roles", {}};
  for (const Figure& figure : {report.filled, report.roles_met, report.active, report.concentration})
    numbers.add(figure);
  if (!report.carrier.name.empty() && report.concentration.value.value_or(0) > 0.5)
    numbers.add(report.carrier.name + " carries most of it.");
  numbers.add(report.friends_among_mentors);
  numbers.add(report.hard_feedback);
  std::vector<Section> sections = {std::move(numbers), seats_section(report)};
  Section closed{"Closed", {}};
  for (const ClosedRole& one : report.closed)
    closed.add(one.who.name + ", " + one.role + " from " + to_iso(one.since) + " to " + to_iso(one.until));
  if (!closed.lines.empty()) sections.push_back(std::move(closed));
  Section friends{"Friends without a role", {}};
  for (const Who& who : report.friends_only) friends.add(who.name);
  if (!friends.lines.empty()) sections.push_back(std::move(friends));
  return sections;
}

}  // namespace goodturn::helper
