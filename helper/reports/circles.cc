#include "helper/reports/circles.h"

#include <algorithm>

#include "core/network/indulgence.h"
#include "core/relations/giving.h"

namespace goodturn::helper {
namespace {

using network::EchoWord;
using network::Leaning;

constexpr int recent_days = 90;

/// The last 90 days with everybody at `places`.
std::vector<network::RecentTime> times_of(const Overview& overview, std::span<const std::size_t> places) {
  constexpr int innermost = 5;
  std::vector<network::RecentTime> times(places.size());
  for (std::size_t node = 0; node < places.size(); ++node) {
    const Tie& tie = overview.ties[places[node]];
    times[node].inner = tie.standing->layer == innermost;
    for (const relations::Touch& touch : tie.person->contact.touches) {
      if (touch.weight <= 0 || days_between(touch.day, overview.now.today) > recent_days) continue;
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
    circles.cliques_note = found.end == network::CliqueEnd::too_many
                               ? "There are more than 10,000 cliques; the search stopped there."
                               : "The search for cliques was stopped after two seconds.";
  else if (circles.cliques.size() > most)
    circles.cliques_note = "The largest 20 of " + std::to_string(circles.cliques.size()) + " are shown.";
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
  circles.echo = echo_figure(indulgence, circles.echo_group, touches);
  circles.leaning = network::leaning(
      indulgence,
      relations::taking_and_giving(whole_ledger(overview), all_asks(overview), overview.now.today));
}

}  // namespace

std::string pairs_evidence(const network::PairCounts& pairs) {
  return std::to_string(pairs.known()) + " of " + std::to_string(pairs.pairs) + " pairs known";
}

void add_structure(Circles& circles, const network::EgoStructure& by_heads,
                   const network::EgoStructure& by_time) {
  const network::PairCounts& pairs = circles.pairs;
  const std::string evidence = pairs_evidence(pairs);
  circles.pairs_known =
      pairs.pairs == 0
          ? not_enough("fewer than two people you are in touch with")
          : Figure{static_cast<double>(pairs.known()) / static_cast<double>(pairs.pairs),
                   "Whether they know each other is known of " + std::to_string(pairs.known()) +
                       " pairs of contacts and unknown of " + std::to_string(pairs.unknown()) + ".",
                   std::to_string(pairs.said) + " said, " + std::to_string(pairs.inferred) +
                       " seen together, " + std::to_string(pairs.denied) + " do not"};
  const auto figure = [&](const std::optional<double>& value, auto words) {
    if (by_heads.alters < 2) return not_enough("fewer than two people you are in touch with");
    if (pairs.known() == 0)
      return not_enough("of no two contacts it is known whether they know each other (" + evidence + ")");
    if (!value) return not_enough("fewer than two people you are in touch with");
    return Figure{value, words(*value), evidence};
  };
  circles.effective_size = figure(by_heads.effective_size, [&](double value) {
    return "Your " + people_words(by_heads.alters) + " count like " + decimal(value, 1) +
           " who have nothing to do with each other.";
  });
  circles.efficiency = figure(by_heads.efficiency, [](double value) {
    return percent(value) + " of your contacts open a door of their own, as far as is known.";
  });
  const auto leads_back = [](double value) {
    return "How much leads back to the same people: " + decimal(value, 2) + ".";
  };
  circles.constraint = figure(by_heads.constraint, leads_back);
  circles.constraint_by_time =
      figure(by_time.constraint, [&](double value) { return "Counted by time: " + decimal(value, 2) + "."; });
  circles.clustering = figure(by_heads.clustering, [](double value) {
    return percent(value) + " of all pairs of contacts are known to know each other.";
  });
  circles.pockets = figure(static_cast<double>(by_heads.pockets), [&](double) {
    return "Your contacts fall into " + count_words(by_heads.pockets, "pocket") +
           (by_heads.pockets == 1 ? "." : " that only you join, as far as is known.");
  });
}

Figure echo_figure(const std::optional<network::Indulgence>& indulgence, const Group& group, int touches) {
  const std::string evidence = std::to_string(touches) + " touches in 90 days";
  if (!indulgence)
    return not_enough("at least 20 touches in 90 days are needed, there were " + std::to_string(touches));
  if (!indulgence->clique) return {0.0, "No circle of four or more takes most of your time.", evidence};
  const std::string share = percent(indulgence->share);
  switch (indulgence->word) {
    case EchoWord::echo:
      return {indulgence->share,
              share + " of your time went to one circle: " + names_words(group.people) +
                  ". Someone outside it may see things differently.",
              evidence};
    case EchoWord::hint:
      return {indulgence->share,
              share + " of your time went to one circle: " + names_words(group.people) + ".", evidence};
    case EchoWord::balanced:
      break;
  }
  return {
      indulgence->share,
      "Your time is spread; the circle that gets most, " + names_words(group.people) + ", has " + share + ".",
      evidence};
}

std::string leaning_words(Leaning leaning) {
  switch (leaning) {
    case Leaning::hedgehog:
      return "Hedgehog: most of your time stays in one warm circle.";
    case Leaning::coyote:
      return "Coyote: lately more came to you than went out.";
    case Leaning::both:
      return "Hedgehog and coyote: one circle has most of your time, and more came to you than went out.";
    case Leaning::balanced:
      break;
  }
  return "Balanced: neither one circle nor taking prevails.";
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
                network::ego_structure(known.ties, strengths, network::Weighting::weighted));
  if (known.counts.known() > 0) circles.pocket_groups = pockets_of(overview, places, known.ties);
  const network::Cliques cliques = network::maximal_cliques(known.ties, {10'000, out_of_time});
  add_cliques(circles, overview, places, cliques);
  add_echo(circles, overview, places, cliques);
  return circles;
}

}  // namespace goodturn::helper
