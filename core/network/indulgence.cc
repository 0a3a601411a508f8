#include "core/network/indulgence.h"

#include <algorithm>

namespace goodturn::network {
namespace {

constexpr std::size_t least_members = 4;
constexpr int least_touches = 20;

bool counts(const std::vector<std::size_t>& clique, std::span<const RecentTime> times) {
  return clique.size() >= least_members &&
         !std::all_of(clique.begin(), clique.end(), [&](std::size_t member) { return times[member].inner; });
}

EchoWord word_of(double share) {
  constexpr double hint = 0.4, echo = 0.6;
  if (share > echo) return EchoWord::echo;
  return share >= hint ? EchoWord::hint : EchoWord::balanced;
}

}  // namespace

std::optional<Indulgence> clique_indulgence(const Cliques& cliques, std::span<const RecentTime> times) {
  Indulgence result;
  double all = 0;
  for (const RecentTime& time : times) {
    all += time.weight;
    result.touches += time.touches;
  }
  if (result.touches < least_touches || all <= 0) return std::nullopt;
  for (std::size_t i = 0; i < cliques.members.size(); ++i) {
    if (!counts(cliques.members[i], times)) continue;
    double weight = 0;
    for (const std::size_t member : cliques.members[i]) weight += times[member].weight;
    if (result.clique && weight / all <= result.share) continue;
    result.clique = i;
    result.share = weight / all;
  }
  result.word = word_of(result.share);
  return result;
}

}  // namespace goodturn::network
