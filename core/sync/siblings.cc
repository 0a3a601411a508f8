#include "core/sync/siblings.h"

#include <algorithm>

#include "core/sync/version.h"

namespace goodturn::sync {
namespace {

using text::Component;
using Group = std::vector<const Component*>;

std::map<std::string, Group> by_key(const Side& side) {
  std::map<std::string, Group> groups;
  for (const Component& one : side.components) groups[key_of(side.document, one)].push_back(&one);
  return groups;
}

Group taken(std::map<std::string, Group>& groups, const std::string& key) {
  auto node = groups.extract(key);
  return node.empty() ? Group() : std::move(node.mapped());
}

/// Names the components of one key.
class Family {
 public:
  Family(std::string key, const Side& base, const Side& ours, const Side& theirs, Siblings& named)
      : key_(std::move(key)), base_(base), ours_(ours), theirs_(theirs), named_(named) {}

  void name(Group base, Group ours, Group theirs) {
    if (base.size() <= 1 && ours.size() <= 1 && theirs.size() <= 1) {
      if (!base.empty()) named_.base.emplace(key_, base.front());
      if (!ours.empty()) named_.ours.emplace(key_, ours.front());
      if (!theirs.empty()) named_.theirs.emplace(key_, theirs.front());
      return;
    }
    std::vector<std::string> names;
    for (const Component* one : base) {
      names.push_back(next_name());
      named_.base.emplace(names.back(), one);
    }
    ours = follow(base, names, std::move(ours), ours_, named_.ours);
    theirs = follow(base, names, std::move(theirs), theirs_, named_.theirs);
    name_new(ours, std::move(theirs));
  }

 private:
  std::string next_name() { return key_ + "\n" + std::to_string(++count_); }

  /// Gives back those that have no counterpart in the base.
  Group follow(const Group& base, const std::vector<std::string>& names, Group group, const Side& side,
               Siblings::Named& named) const {
    for (std::size_t at = 0; at < base.size(); ++at) {
      const auto found = std::find_if(group.begin(), group.end(), [&](const Component* one) {
        return same_meaning(base_.document, *base[at], side.document, *one);
      });
      if (found == group.end()) continue;
      named.emplace(names[at], *found);
      group.erase(found);
    }
    for (const std::string& name : names) {
      if (group.empty() || named.contains(name)) continue;
      named.emplace(name, group.front());
      group.erase(group.begin());
    }
    return group;
  }

  void name_new(const Group& ours, Group theirs) {
    for (const Component* one : ours) {
      const std::string name = next_name();
      named_.ours.emplace(name, one);
      const auto same = std::find_if(theirs.begin(), theirs.end(), [&](const Component* other) {
        return same_meaning(ours_.document, *one, theirs_.document, *other);
      });
      if (same == theirs.end()) continue;
      named_.theirs.emplace(name, *same);
      theirs.erase(same);
    }
    for (const Component* one : theirs) named_.theirs.emplace(next_name(), one);
  }

  std::string key_;
  const Side& base_;
  const Side& ours_;
  const Side& theirs_;
  Siblings& named_;
  int count_ = 0;
};

}  // namespace

Siblings siblings_of(const Side& base, const Side& ours, const Side& theirs) {
  auto before = by_key(base);
  auto mine = by_key(ours);
  auto other = by_key(theirs);
  Siblings named;
  while (!before.empty() || !mine.empty() || !other.empty()) {
    const std::string key = !before.empty() ? before.begin()->first
                            : !mine.empty() ? mine.begin()->first
                                            : other.begin()->first;
    Family(key, base, ours, theirs, named).name(taken(before, key), taken(mine, key), taken(other, key));
  }
  return named;
}

bool same_meaning(const text::Document& left, const Component& one, const text::Document& right,
                  const Component& other) {
  return text::semantically_equal(text::Document::parse(raw_of(left, one)),
                                  text::Document::parse(raw_of(right, other)));
}

}  // namespace goodturn::sync
