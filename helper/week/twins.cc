#include "helper/week/twins.h"

#include <map>
#include <tuple>

#include "helper/week/settle.h"

namespace goodturn::helper {
namespace {

/// What two follow-ups of one person must have in common to say the same.
using Meaning = std::tuple<const Person*, Rule, std::optional<Uid>>;

}  // namespace

std::vector<calendar::FollowUp> without_twins(const std::vector<calendar::FollowUp>& follow_ups,
                                              const Snapshot& snapshot) {
  std::map<Meaning, Uid>
      chosen;  // the card whose follow-up stays: the one that the person is known by, if any
  const auto meaning_of = [&](const calendar::FollowUp& row) {
    return Meaning(snapshot.by_uid(row.person), row.rule, row.record);
  };
  for (const calendar::FollowUp& row : follow_ups) {
    const Person* person = snapshot.by_uid(row.person);
    if (person == nullptr || !is_open(row)) continue;
    const auto [entry, is_new] = chosen.try_emplace(meaning_of(row), row.person);
    if (!is_new && row.person == person->card.uid) entry->second = row.person;
  }
  std::vector<calendar::FollowUp> kept;
  for (const calendar::FollowUp& row : follow_ups) {
    const auto entry = chosen.find(meaning_of(row));
    if (!is_open(row) || entry == chosen.end() || entry->second == row.person) kept.push_back(row);
  }
  return kept;
}

}  // namespace goodturn::helper
