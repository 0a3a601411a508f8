#include "tests/model/oracle.h"

#include <algorithm>

#include "tests/model/cards.h"

namespace goodturn::model {

void Oracle::note_uids(const std::string& text) {
  const std::string uid = uid_in(text);
  for (const int value : values_in(text)) values_[static_cast<std::size_t>(value)].uid = uid;
}

void Oracle::replaced(const std::string& before, const std::string& after) {
  note_uids(after);
  const std::set<int> left = values_in(after);
  for (const int value : values_in(before))
    if (!left.contains(value)) values_[static_cast<std::size_t>(value)].replaced = true;
}

void Oracle::overwritten(const std::string& seen, const std::string& present, const std::string& after) {
  replaced(seen, after);
  const std::set<int> left = values_in(after);
  const std::set<int> known = values_in(seen);
  for (const int value : values_in(present))
    if (!left.contains(value) && !known.contains(value))
      values_[static_cast<std::size_t>(value)].overwritten = true;
}

std::vector<int> Oracle::lost(const std::set<int>& kept, const std::set<int>& logged) const {
  std::vector<int> lost;
  for (int number = 1; number < static_cast<int>(values_.size()); ++number) {
    const Value& value = values_[static_cast<std::size_t>(number)];
    if (value.uid.empty() || value.replaced || kept.contains(number)) continue;
    if (value.overwritten && (!value.local || logged.contains(number))) continue;
    lost.push_back(number);
  }
  return lost;
}

bool Oracle::came_back(const std::string& text) const {
  const std::set<int> there = values_in(text);
  return !there.empty() && !may_return_.contains(uid_in(text)) &&
         std::all_of(there.begin(), there.end(),
                     [&](int value) { return values_[static_cast<std::size_t>(value)].replaced; });
}

}  // namespace goodturn::model
