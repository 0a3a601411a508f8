// Do the user's ties stay within the own group, more than chance would have it?
#pragma once

#include <optional>
#include <span>
#include <string>

namespace goodturn::network {

/// The E-I index is never shown without what random choice would give.
struct ExternalInternal {
  int external = 0;
  int internal = 0;
  int unknown = 0;                   ///< contacts without a value, left out: print it
  double index = 0;                  ///< (E − I)/(E + I), range [−1, 1]; −1 all inside
  std::optional<double> expected;    ///< 1 − 2·share of own group; nullopt when the population is unknown
  std::optional<double> difference;  ///< index − expected; negative: more inside than by chance
};

/// From counts. `own_in_population` of `population` people with a known value belong to the own group; the
/// default population is all cards. nullopt without ties. Source: metrics.md 2.12 (Krackhardt & Stern 1988).
[[nodiscard]] std::optional<ExternalInternal> external_internal(int external, int internal,
                                                                int own_in_population, int population);

/// From groups: nullopt entries are unknown and counted apart, in `contacts` and in `population`.
[[nodiscard]] std::optional<ExternalInternal> external_internal(
    const std::string& own, std::span<const std::optional<std::string>> contacts,
    std::span<const std::optional<std::string>> population);

}  // namespace goodturn::network
