#include "helper/reports/network_report.h"

#include <algorithm>
#include <chrono>

#include "helper/reports/role_map.h"

namespace goodturn::helper {
namespace {

Section circles_section(const Circles& circles, Language language) {
  Section section(Said("section.circles"), language);
  section.add(circles.pairs_known);
  section.add(circles.effective_size);
  section.add(circles.constraint);
  section.add(circles.clustering);
  section.add(circles.pockets);
  for (const Group& pocket : circles.pocket_groups) section.add_people("section.pocket", pocket.people, 8);
  for (const Group& clique : circles.cliques) section.add_people("section.clique", clique.people, 8);
  section.add(circles.cliques_note);
  section.add(circles.echo);
  section.add(circles.leaning_text);
  return section;
}

Section variety_section(const std::vector<Dimension>& variety, Language language) {
  Section section(Said("section.variety"), language);
  for (const Dimension& dimension : variety) {
    section.add(Said("section.dimension", {{"dimension", branch_of(dimension.name)},
                                           {"name", dimension.name},
                                           {"text", line_of(dimension.heads)}}));
    if (!dimension.heads.value) continue;
    section.add("  " + line_of(dimension.time));
    section.add("  " + line_of(dimension.homophily));
  }
  return section;
}

Section habits_section(const Habits& habits, Language language) {
  Section section(Said("section.habits"), language);
  for (const Side side : all_sides) {
    const auto count = [&](Purpose purpose) -> std::int64_t {
      return habits.behaviours.cells.count(side, purpose);
    };
    section.add(Said("section.six", {{"side", std::string(goodturn::to_string(side))},
                                     {"build", count(Purpose::build)},
                                     {"maintain", count(Purpose::maintain)},
                                     {"use", count(Purpose::use)}}));
  }
  section.add(habits.behaviours.evenness);
  for (const UnknownDomain& one : habits.behaviours.unknown)
    section.add(Said("section.unknown_domain",
                     {{"domain", one.domain}, {"count", static_cast<std::int64_t>(one.touches)}}));
  section.add(habits.depth);
  section.add(habits.follow_up);
  return section;
}

Section places_section(const Habits& habits, Language language) {
  Section section(Said("section.places"), language);
  for (const VenueView& venue : habits.venues) section.add(venue.text);
  for (const CommunityView& community : habits.communities) {
    section.add(Said("section.community", {{"community", community.name},
                                           {"count", said_number(community.members.size())},
                                           {"living", static_cast<std::int64_t>(community.living)}}));
    if (community.answer) section.add("  " + line_of(*community.answer));
  }
  return section;
}

Section ladder_section(const Ladder& ladder, Language language) {
  Section section(Said("section.reach"), language);
  section.add(ladder.upward);
  if (ladder.rungs.empty()) section.add(ladder.boss_missing);
  for (const Rung& rung : ladder.rungs) section.add(rung.reach);
  for (const std::string& note : ladder.notes) section.add(note);
  return section;
}

Section crisis_section(const Crisis& crisis, Language language) {
  Section section(Said("section.crisis"), language);
  for (const Figure& figure : {crisis.readiness, crisis.roles, crisis.bench, crisis.balanced, crisis.warm})
    section.add(figure);
  return section;
}

}  // namespace

OutOfTime two_seconds() {
  const auto start = std::chrono::steady_clock::now();
  return [start] { return std::chrono::steady_clock::now() - start > std::chrono::seconds(2); };
}

Figure active_figure(std::size_t alive, std::size_t touched, std::size_t all, Language language) {
  if (touched == 0) return not_enough(Said("report.no_touch_at_all"), language);
  return figure_of(static_cast<double>(alive), count_said("report.active", alive),
                   count_said("report.in_books", all), language);
}

NetworkReport network_report(const Snapshot& snapshot, Now now, Language language,
                             const OutOfTime& out_of_time) {
  const Overview overview = overview_of(snapshot, now, language);
  const auto count = [&](auto is) {
    return static_cast<std::size_t>(std::count_if(overview.ties.begin(), overview.ties.end(), is));
  };
  NetworkReport report;
  report.active = active_figure(count([](const Tie& tie) { return tie.is_alive(); }),
                                count([](const Tie& tie) { return tie.liveliness.has_value(); }),
                                overview.ties.size(), language);
  report.circles = circles_of(overview, out_of_time);
  report.variety = variety_of(overview);
  report.habits = habits_of(overview);
  report.ladder = ladder_of(overview);
  report.crisis = crisis_of(overview);
  return report;
}

std::vector<Section> sections_of(const NetworkReport& report, Language language) {
  Section active(Said("section.network"), language);
  active.add(report.active);
  return {std::move(active),
          circles_section(report.circles, language),
          variety_section(report.variety, language),
          habits_section(report.habits, language),
          places_section(report.habits, language),
          ladder_section(report.ladder, language),
          crisis_section(report.crisis, language)};
}

}  // namespace goodturn::helper
