#include "tests/model/taken_away.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tests/model/cards.h"

namespace goodturn::model {

TakenAway::TakenAway(Machine& machine) : machine_(machine), uids_(uids()), trashed_(trashed()) {}

std::set<std::string> TakenAway::uids() const {
  std::set<std::string> found;
  for (const auto& [href, text] : machine_.items()) found.insert(uid_in(text));
  return found;
}

std::map<std::string, int> TakenAway::trashed() const {
  std::map<std::string, int> found;
  // Looking is no step of the sync.
  auto step = std::exchange(machine_.store().step, [] {});
  const auto rows = machine_.store().trash();
  machine_.store().step = std::move(step);
  for (const sync::Trashed& row : *rows)
    if (row.uid.value == uid_in(row.text)) ++found[row.uid.value];
  return found;
}

std::optional<std::string> TakenAway::judge(const tests::FakeServer& server, const Excuses& excuses) const {
  const std::set<std::string> now = uids();
  std::set<std::string> vanished;
  std::set_difference(uids_.begin(), uids_.end(), now.begin(), now.end(),
                      std::inserter(vanished, vanished.end()));
  for (const std::string& uid : excuses.deleted_here) vanished.erase(uid);
  if (vanished.empty()) return std::nullopt;
  if (excuses.blank && !excuses.confirmed)
    return "deleted here while the server was blank: " + *vanished.begin();
  const auto kept = trashed();
  for (const std::string& uid : vanished) {
    const auto before = trashed_.find(uid);
    const auto after = kept.find(uid);
    if (after == kept.end() || (before != trashed_.end() && before->second == after->second))
      return "deleted there and not in the trash here: " + uid;
  }
  if (excuses.blank) return std::nullopt;
  for (const auto& [href, resource] : server.resources)
    if (const std::string uid = uid_in(resource.text);
        vanished.contains(uid) && !excuses.unseen.contains(uid))
      return "deleted here, and the server still has it: " + href;
  return std::nullopt;
}

}  // namespace goodturn::model
