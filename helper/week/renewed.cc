#include "helper/week/renewed.h"

namespace goodturn::helper {

std::map<Uid, suggest::Suggestion> renewed(const Snapshot& snapshot,
                                           const std::vector<calendar::FollowUp>& open) {
  std::map<Uid, suggest::Suggestion> found;
  if (open.empty()) return found;
  std::vector<suggest::Contact> fresh;
  for (const calendar::FollowUp& row : open)
    if (const Person* person = snapshot.by_uid(row.person)) {
      fresh.push_back(person->contact);
      std::erase_if(fresh.back().showings, [](const suggest::Showing& showing) { return showing.open; });
    }
  suggest::Ranking ranking = snapshot.ranking();
  ranking.update(std::move(fresh));
  suggest::Settings settings;
  settings.started = snapshot.first_day();
  for (suggest::Suggestion& one : ranking.candidates(settings)) found.emplace(one.id, std::move(one));
  return found;
}

}  // namespace goodturn::helper
