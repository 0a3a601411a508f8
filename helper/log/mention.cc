#include <algorithm>

#include "helper/log/line.h"
#include "helper/people/search.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t most_candidates = 20;

NameCandidate name_candidate_of(const Person& person) {
  const people::Card& card = person.card;
  return {card.uid, card.name, card.organisation, card.emails.empty() ? "" : card.emails.front(), card.tags};
}

std::vector<calendar::KnownName> known_names(const Snapshot& snapshot) {
  std::vector<calendar::KnownName> names;
  names.reserve(snapshot.persons().size());
  for (const Person& person : snapshot.persons())
    names.push_back({person.card.uid, person.card.name, person.card.nicknames, person.card.organisation});
  return names;
}

std::vector<calendar::KnownName> known_names(const std::vector<calendar::Community>& communities) {
  std::vector<calendar::KnownName> names;
  for (const calendar::Community& one : communities) names.push_back({one.uid, one.name, {}, ""});
  return names;
}

}  // namespace

Mention find_mention(const std::string& name, const Snapshot& snapshot) {
  const calendar::NameMatch match = calendar::match_name(name, known_names(snapshot), folded);
  Mention mention{name, match.outcome, {}};
  for (const Uid& uid : match.candidates) {
    if (mention.candidates.size() == most_candidates) break;
    if (const Person* person = snapshot.by_uid(uid)) mention.candidates.push_back(name_candidate_of(*person));
  }
  return mention;
}

Mention find_community(const std::string& name, const Snapshot& snapshot) {
  const auto known = known_names(snapshot.journals().communities);
  const calendar::NameMatch match = calendar::match_name(name, known, folded);
  Mention mention{name, match.outcome, {}};
  for (const Uid& uid : match.candidates)
    for (const calendar::KnownName& one : known)
      if (one.uid == uid && mention.candidates.size() < most_candidates)
        mention.candidates.push_back({uid, one.name, "", "", {}});
  return mention;
}

bool Proposal::is_clear() const {
  return std::all_of(mentions.begin(), mentions.end(),
                     [](const Mention& mention) { return mention.outcome == calendar::NameOutcome::unique; });
}

}  // namespace goodturn::helper
