#include "core/network/pairs.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace goodturn::network {
namespace {

constexpr int together_days = 365, together_people = 5, together_times = 2;

/// What all signs of one pair come to.
struct Verdict {
  std::optional<Day> said, denied;
  bool on_record = false;  ///< introduced or RELATED
  int together = 0;
};

void newest(std::optional<Day>& kept, Day day) {
  if (!kept || day > *kept) kept = day;
}

void weigh(Verdict& verdict, const PairSign& sign, Day today) {
  switch (sign.evidence) {
    case PairEvidence::user_said:
      newest(verdict.said, sign.day);
      return;
    case PairEvidence::user_denied:
      newest(verdict.denied, sign.day);
      return;
    case PairEvidence::introduced:
    case PairEvidence::related:
      verdict.on_record = true;
      return;
    case PairEvidence::co_meeting:
    case PairEvidence::cc:
      if (sign.people <= together_people && days_between(sign.day, today) <= together_days)
        ++verdict.together;
  }
}

}  // namespace

PairKnowledge pair_knowledge(std::size_t people, std::span<const PairSign> signs, Day today) {
  std::map<std::pair<std::size_t, std::size_t>, Verdict> verdicts;
  for (const PairSign& sign : signs) {
    if (sign.a == sign.b || sign.a >= people || sign.b >= people || sign.day > today) continue;
    weigh(verdicts[std::minmax(sign.a, sign.b)], sign, today);
  }
  PairCounts counts;
  counts.pairs = people < 2 ? 0 : people * (people - 1) / 2;
  std::vector<Edge> edges;
  for (const auto& [pair, verdict] : verdicts) {
    const bool denied = verdict.denied && (!verdict.said || *verdict.said < *verdict.denied);
    const bool said = !denied && (verdict.said || verdict.on_record);
    const bool inferred = !denied && !said && verdict.together >= together_times;
    counts.denied += denied ? 1 : 0;
    counts.said += said ? 1 : 0;
    counts.inferred += inferred ? 1 : 0;
    if (said || inferred) edges.push_back({pair.first, pair.second, 1});
  }
  return {Graph(people, edges), counts};
}

}  // namespace goodturn::network
