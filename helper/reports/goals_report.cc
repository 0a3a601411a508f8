#include "helper/reports/goals_report.h"

#include <algorithm>

#include "core/network/goal.h"
#include "core/network/role_gap.h"
#include "core/suggest/ask_days.h"
#include "helper/index/goal.h"
#include "helper/week/iso_week.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

constexpr int widest_close = 50;

std::vector<std::string> missing_in(const calendar::Goal& goal) {
  std::vector<std::string> missing;
  const auto note = [&](bool is_missing, const char* field) {
    if (is_missing) missing.emplace_back(field);
  };
  note(goal.titles.empty(), "titles");
  note(goal.industries.empty(), "industries");
  note(goal.companies.empty(), "companies");
  note(goal.targets.empty(), "targets");
  note(!goal.deadline, "deadline");
  return missing;
}

int rating_of(const Person& person) {
  network::RoleProspect prospect;
  prospect.experience = person.profile.ratings.experience;
  prospect.influence = person.profile.ratings.influence;
  prospect.willing = person.profile.ratings.willing;
  return network::target_rating(prospect);
}

std::vector<Target> targets_of(const Overview& overview, const Paths& paths, const calendar::Goal& goal) {
  std::vector<Target> targets;
  const auto boss = overview.place_of(overview.own().boss);
  for (const Uid& uid : goal.targets) {
    const auto place = overview.place_of(uid);
    if (place && (place == boss || overview.ties[*place].person->profile.is_deceased)) continue;
    if (place)
      targets.push_back(
          {overview.ties[*place].who(), paths.to(*place), rating_of(*overview.ties[*place].person)});
    else
      targets.push_back({{uid, in_words(Said("report.stranger"), overview.language)},
                         {std::nullopt, {}, way_words(std::nullopt, {}, overview.language)},
                         0});
  }
  for (Target& target : targets)
    target.text = in_words(Said("section.target", {{"person", target.who.name},
                                                   {"way", target.way.text},
                                                   {"willing", said_flag(target.rating != 0)}}),
                           overview.language);
  std::stable_sort(targets.begin(), targets.end(),
                   [](const Target& a, const Target& b) { return a.rating > b.rating; });
  return targets;
}

bool is_this_week(Day day, Day today) { return day >= monday_of(today) && day <= today; }

/// Touches of this week: the user's own initiative and meetings, and how they split.
struct ThisWeek {
  int reached_out = 0;
  std::array<int, 3> prongs{};
};

ThisWeek week_of(const Overview& overview) {
  enum Prong : std::size_t { social, branding, leads };
  ThisWeek week;
  for (const Tie& tie : overview.ties) {
    const auto& touches = tie.person->contact.touches;
    if (touches.empty() || !is_this_week(touches.back().day, overview.now.today)) continue;
    const std::vector<Day> ask_days = suggest::ask_days_of(tie.person->contact);
    for (const relations::Touch& touch : touches) {
      if (touch.weight <= 0 || !is_this_week(touch.day, overview.now.today)) continue;
      week.reached_out += touch.direction != Direction::in ? 1 : 0;
      const bool for_ask = std::binary_search(ask_days.begin(), ask_days.end(), touch.day);
      ++week.prongs.at(for_ask ? leads : touch.channel == Channel::post ? branding : social);
    }
  }
  return week;
}

std::vector<GoalView> goals_of(const Overview& overview, const Paths& paths, const ThisWeek& week,
                               std::span<const relations::Ask> asks) {
  const int asked = relations::asked_this_week(asks, overview.now.today);
  std::vector<GoalView> views;
  for (const calendar::Goal& goal : overview.snapshot.journals().goals) {
    GoalView view;
    view.goal = goal;
    view.missing = missing_in(goal);
    view.completeness =
        completeness_figure(network::completeness(network_goal(goal)), view.missing, overview.language);
    view.targets = targets_of(overview, paths, goal);
    view.touches = {week.reached_out, goal.weekly_touches};
    view.asks = {asked, goal.weekly_asks};
    views.push_back(std::move(view));
  }
  return views;
}

bool decides(const Person& person) {
  const auto& roles = person.contact.roles;
  return !person.profile.powers.empty() ||
         std::find(roles.begin(), roles.end(), Role::decision_maker) != roles.end();
}

void add_decision_makers(GoalsReport& report, const Overview& overview, const Paths& paths) {
  const auto steps = [](const DecisionMaker& one) {
    constexpr int beyond = 3;
    return one.way.steps ? *one.way.steps : beyond;
  };
  relations::Share alive;
  for (std::size_t place = 0; place < overview.ties.size(); ++place) {
    const Tie& tie = overview.ties[place];
    if (!decides(*tie.person) || tie.person->profile.is_deceased) continue;
    ++alive.whole;
    alive.part += tie.is_alive() ? 1 : 0;
    report.decision_makers.push_back({tie.who(), tie.person->profile.powers, paths.to(place)});
  }
  std::stable_sort(report.decision_makers.begin(), report.decision_makers.end(),
                   [&](const DecisionMaker& a, const DecisionMaker& b) { return steps(a) < steps(b); });
  report.decision_reach =
      share_figure(alive, share_said("report.decision_reach", alive),
                   count_said("report.people_noted", static_cast<std::size_t>(alive.whole)),
                   Said("report.no_deciders"), overview.language);
}

void add_asks(GoalsReport& report, const Overview& overview, std::span<const relations::Ask> asks) {
  report.asks = relations::answers_of(asks, overview.now.today);
  for (const relations::Ask& ask : asks)
    if (relations::state_on(ask, overview.now.today) == AskState::open)
      report.open_asks.push_back({ask.id, overview.who(ask.person), ask.kind, ask.day, ask.next_step});
  std::stable_sort(report.open_asks.begin(), report.open_asks.end(),
                   [](const OpenAsk& a, const OpenAsk& b) { return a.day < b.day; });
}

void add_told(GoalsReport& report, const Overview& overview) {
  if (report.goals.empty()) {
    report.told = not_enough(Said("report.no_goal"), overview.language);
    return;
  }
  relations::Share told;
  for (const Tie& tie : overview.ties) {
    const int layer = tie.standing->layer;
    if (!tie.is_living() || layer <= 0 || layer > widest_close) continue;
    ++told.whole;
    told.part += tie.person->profile.knows_goal ? 1 : 0;
    if (!tie.person->profile.knows_goal && tie.is_open()) report.not_told.push_back(tie.who());
  }
  report.told = share_figure(told, share_said("report.told", told),
                             count_said("report.closest_fifty", static_cast<std::size_t>(told.whole)),
                             Said("report.nobody_close"), overview.language);
}

Section goal_section(const GoalView& view, Language language) {
  const calendar::Goal& goal = view.goal;
  const std::string title = goal.titles.empty() ? std::string() : goal.titles.front();
  Section section(Said("section.goal", {{"named", said_flag(!title.empty())}, {"title", title}}), language);
  if (!goal.purpose.empty()) section.add(Said("section.purpose", {{"purpose", goal.purpose}}));
  section.add(view.completeness);
  if (goal.deadline) section.add(Said("section.deadline", {{"day", to_iso(*goal.deadline)}}));
  for (const Target& target : view.targets) section.add(target.text);
  section.add(Said("section.goal_week", {{"touches", std::int64_t{view.touches.done}},
                                         {"planned_touches", std::int64_t{view.touches.planned}},
                                         {"asks", std::int64_t{view.asks.done}},
                                         {"planned_asks", std::int64_t{view.asks.planned}}}));
  return section;
}

Section asks_section(const GoalsReport& report, Language language) {
  const relations::Answers& asks = report.asks;
  Section section(Said("section.asks"), language);
  section.add(Said("section.ask_counts", {{"open", std::int64_t{asks.open}},
                                          {"yes", std::int64_t{asks.yes}},
                                          {"no", std::int64_t{asks.no}},
                                          {"no_answer", std::int64_t{asks.no_answer}},
                                          {"withdrawn", std::int64_t{asks.withdrawn}}}));
  for (const OpenAsk& ask : report.open_asks) {
    const std::string_view word = goodturn::to_string(ask.kind);
    section.add(Said("section.open_ask", {{"person", ask.who.name},
                                          {"kind", said_branch(word)},
                                          {"day", to_iso(ask.day)},
                                          {"planned", said_flag(!ask.next_step.empty())},
                                          {"step", ask.next_step}}));
  }
  return section;
}

}  // namespace

Figure completeness_figure(const relations::Share& share, const std::vector<std::string>& missing,
                           Language language) {
  std::string open;
  for (const std::string& field : missing)
    open += (open.empty() ? "" : ", ") + in_words(Said("report.goal_field", {{"field", field}}), language);
  Said evidence = share_said(open.empty() ? "report.fields" : "report.fields_open", share);
  if (!open.empty()) evidence.arguments.push_back({"open", std::move(open)});
  return share_figure(share, percent_said("report.filled_in", share.value().value_or(0)), evidence,
                      Said("report.no_goal"), language);
}

Figure prongs_figure(const std::array<int, 3>& counts, Language language) {
  const int touches = counts[0] + counts[1] + counts[2];
  if (touches == 0) return not_enough(Said("report.no_touch_this_week"), language);
  const std::vector<int> shares = relations::percentages(counts);
  return figure_of(touches,
                   Said("report.prongs", {{"social", std::int64_t{shares[0]}},
                                          {"branding", std::int64_t{shares[1]}},
                                          {"leads", std::int64_t{shares[2]}}}),
                   count_said("report.touches_this_week", static_cast<std::size_t>(touches)), language);
}

GoalsReport goals_report(const Snapshot& snapshot, Now now, Language language) {
  const Overview overview = overview_of(snapshot, now, language);
  const Paths paths(overview);
  const std::vector<relations::Ask> asks = all_asks(overview);
  const ThisWeek week = week_of(overview);
  GoalsReport report;
  report.goals = goals_of(overview, paths, week, asks);
  if (report.goals.empty()) report.goals_missing = not_enough(Said("report.no_goal"), language);
  add_decision_makers(report, overview, paths);
  report.ladder = ladder_of(overview);
  add_asks(report, overview, asks);
  add_told(report, overview);
  const std::vector<int> shares = relations::percentages(week.prongs);
  std::copy(shares.begin(), shares.end(), report.prongs.begin());
  report.prongs_text = prongs_figure(week.prongs, language);
  return report;
}

std::vector<Section> sections_of(const GoalsReport& report, Language language) {
  std::vector<Section> sections;
  for (const GoalView& view : report.goals) sections.push_back(goal_section(view, language));
  Section people(Said("section.goal_people"), language);
  if (report.goals.empty()) people.add(report.goals_missing);
  people.add(report.decision_reach);
  for (const DecisionMaker& one : report.decision_makers)
    people.add(Said("section.decision_maker", {{"person", one.who.name}, {"way", one.way.text}}));
  if (report.ladder.rungs.empty()) people.add(report.ladder.boss_missing);
  for (const Rung& rung : report.ladder.rungs) {
    people.add(rung.reach);
    people.add_people("section.strangers", rung.strangers, 8);
  }
  people.add(report.told);
  people.add_people("section.not_told", report.not_told, 8);
  sections.push_back(std::move(people));
  sections.push_back(asks_section(report, language));
  Section week(Said("section.week"), language);
  week.add(report.prongs_text);
  sections.push_back(std::move(week));
  return sections;
}

}  // namespace goodturn::helper
