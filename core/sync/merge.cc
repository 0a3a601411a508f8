#include "core/sync/merge.h"

#include <algorithm>
#include <set>

#include "core/sync/lines.h"
#include "core/sync/siblings.h"
#include "core/sync/value_merge.h"

namespace goodturn::sync {
namespace {

using text::Component;
using text::Document;
using Edit = text::LineEdit;
/// Lines by the group that they stand in.
using Groups = std::map<std::string_view, Lines>;

bool same(const Lines& left, const Lines& right) {
  return left.size() == right.size() && same_meanings(left, right);
}

Groups by_group(const Entries& entries) {
  Groups groups;
  for (const auto& [name, lines] : entries)
    for (const Entry& entry : lines)
      if (!entry.property.group.empty()) groups[entry.property.group].push_back(entry);
  return groups;
}

const Lines& lines_of(const Entries& entries, const std::string& name) {
  static const Lines none;
  const auto found = entries.find(name);
  return found == entries.end() ? none : found->second;
}

/// Group, name and parameters of a content line with the colon.
std::string header_of(const Entry& entry) {
  return entry.content.substr(
      0, entry.content.size() - std::min(entry.content.size(), entry.property.value.size()));
}

bool is_encoded(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const Entry& entry) { return !entry.property.parameter("ENCODING").empty(); });
}

std::string values_of(const Lines& lines) {
  std::string values;
  for (const Entry& entry : lines) values += (values.empty() ? "" : ",") + entry.property.value;
  return values;
}

class Merger {
 public:
  Merger(const Document& base, const Document& local, const Document& remote)
      : base_(base), local_(local), remote_(remote) {}

  /// An item is one card or one calendar, whatever its UID is now. A text with several holds as many items,
  /// each of which is merged, added or removed by itself.
  void whole() {
    const auto& before = base_.components();
    const auto& ours = local_.components();
    const auto& theirs = remote_.components();
    if (before.size() <= 1 && ours.size() == 1 && theirs.size() == 1)
      component(before.empty() ? nullptr : &before.front(), ours.front(), theirs.front());
    else
      together(before, ours, theirs, remote_.lines().size());
  }

  Merged finish() && {
    Document result = remote_;
    result.apply(std::move(edits_));
    return {result.print(), std::move(conflicts_)};
  }

 private:
  void component(const Component* base, const Component& local, const Component& remote) {
    const Entries before = base == nullptr ? Entries() : entries_of(base_, *base);
    const Entries ours = entries_of(local_, local);
    const Entries theirs = entries_of(remote_, remote);
    end_ = remote_.insertion_point(remote);
    find_taken_groups(ours, theirs);
    std::set<std::string> names;
    for (const Entries* entries : {&before, &ours})
      for (const auto& [name, lines] : *entries) names.insert(name);
    for (const std::string& name : names)
      property(name, lines_of(before, name), lines_of(ours, name), lines_of(theirs, name));
    static const std::vector<Component> none;
    together(base == nullptr ? none : base->children, local.children, remote.children, end_);
  }

  void property(const std::string& name, const Lines& before, const Lines& ours, const Lines& theirs) {
    if (same(ours, before) || same(ours, theirs)) return;
    const bool both_changed = !same(theirs, before);
    const bool single = before.size() <= 1 && ours.size() == 1 && theirs.size() == 1;
    if (both_changed && is_list(name) && !is_encoded(ours) && !is_encoded(theirs))
      list(before, ours, theirs);
    else if (both_changed && single && is_structured(name) && (!is_repeatable(name) || !before.empty()) &&
             !is_encoded(ours) && !is_encoded(theirs))
      structured(name, before, ours.front(), theirs.front());
    else if (both_changed && single && !is_repeatable(name))
      clash(name, ours.front(), theirs.front());
    else
      set(before, ours, theirs);
  }

  void list(const Lines& before, const Lines& ours, const Lines& theirs) {
    const std::string merged = merge_lists(values_of(before), values_of(ours), values_of(theirs));
    if (theirs.empty()) {
      if (!merged.empty()) edits_.push_back({Edit::Kind::insert, end_, header_of(ours.front()) + merged});
      return;
    }
    const std::size_t first = theirs.front().number;
    if (merged.empty())
      edits_.push_back({Edit::Kind::erase, first, {}});
    else if (merged != values_of(theirs) || theirs.size() > 1)
      edits_.push_back({Edit::Kind::replace, first, header_of(theirs.front()) + merged});
    for (std::size_t at = 1; at < theirs.size(); ++at)
      edits_.push_back({Edit::Kind::erase, theirs[at].number, {}});
  }

  void structured(const std::string& name, const Lines& before, const Entry& ours, const Entry& theirs) {
    const std::string base = before.empty() ? std::string() : before.front().property.value;
    const MergedValue merged = merge_components(base, ours.property.value, theirs.property.value);
    if (merged.value != theirs.property.value)
      edits_.push_back({Edit::Kind::replace, theirs.number, header_of(theirs) + merged.value});
    if (!merged.lost_local.empty())
      conflict(name, merged.lost_local, text::decoded_text(theirs.property), header_of(theirs) + merged.mine);
    const bool header_changed =
        before.empty() || ours.property.parameters != before.front().property.parameters;
    if (header_changed && ours.property.parameters != theirs.property.parameters)
      conflict(name, ours.content, theirs.content, ours.content);
  }

  void clash(const std::string& name, const Entry& ours, const Entry& theirs) {
    const std::string mine = text::decoded_text(ours.property);
    const std::string other = text::decoded_text(theirs.property);
    if (mine == other)
      conflict(name, ours.content, theirs.content, ours.content);
    else
      conflict(name, mine, other, ours.content);
  }

  void conflict(const std::string& property, std::string mine, std::string other, std::string line) {
    conflicts_.push_back({0, 0, Href(), property, std::move(mine), std::move(other), Instant(), Cause::clash,
                          std::move(line)});
  }

  /// What we removed goes, what we added comes; a changed line takes the place of its predecessor.
  void set(const Lines& before, const Lines& ours, const Lines& theirs) {
    const Lines added = without(without(ours, before), theirs);
    const Meanings known(before);
    Lines removed = without(theirs, ours);
    std::erase_if(removed, [&](const Entry& entry) { return !known.has(entry); });
    for (std::size_t at = 0; at < std::max(added.size(), removed.size()); ++at) {
      if (at < added.size() && at < removed.size())
        edits_.push_back({Edit::Kind::replace, removed[at].number, regrouped(added[at])});
      else if (at < added.size())
        edits_.push_back({Edit::Kind::insert, end_, regrouped(added[at])});
      else
        edits_.push_back({Edit::Kind::erase, removed[at].number, {}});
    }
  }

  /// Groups of ours that mean something else on the other side get a free name: a label must not move to a
  /// stranger's line.
  void find_taken_groups(const Entries& ours, const Entries& theirs) {
    new_groups_.clear();
    const Groups mine = by_group(ours);
    const Groups other = by_group(theirs);
    int free = 1;
    for (const auto& [group, lines] : mine) {
      const auto taken = other.find(group);
      if (taken == other.end() || without(lines, taken->second).size() < lines.size()) continue;
      std::string fresh;
      do fresh = "item" + std::to_string(free++);
      while (mine.contains(fresh) || other.contains(fresh));
      new_groups_.emplace(group, fresh);
    }
  }

  [[nodiscard]] std::string regrouped(const Entry& entry) const {
    const auto renamed = new_groups_.find(entry.property.group);
    if (renamed == new_groups_.end()) return entry.content;
    return renamed->second + entry.content.substr(entry.property.group.size());
  }

  /// `end`: where in the remote text a new one goes.
  void together(const std::vector<Component>& base, const std::vector<Component>& local,
                const std::vector<Component>& remote, std::size_t end) {
    const Siblings all = siblings_of({base_, base}, {local_, local}, {remote_, remote});
    const auto old = [&](const std::string& name) {
      const auto found = all.base.find(name);
      return found == all.base.end() ? nullptr : found->second;
    };
    for (const auto& [name, child] : all.ours) {
      if (const auto other = all.theirs.find(name); other != all.theirs.end())
        component(old(name), *child, *other->second);
      else if (old(name) == nullptr || !same_meaning(base_, *old(name), local_, *child))
        insert_component(*child, end);
    }
    for (const auto& [name, child] : all.theirs)
      if (!all.ours.contains(name) && old(name) != nullptr &&
          same_meaning(base_, *old(name), remote_, *child))
        erase_component(*child);
  }

  void erase_component(const Component& component) {
    const std::size_t end = after(remote_, component);
    for (std::size_t number = component.begin; number < end; ++number)
      edits_.push_back({Edit::Kind::erase, number, {}});
  }

  void insert_component(const Component& component, std::size_t end) {
    const std::size_t last = after(local_, component);
    for (std::size_t number = component.begin; number < last; ++number)
      edits_.push_back({Edit::Kind::insert, end, local_.lines()[number].unfolded()});
  }

  const Document& base_;
  const Document& local_;
  const Document& remote_;
  std::size_t end_ = 0;
  std::map<std::string, std::string> new_groups_;
  std::vector<Edit> edits_;
  std::vector<ConflictRow> conflicts_;
};

}  // namespace

Merged merge(std::string_view base, std::string_view local, std::string_view remote) {
  const Document before = Document::parse(base);
  const Document ours = Document::parse(local);
  const Document theirs = Document::parse(remote);
  if (text::semantically_equal(before, ours) || text::semantically_equal(ours, theirs))
    return {std::string(remote), {}};
  if (text::semantically_equal(before, theirs)) return {std::string(local), {}};
  if (ours.components().empty() || theirs.components().empty())
    return {std::string(remote), {{0, 0, Href(), "", std::string(local), std::string(remote), Instant()}}};
  Merger merger(before, ours, theirs);
  merger.whole();
  return std::move(merger).finish();
}

}  // namespace goodturn::sync
