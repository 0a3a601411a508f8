#include "helper/week/renewed.h"

namespace goodturn::helper {

std::map<Uid, suggest::Suggestion> renewed(const Snapshot& snapshot,
                                           const std::vector<calendar::FollowUp>& open) {
  std::map<Uid, suggest::Suggestion> found;
  if (open.empty()) return found;
  suggest::Ranking ranking = snapshot.ranking();
  for (const calendar::FollowUp& row : open)
    if (const Person* person = snapshot.by_uid(row.person)) {
      suggest::Contact contact = person->contact;
      std::erase_if(contact.showings, [](const suggest::Showing& showing) { return showing.open; });
      ranking.update(std::move(contact));
    }
  suggest::Settings settings;
  settings.started = snapshot.first_day();
  for (suggest::Suggestion& one : ranking.candidates(settings)) found.emplace(one.id, std::move(one));
  return found;
}

}  // namespace goodturn::helper
