#include "helper/reports/circles.h"

#include <algorithm>

#include "core/network/indulgence.h"
#include "core/relations/giving.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using network::EchoWord;
using network::Leaning;

constexpr int circle_days = 90;

/// The last 90 days with everybody at `places`.
std::vector<network::RecentTime> times_of(const Overview& overview, std::span<const std::size_t> places) {
  constexpr int innermost = 5;
  std::vector<network::RecentTime> times(places.size());
  for (std::size_t node = 0; node < places.size(); ++node) {
    const Tie& tie = overview.ties[places[node]];
    times[node].inner = tie.standing->layer == innermost;
    for (const relations::Touch& touch : tie.person->contact.touches) {
      if (touch.weight <= 0 || days_between(touch.day, overview.now.today) > circle_days) continue;
      times[node].weight += touch.weight;
      ++times[node].touches;
    }
  }
  return times;
}

Group group_of(const Overview& overview, std::span<const std::size_t> places,
               std::span<const std::size_t> nodes) {
  Group group;
  for (const std::size_t node : nodes) group.people.push_back(overview.ties[places[node]].who());
  return group;
}

void largest_first(std::vector<Group>& groups) {
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.people.size() > b.people.size(); });
}

std::vector<Group> pockets_of(const Overview& overview, std::span<const std::size_t> places,
                              const network::Graph& graph) {
  const network::Components parts = network::components(graph);
  std::vector<std::vector<std::size_t>> nodes(parts.count);
  for (std::size_t node = 0; node < parts.of.size(); ++node) nodes[parts.of[node]].push_back(node);
  std::vector<Group> groups;
  for (const auto& pocket : nodes)
    if (pocket.size() >= 2) groups.push_back(group_of(overview, places, pocket));
  largest_first(groups);
  return groups;
}

void add_picture(Circles& circles, const Overview& overview, std::span<const std::size_t> places,
                 const network::Graph& graph) {
  for (std::size_t node = 0; node < places.size(); ++node) {
    const Tie& tie = overview.ties[places[node]];
    circles.members.push_back({tie.who(), *tie.liveliness, tie.standing->layer});
    for (const network::Neighbour& other : graph.of(node))
      if (node < other.node) circles.acquainted.push_back({node, other.node});
  }
}

void add_cliques(Circles& circles, const Overview& overview, std::span<const std::size_t> places,
                 const network::Cliques& found) {
  constexpr std::size_t least = 3, most = 20;
  for (const auto& members : found.members)
    if (members.size() >= least) circles.cliques.push_back(group_of(overview, places, members));
  largest_first(circles.cliques);
  if (found.end != network::CliqueEnd::complete)
    circles.cliques_note = in_words(
        Said(found.end == network::CliqueEnd::too_many ? "report.cliques_many" : "report.cliques_late"),
        overview.language);
  else if (circles.cliques.size() > most)
    circles.cliques_note =
        in_words(count_said("report.cliques_largest", circles.cliques.size()), overview.language);
  if (circles.cliques.size() > most) circles.cliques.resize(most);
}

void add_echo(Circles& circles, const Overview& overview, std::span<const std::size_t> places,
              const network::Cliques& cliques) {
  const std::vector<network::RecentTime> times = times_of(overview, places);
  const auto indulgence = network::clique_indulgence(cliques, times);
  int touches = 0;
  for (const network::RecentTime& time : times) touches += time.touches;
  if (indulgence) {
    circles.echo_word = indulgence->word;
    if (indulgence->clique)
      circles.echo_group = group_of(overview, places, cliques.members[*indulgence->clique]);
  }
  circles.echo = echo_figure(indulgence, circles.echo_group, touches, overview.language);
  circles.leaning = network::leaning(
      indulgence,
      relations::taking_and_giving(whole_ledger(overview), all_asks(overview), overview.now.today));
  circles.leaning_text = in_words(leaning_said(circles.leaning), overview.language);
}

}  // namespace

Said pairs_evidence(const network::PairCounts& pairs) {
  return Said("report.pairs_evidence",
              {{"known", said_number(pairs.known())}, {"pairs", said_number(pairs.pairs)}});
}

namespace {

Figure pairs_figure(const network::PairCounts& pairs, Language language) {
  if (pairs.pairs == 0) return not_enough(Said("report.no_two"), language);
  return figure_of(static_cast<double>(pairs.known()) / static_cast<double>(pairs.pairs),
                   Said("report.pairs",
                        {{"known", said_number(pairs.known())}, {"unknown", said_number(pairs.unknown())}}),
                   Said("report.pairs_signs", {{"said", said_number(pairs.said)},
                                               {"inferred", said_number(pairs.inferred)},
                                               {"denied", said_number(pairs.denied)}}),
                   language);
}

}  // namespace

void add_structure(Circles& circles, const network::EgoStructure& by_heads,
                   const network::EgoStructure& by_time, Language language) {
  const network::PairCounts& pairs = circles.pairs;
  const Said evidence = pairs_evidence(pairs);
  circles.pairs_known = pairs_figure(pairs, language);
  const auto figure = [&](const std::optional<double>& value, auto said) {
    if (by_heads.alters < 2 || (pairs.known() > 0 && !value))
      return not_enough(Said("report.no_two"), language);
    if (pairs.known() == 0) {
      Said missing = evidence;
      missing.key = "report.no_pairs";
      return not_enough(missing, language);
    }
    return figure_of(*value, said(*value), evidence, language);
  };
  circles.effective_size = figure(by_heads.effective_size, [&](double value) {
    Said said = count_said("report.effective_size", by_heads.alters);
    said.arguments.push_back({"value", decimal(value, 1, language)});
    return said;
  });
  circles.efficiency =
      figure(by_heads.efficiency, [](double value) { return percent_said("report.efficiency", value); });
  const auto with_value = [&](std::string_view key) {
    return [&, key](double value) { return Said(key, {{"value", decimal(value, 2, language)}}); };
  };
  circles.constraint = figure(by_heads.constraint, with_value("report.constraint"));
  circles.constraint_by_time = figure(by_time.constraint, with_value("report.constraint_by_time"));
  circles.clustering =
      figure(by_heads.clustering, [](double value) { return percent_said("report.clustering", value); });
  circles.pockets = figure(static_cast<double>(by_heads.pockets),
                           [&](double) { return count_said("report.pockets", by_heads.pockets); });
}

Figure echo_figure(const std::optional<network::Indulgence>& indulgence, const Group& group, int touches,
                   Language language) {
  const auto count = static_cast<std::size_t>(touches);
  if (!indulgence) return not_enough(count_said("report.few_touches", count), language);
  const Said evidence = count_said("report.touches", count);
  if (!indulgence->clique) return figure_of(0, Said("report.no_circle"), evidence, language);
  const auto figure = [&](std::string_view key) {
    return figure_of(
        indulgence->share,
        Said(key, {{"percent", percent(indulgence->share)}, {"people", names_in(group.people, language)}}),
        evidence, language);
  };
  switch (indulgence->word) {
    case EchoWord::echo:
      return figure("report.echo");
    case EchoWord::hint:
      return figure("report.one_circle");
    case EchoWord::balanced:
      break;
  }
  return figure("report.spread");
}

Said leaning_said(Leaning leaning) {
  switch (leaning) {
    case Leaning::hedgehog:
      return Said("report.hedgehog");
    case Leaning::coyote:
      return Said("report.coyote");
    case Leaning::both:
      return Said("report.hedgehog_coyote");
    case Leaning::balanced:
      break;
  }
  return Said("report.balanced");
}

Circles circles_of(const Overview& overview, const OutOfTime& out_of_time) {
  const std::vector<std::size_t> places = living_places(overview);
  const network::PairKnowledge known = pairs_among(overview, places);
  std::vector<double> strengths;
  for (const std::size_t place : places) strengths.push_back(overview.ties[place].strength());
  Circles circles;
  circles.pairs = known.counts;
  add_picture(circles, overview, places, known.ties);
  add_structure(circles, network::ego_structure(known.ties, strengths, network::Weighting::binary),
                network::ego_structure(known.ties, strengths, network::Weighting::weighted),
                overview.language);
  if (known.counts.known() > 0) circles.pocket_groups = pockets_of(overview, places, known.ties);
  const network::Cliques cliques = network::maximal_cliques(known.ties, {10'000, out_of_time});
  add_cliques(circles, overview, places, cliques);
  add_echo(circles, overview, places, cliques);
  return circles;
}

}  // namespace goodturn::helper
