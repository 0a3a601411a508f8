#include "core/network/readiness.h"

#include <algorithm>
#include <vector>

namespace goodturn::network {
namespace {

constexpr int deep = 2;

std::vector<ReadinessContact> strongest(std::span<const ReadinessContact> contacts) {
  constexpr std::size_t top = 15;
  std::vector<ReadinessContact> ranked;
  for (const ReadinessContact& contact : contacts)
    if (contact.strength > 0) ranked.push_back(contact);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const ReadinessContact& left, const ReadinessContact& right) {
                     return left.strength > right.strength;
                   });
  ranked.resize(std::min(top, ranked.size()));
  return ranked;
}

int bench_of(std::span<const ReadinessContact> contacts) {
  return static_cast<int>(
      std::count_if(contacts.begin(), contacts.end(), [](const ReadinessContact& contact) {
        return contact.alive && contact.external && contact.depth >= deep;
      }));
}

}  // namespace

std::optional<Readiness> readiness(const ReadinessParts& parts) {
  Readiness result;
  result.parts = parts;
  double sum = 0;
  for (const std::optional<double>& part : {parts.roles, parts.bench, parts.balanced, parts.warm}) {
    if (!part) continue;
    sum += *part;
    ++result.parts_known;
  }
  if (result.parts_known == 0) return std::nullopt;
  result.value = sum / result.parts_known;
  return result;
}

ReadinessAdvice advice_for(const std::optional<Readiness>& state, bool in_crisis) {
  constexpr double enough = 0.5;
  if (in_crisis) return ReadinessAdvice::warm_contacts_first;
  return state && state->value < enough ? ReadinessAdvice::build_now : ReadinessAdvice::none;
}

ReadinessParts readiness_parts(std::span<const ReadinessContact> contacts,
                               std::optional<double> active_coverage) {
  constexpr double least_balance = -0.2, rhythms = 2, bench_size = 8;
  relations::Share balanced, warm;
  for (const ReadinessContact& contact : strongest(contacts)) {
    ++warm.whole;
    warm.part += contact.days_since_free_touch && *contact.days_since_free_touch <= rhythms * contact.cadence;
    if (!contact.balance) continue;
    ++balanced.whole;
    balanced.part += *contact.balance >= least_balance;
  }
  ReadinessParts parts{active_coverage, {},  balanced.value(), warm.value(), bench_of(contacts),
                       balanced,        warm};
  if (!contacts.empty()) parts.bench = std::min(1.0, parts.bench_people / bench_size);
  return parts;
}

relations::Share deep_share(std::span<const int> depths) {
  relations::Share share;
  for (const int depth : depths) {
    if (depth <= 0) continue;
    ++share.whole;
    share.part += depth >= deep;
  }
  return share;
}

}  // namespace goodturn::network
