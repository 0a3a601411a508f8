// How varied the network is: by organisation, function, region, level, how met and the user's own dimensions.
#pragma once

#include <string>
#include <vector>

#include "core/network/diversity.h"
#include "core/network/homophily.h"
#include "helper/reports/overview.h"

namespace goodturn::helper {

/// People of one group and the share of the user's time they get.
struct GroupShare {
  std::string group;
  int people = 0;
  double heads = 0;  ///< share of the people with a value, [0, 1]
  double time = 0;   ///< share of their strength, [0, 1]
};

struct Dimension {
  std::string
      name;  ///< "organisation", "unit", "function", "region", "seniority", "how met" or the user's own
  bool is_own = false;  ///< made by the user
  int known = 0;        ///< contacts with a value
  int unknown = 0;
  std::vector<GroupShare> groups;  ///< most people first, at most 20
  Figure heads, time;              ///< effective number of groups
  Figure homophily;                ///< the E-I index beside what chance would give
};

/// Nothing protected is looked at: only what stands here and what the user made. Over the people with a tie
/// that is alive or fading; the population for chance is everybody in the address books. Sources: metrics.md
/// 2.11, 2.12.
[[nodiscard]] std::vector<Dimension> variety_of(const Overview& overview);

enum class Counted { by_heads, by_time };
/// "As if 2.6 equally large groups."
[[nodiscard]] Figure groups_figure(const std::optional<network::Diversity>& diversity, Counted by,
                                   Language language);
/// "3 of 10 outside your own organisation: E-I −0.40; chance would give −0.10."
[[nodiscard]] Figure homophily_figure(const std::optional<network::ExternalInternal>& index,
                                      std::string_view dimension, Language language);

}  // namespace goodturn::helper
