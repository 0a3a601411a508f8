#include "helper/reports/roles_report.h"

#include <algorithm>

#include "core/relations/giving.h"
#include "core/relations/hints.h"
#include "helper/words/words.h"

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
  report.friends_among_mentors = mentor_figure(friends, overview.language);
  report.mentors_are_friends = network::mentors_are_friends(friends);
  const std::vector<relations::LedgerEntry> ledger = whole_ledger(overview);
  const Day today = overview.now.today;
  constexpr std::array kinds = {GiveKind::feedback};
  report.hard_feedback_is_due = relations::hard_feedback_is_due(ledger, friends.whole, today);
  report.hard_feedback =
      feedback_figure(relations::days_since(ledger, relations::LedgerSide::received, kinds, today),
                      report.hard_feedback_is_due, today, overview.language);
}

Section seats_section(const RolesReport& report, Language language) {
  Section section(Said("section.seats"), language);
  for (const Seat& seat : report.seats) {
    section.add(seat.text);
    for (const Candidate& one : seat.candidates)
      section.add(Said("section.candidate",
                       {{"person", one.who.name}, {"first", one.reasons[0]}, {"second", one.reasons[1]}}));
  }
  return section;
}

}  // namespace

void add_coverage(RolesReport& report, const std::optional<network::Coverage>& coverage, Language language) {
  if (!coverage) {
    report.filled = report.roles_met = report.active = report.concentration =
        not_enough(Said("report.no_roles"), language);
    return;
  }
  const Said wanted = count_said("report.wanted_roles", coverage->slots.size());
  const auto share = [&](const relations::Share& part, std::string_view key, std::string_view missing) {
    return share_figure(part, share_said(key, part), wanted, Said(missing), language);
  };
  report.filled = share(coverage->filled, "report.places_filled", "report.no_roles");
  report.roles_met = share(coverage->slots_met, "report.roles_met", "report.no_roles");
  report.active =
      figure_of(coverage->active, percent_said("report.roles_active", coverage->active), wanted, language);
  report.concentration = share(coverage->concentration, "report.concentration", "report.no_filled_role");
}

Figure mentor_figure(const relations::Share& friends_of_mentors, Language language) {
  const bool all = friends_of_mentors.part == friends_of_mentors.whole;
  std::string_view key = "report.mentors_all";
  if (!network::mentors_are_friends(friends_of_mentors))
    key = "report.mentors";
  else if (all && friends_of_mentors.whole == 1)
    key = "report.mentors_one";
  else if (all && friends_of_mentors.whole == 2)
    key = "report.mentors_both";
  return share_figure(friends_of_mentors, share_said(key, friends_of_mentors),
                      count_said("report.mentor_count", static_cast<std::size_t>(friends_of_mentors.whole)),
                      Said("report.no_mentor"), language);
}

Figure feedback_figure(std::optional<int> days, bool is_due, Day today, Language language) {
  std::vector<Said> text = {days ? Said("report.feedback", {{"ago", ago_words(*days, language)}})
                                 : Said("report.no_feedback")};
  if (is_due) text.emplace_back("report.feedback_due");
  Figure figure{std::nullopt, in_sentences(text, language), ""};
  if (!days) return figure;
  figure.value = *days;
  const Said noted("report.noted_on", {{"day", to_iso(today - std::chrono::days(*days))}});
  figure.evidence = in_words(noted, language);
  return figure;
}

RolesReport roles_report(const Snapshot& snapshot, Now now, Language language, Friends friends) {
  const Overview overview = overview_of(snapshot, now, language);
  const std::vector<network::RoleHolder> holders = holders_of(overview);
  const auto coverage = network::coverage(needs_of(overview), holders);
  RolesReport report;
  report.friends = friends;
  add_coverage(report, coverage, language);
  if (coverage && !coverage->carrier.empty()) report.carrier = overview.who(coverage->carrier);
  report.seats = seats_of(overview, holders, friends);
  add_mentors(report, overview, holders);
  report.closed = closed_roles_of(overview);
  if (friends == Friends::included) report.friends_only = friends_only(overview, holders);
  return report;
}

std::vector<Section> sections_of(const RolesReport& report, Language language) {
  Section numbers(Said("section.roles"), language);
  for (const Figure& figure : {report.filled, report.roles_met, report.active, report.concentration})
    numbers.add(figure);
  if (!report.carrier.name.empty() && report.concentration.value.value_or(0) > 0.5)
    numbers.add(Said("section.carries", {{"person", report.carrier.name}}));
  numbers.add(report.friends_among_mentors);
  numbers.add(report.hard_feedback);
  std::vector<Section> sections = {std::move(numbers), seats_section(report, language)};
  Section closed(Said("section.closed"), language);
  for (const ClosedRole& one : report.closed)
    closed.add(Said("section.closed_role", {{"person", one.who.name},
                                            {"role", said_branch(one.role)},
                                            {"since", to_iso(one.since)},
                                            {"until", to_iso(one.until)}}));
  if (!closed.lines.empty()) sections.push_back(std::move(closed));
  Section friends(Said("section.friends"), language);
  for (const Who& who : report.friends_only) friends.add(who.name);
  if (!friends.lines.empty()) sections.push_back(std::move(friends));
  return sections;
}

}  // namespace goodturn::helper
