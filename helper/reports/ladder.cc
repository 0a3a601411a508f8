#include "helper/reports/ladder.h"

#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using network::ReachClass;

network::Hierarchy hierarchy_of(const Overview& overview) {
  std::vector<std::optional<std::size_t>> bosses;
  bosses.reserve(overview.ties.size());
  for (const Tie& tie : overview.ties) {
    const Uid& noted = tie.person->profile.superior;
    const Uid& boss = noted.empty() ? tie.person->card.superior : noted;
    bosses.push_back(boss.empty() ? std::nullopt : overview.place_of(boss));
  }
  return network::Hierarchy(std::move(bosses));
}

std::vector<network::Post> posts_of(const Overview& overview) {
  std::vector<network::Post> posts;
  posts.reserve(overview.ties.size());
  for (const Tie& tie : overview.ties)
    posts.push_back({tie.person->card.organisation, tie.person->profile.seniority, tie.is_living()});
  return posts;
}

Rung rung_of(const Overview& overview, const network::ClassReach& reach) {
  Rung rung;
  rung.of = reach.of;
  rung.reach = rung_figure(reach.of, reach.reached, overview.language);
  for (const std::size_t place : reach.people) {
    const Tie& tie = overview.ties[place];
    if (tie.is_living())
      rung.contacts.push_back(tie.who());
    else if (tie.is_open())
      rung.strangers.push_back(tie.who());
  }
  return rung;
}

std::vector<std::string> circle_notes(const Overview& overview, const network::Hierarchy& hierarchy) {
  std::vector<std::string> notes;
  for (const auto& cycle : hierarchy.cycles()) {
    std::vector<Who> people;
    for (const std::size_t place : cycle) people.push_back(overview.ties[place].who());
    notes.push_back(
        in_words(Said("report.reporting_circle", {{"people", names_in(people, overview.language)}}),
                 overview.language));
  }
  return notes;
}

Figure upward_of(const Overview& overview) {
  std::vector<std::optional<int>> levels;
  for (const Tie& tie : overview.ties)
    if (tie.is_alive()) levels.push_back(tie.person->profile.seniority);
  const std::optional<int> own = overview.own().seniority;
  return upward_figure(network::upward_reach(levels, own.value_or(0)), own, overview.language);
}

}  // namespace

std::string_view to_string(ReachClass of) {
  switch (of) {
    case ReachClass::parallel_other:
      return "parallel-other";
    case ReachClass::above:
      return "above";
    case ReachClass::same_rank_external:
      return "same-rank-external";
    case ReachClass::boss_siblings:
      return "boss-siblings";
  }
  return "";
}

Figure upward_figure(const network::UpwardReach& reach, std::optional<int> own, Language language) {
  if (!own) return not_enough(Said("report.no_own_level"), language);
  return share_figure(reach.above, share_said("report.upward", reach.above),
                      count_said("report.people_without_level", static_cast<std::size_t>(reach.unknown)),
                      Said("report.no_levels"), language);
}

Figure rung_figure(ReachClass of, const relations::Share& reached, Language language) {
  const SaidArgument place{"place", branch_of(to_string(of))};
  Said text = share_said("report.rung", reached);
  text.arguments.push_back(place);
  Said missing("report.no_rung");
  missing.arguments.push_back(place);
  return share_figure(reached, text,
                      count_said("report.people_known", static_cast<std::size_t>(reached.whole)), missing,
                      language);
}

Ladder ladder_of(const Overview& overview) {
  Ladder ladder;
  ladder.upward = upward_of(overview);
  const network::Hierarchy hierarchy = hierarchy_of(overview);
  ladder.notes = circle_notes(overview, hierarchy);
  const Uid& noted = overview.own().boss;
  const auto boss = noted.empty() ? std::nullopt : overview.place_of(noted);
  if (!boss) {
    ladder.boss_missing = not_enough(Said("report.no_boss"), overview.language);
    return ladder;
  }
  ladder.boss = overview.ties[*boss].who();
  for (const network::ClassReach& reach :
       network::class_reach(hierarchy, posts_of(overview), *boss, std::nullopt))
    ladder.rungs.push_back(rung_of(overview, reach));
  return ladder;
}

}  // namespace goodturn::helper
