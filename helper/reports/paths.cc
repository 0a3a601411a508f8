#include "helper/reports/paths.h"

#include <algorithm>

#include "helper/words/words.h"

namespace goodturn::helper {

Paths::Paths(const Overview& overview)
    : overview_(overview),
      known_(network::pair_knowledge(overview.ties.size(), overview.snapshot.signs(), overview.now.today)) {
  strengths_.reserve(overview.ties.size());
  for (const Tie& tie : overview.ties)
    strengths_.push_back(tie.is_living() && tie.is_open() ? tie.strength() : 0);
}

Way Paths::to(std::size_t person) const {
  constexpr std::size_t most = 3;
  Way way;
  if (overview_.ties[person].is_living())
    way.steps = 1;
  else
    way.steps = network::steps_to(known_.ties, person, strengths_);
  if (way.steps != 1)
    for (const network::WarmPath& path : network::warm_paths(known_.ties, person, strengths_))
      if (way.via.size() < most) way.via.push_back(overview_.ties[path.via].who());
  way.text = way_words(way.steps, way.via, overview_.language);
  return way;
}

std::string way_words(const std::optional<int>& steps, const std::vector<Who>& via, Language language) {
  if (!steps) return in_words(Said("report.no_way"), language);
  if (via.empty()) return in_words(Said("report.in_touch"), language);
  return in_words(Said("report.way", {{"people", names_in(via, language)}, {"steps", std::int64_t{*steps}}}),
                  language);
}

}  // namespace goodturn::helper
