#include "core/network/homophily.h"

#include <algorithm>

namespace goodturn::network {
namespace {

using Groups = std::span<const std::optional<std::string>>;

int count_known(Groups groups) {
  return static_cast<int>(
      std::count_if(groups.begin(), groups.end(), [](const auto& group) { return group.has_value(); }));
}

int count_of(Groups groups, const std::string& own) {
  return static_cast<int>(std::count(groups.begin(), groups.end(), own));
}

}  // namespace

std::optional<ExternalInternal> external_internal(int external, int internal, int own_in_population,
                                                  int population) {
  const int ties = external + internal;
  if (ties <= 0) return std::nullopt;
  ExternalInternal result;
  result.external = external;
  result.internal = internal;
  result.index = static_cast<double>(external - internal) / ties;
  if (population <= 0) return result;
  result.expected = 1 - 2.0 * own_in_population / population;
  result.difference = result.index - *result.expected;
  return result;
}

std::optional<ExternalInternal> external_internal(const std::string& own, Groups contacts,
                                                  Groups population) {
  const int known = count_known(contacts), inside = count_of(contacts, own);
  std::optional<ExternalInternal> result =
      external_internal(known - inside, inside, count_of(population, own), count_known(population));
  if (result) result->unknown = static_cast<int>(contacts.size()) - known;
  return result;
}

}  // namespace goodturn::network
