#include "helper/reports/paths.h"

#include <algorithm>

namespace goodturn::helper {

Paths::Paths(const Overview& overview)
    : overview_(overview),
      known_(network::pair_knowledge(overview.ties.size(), overview.snapshot.signs(), overview.now.today)) {
  strengths_.reserve(overview.ties.size());
  for (const Tie& tie : overview.ties) strengths_.push_back(tie.is_living() ? tie.strength() : 0);
}

Way Paths::to(std::size_t person) const {
  constexpr std::size_t most = 3;
  Way way;
  way.steps = network::steps_to(known_.ties, person, strengths_);
  if (way.steps != 1)
    for (const network::WarmPath& path : network::warm_paths(known_.ties, person, strengths_))
      if (way.via.size() < most) way.via.push_back(overview_.ties[path.via].who());
  way.text = way_words(way.steps, way.via);
  return way;
}

std::string way_words(const std::optional<int>& steps, const std::vector<Who>& via) {
  if (!steps) return "no warm path is known";
  if (via.empty()) return "you are in touch";
  return "through " + names_words(via) + ", " + std::to_string(*steps) + " steps";
}

}  // namespace goodturn::helper
