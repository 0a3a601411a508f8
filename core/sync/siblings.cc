#include "core/sync/siblings.h"

#include "core/sync/version.h"
#include "core/text/meaning.h"

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

std::string meaning_of(const text::Document& document, const Component& component) {
  return text::canonical_form(text::Document::parse(raw_of(document, component)));
}

/// Components of one version that wait for their counterpart.
class Waiting {
 public:
  Waiting(const Side& side, Group group) : group_(std::move(group)) {
    for (std::size_t at = 0; at < group_.size(); ++at)
      by_meaning_.emplace(meaning_of(side.document, *group_[at]), at);
  }

  /// The first one with this meaning, which waits no longer; nullptr when there is none.
  const Component* take(const std::string& meaning) {
    const auto found = by_meaning_.lower_bound(meaning);
    if (found == by_meaning_.end() || found->first != meaning) return nullptr;
    const Component* one = std::exchange(group_[found->second], nullptr);
    by_meaning_.erase(found);
    return one;
  }

  /// Those that still wait, in order.
  [[nodiscard]] Group rest() && {
    std::erase(group_, nullptr);
    return std::move(group_);
  }

 private:
  Group group_;
  std::multimap<std::string, std::size_t> by_meaning_;  ///< equal ones in order
};

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
    for (const Component* one : base) {
      old_.push_back({next_name(), meaning_of(base_.document, *one)});
      named_.base.emplace(old_.back().name, one);
    }
    ours = follow(std::move(ours), ours_, named_.ours);
    theirs = follow(std::move(theirs), theirs_, named_.theirs);
    name_new(ours, std::move(theirs));
  }

 private:
  struct Old {
    std::string name;
    std::string meaning;
  };

  std::string next_name() { return key_ + "\n" + std::to_string(++count_); }

  /// Gives back those that have no counterpart in the base.
  Group follow(Group group, const Side& side, Siblings::Named& named) const {
    Waiting waiting(side, std::move(group));
    for (const Old& old : old_)
      if (const Component* same = waiting.take(old.meaning)) named.emplace(old.name, same);
    const Group rest = std::move(waiting).rest();
    auto next = rest.begin();
    for (auto old = old_.begin(); old != old_.end() && next != rest.end(); ++old)
      if (!named.contains(old->name)) named.emplace(old->name, *next++);
    return {next, rest.end()};
  }

  void name_new(const Group& ours, Group theirs) {
    Waiting waiting(theirs_, std::move(theirs));
    for (const Component* one : ours) {
      const std::string name = next_name();
      named_.ours.emplace(name, one);
      if (const Component* same = waiting.take(meaning_of(ours_.document, *one)))
        named_.theirs.emplace(name, same);
    }
    for (const Component* one : std::move(waiting).rest()) named_.theirs.emplace(next_name(), one);
  }

  std::string key_;
  const Side& base_;
  const Side& ours_;
  const Side& theirs_;
  Siblings& named_;
  std::vector<Old> old_;  ///< the base's, in order
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
