#include "core/network/acquaintance.h"

#include <algorithm>
#include <cmath>

namespace goodturn::network {

CommonContacts common_contacts(const Graph& graph, std::size_t a, std::size_t b) {
  CommonContacts common;
  const auto others = graph.of(b);
  auto next = others.begin();
  for (const Neighbour& tie : graph.of(a)) {
    while (next != others.end() && next->node < tie.node) ++next;
    if (next == others.end() || next->node != tie.node) continue;
    const auto degree = static_cast<double>(graph.of(tie.node).size());
    ++common.count;
    common.adamic_adar += 1 / std::log(degree);
    common.resource_allocation += 1 / degree;
  }
  const std::size_t all = graph.of(a).size() + others.size() - common.count;
  if (all > 0) common.jaccard = static_cast<double>(common.count) / static_cast<double>(all);
  return common;
}

std::optional<double> clique_overlap(const Graph& graph, std::size_t person,
                                     const std::function<bool(std::size_t)>& is_current) {
  const auto contacts = graph.of(person);
  if (contacts.empty()) return std::nullopt;
  const auto shared = std::count_if(contacts.begin(), contacts.end(),
                                    [&](const Neighbour& tie) { return is_current(tie.node); });
  return static_cast<double>(shared) / static_cast<double>(contacts.size());
}

}  // namespace goodturn::network
