#include "core/network/diversity.h"

#include <map>
#include <numeric>
#include <vector>

namespace goodturn::network {
namespace {

struct Group {
  int heads = 0;
  double strength = 0;
};

/// B and what follows from it; `parts` >= 0 with a sum > 0.
Diversity from_parts(std::span<const double> parts) {
  const double total = std::accumulate(parts.begin(), parts.end(), 0.0);
  double squares = 0;
  for (const double part : parts) squares += part / total * (part / total);
  Diversity result;
  result.categories = static_cast<int>(parts.size());
  result.blau = 1 - squares;
  result.effective = 1 / squares;
  const auto k = static_cast<double>(parts.size());
  if (parts.size() > 1) result.iqv = result.blau * k / (k - 1);
  return result;
}

}  // namespace

std::optional<Diversity> diversity(std::span<const int> counts) {
  const double n = std::accumulate(counts.begin(), counts.end(), 0);
  if (n <= 0) return std::nullopt;
  const std::vector<double> parts(counts.begin(), counts.end());
  Diversity result = from_parts(parts);
  result.known = static_cast<int>(n);
  if (n < 2) return result;
  double same = 0;
  for (const double part : parts) same += part * (part - 1);
  result.unbiased = 1 - same / (n * (n - 1));
  return result;
}

std::optional<DiversityViews> diversity_of(std::span<const GroupMember> members) {
  std::map<std::string, Group> groups;
  int unknown = 0;
  for (const GroupMember& member : members) {
    if (!member.category) {
      ++unknown;
      continue;
    }
    Group& group = groups[*member.category];
    ++group.heads;
    group.strength += member.strength;
  }
  std::vector<int> counts;
  std::vector<double> strengths;
  for (const auto& [name, group] : groups) {
    counts.push_back(group.heads);
    if (group.strength > 0) strengths.push_back(group.strength);
  }
  const std::optional<Diversity> heads = diversity(counts);
  if (!heads) return std::nullopt;
  DiversityViews views{*heads, std::nullopt};
  views.heads.unknown = unknown;
  if (strengths.empty()) return views;
  views.time = from_parts(strengths);
  views.time->known = heads->known;
  views.time->unknown = unknown;
  return views;
}

}  // namespace goodturn::network
