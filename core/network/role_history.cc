#include "core/network/role_history.h"

#include <algorithm>

namespace goodturn::network {
namespace {

bool holds_on(const RoleTerm& term, Day day) {
  return term.since <= day && (!term.until || day < *term.until);
}

}  // namespace

std::vector<RoleHolder> holders_on(std::span<const RoleTerm> terms, Day day,
                                   const std::function<relations::Liveliness(const Uid&)>& liveliness) {
  std::vector<RoleHolder> holders;
  for (const RoleTerm& term : terms)
    if (holds_on(term, day)) holders.push_back({term.person, term.role, liveliness(term.person)});
  return holders;
}

bool was_closed(std::span<const RoleTerm> terms, const Uid& person, const std::string& role, Day day) {
  bool closed = false;
  for (const RoleTerm& term : terms) {
    if (term.person != person || term.role != role) continue;
    if (holds_on(term, day)) return false;
    closed = closed || (term.until && *term.until <= day);
  }
  return closed;
}

std::vector<RoleTerm> history_of(std::span<const RoleTerm> terms, const Uid& person) {
  std::vector<RoleTerm> history;
  for (const RoleTerm& term : terms)
    if (term.person == person) history.push_back(term);
  std::stable_sort(history.begin(), history.end(),
                   [](const RoleTerm& left, const RoleTerm& right) { return left.since < right.since; });
  return history;
}

}  // namespace goodturn::network
