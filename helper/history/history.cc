#include "helper/history/history.h"

#include <algorithm>
#include <limits>
#include <map>

#include "core/calendar/follow_up.h"
#include "core/sync/differences.h"
#include "core/sync/resolve.h"
#include "helper/history/words.h"

namespace goodturn::helper {
namespace {

/// Names of collections and accounts by the collection's number.
class Names {
 public:
  static Result<Names> read(World& world) {
    Names names;
    const auto accounts = world.store.accounts();
    if (!accounts) return fail(accounts.error());
    const auto collections = world.store.collections();
    if (!collections) return fail(collections.error());
    for (const sync::Collection& one : *collections) {
      names.collections_.emplace(one.id, one);
      for (const sync::Account& account : *accounts)
        if (account.id == one.account) names.accounts_.emplace(one.id, account.name);
    }
    return names;
  }

  [[nodiscard]] std::string collection(sync::CollectionId id) const {
    const auto found = collections_.find(id);
    return found == collections_.end() ? "" : found->second.name;
  }
  [[nodiscard]] std::string account(sync::CollectionId id) const {
    const auto found = accounts_.find(id);
    return found == accounts_.end() ? "" : found->second;
  }
  [[nodiscard]] bool may_write(sync::CollectionId id) const {
    const auto found = collections_.find(id);
    return found != collections_.end() && found->second.write_back && !found->second.read_only;
  }

 private:
  std::map<sync::CollectionId, sync::Collection> collections_;
  std::map<sync::CollectionId, std::string> accounts_;
};

/// Two computers that make the same follow-up note different days in it; only the answer is the user's.
bool is_housekeeping(const sync::ConflictRow& row, std::string_view text) {
  return row.property != "X-GOODTURN-ACTION" && calendar::read_follow_up(text::Document::parse(text));
}

Said line_of(const sync::Difference& difference) {
  if (difference.property == "PHOTO") return Said("history.photo");
  return Said("history.change", {{"property", std::vector<Said>{words_for(difference.property)}},
                                 {"before", std::vector<Said>{value_words(difference.before)}},
                                 {"after", std::vector<Said>{value_words(difference.after)}}});
}

WriteView view_of(sync::LoggedWrite row, const Names& names) {
  WriteView view;
  view.item = title_of(row.after.empty() ? row.before : row.after);
  view.collection_name = names.collection(row.collection);
  view.account_name = names.account(row.collection);
  if (row.kind == sync::IntentKind::update)
    for (const sync::Difference& difference : sync::differences(row.before, row.after))
      view.lines.push_back(line_of(difference));
  view.may_undo = !row.undone && names.may_write(row.collection);
  view.row = std::move(row);
  return view;
}

Said words_of(sync::TrashReason reason) {
  return Said(reason == sync::TrashReason::gone ? "history.gone" : "history.overruled");
}

}  // namespace

Result<std::vector<ConflictView>> list_conflicts(World& world) {
  const auto lock = world.lock();
  const auto names = Names::read(world);
  if (!names) return fail(names.error());
  auto rows = world.store.conflicts();
  if (!rows) return fail(rows.error());
  std::vector<ConflictView> views;
  for (sync::ConflictRow& row : *rows) {
    const auto item = world.store.item(row.collection, row.href);
    if (!item) return fail(item.error());
    const std::string text = *item ? (*item)->text : "";
    if (is_housekeeping(row, text)) continue;
    std::string collection = names->collection(row.collection);
    const bool both_possible = sync::can_take_both(row);
    views.push_back({std::move(row), title_of(text), std::move(collection), both_possible});
  }
  std::stable_sort(views.begin(), views.end(),
                   [](const ConflictView& a, const ConflictView& b) { return a.row.id > b.row.id; });
  return views;
}

Result<WritePage> list_writes(World& world, std::size_t limit, std::size_t offset) {
  const auto lock = world.lock();
  const auto names = Names::read(world);
  if (!names) return fail(names.error());
  auto rows = world.store.writes(std::numeric_limits<std::int64_t>::max());
  if (!rows) return fail(rows.error());
  WritePage page;
  page.total = rows->size();
  for (std::size_t i = offset; i < rows->size() && page.writes.size() < limit; ++i)
    page.writes.push_back(view_of(std::move((*rows)[i]), *names));
  return page;
}

Result<std::vector<TrashView>> list_trash(World& world) {
  const auto lock = world.lock();
  const auto names = Names::read(world);
  if (!names) return fail(names.error());
  auto rows = world.store.trash();
  if (!rows) return fail(rows.error());
  std::vector<TrashView> views;
  for (sync::Trashed& row : *rows) {
    Said title = title_of(row.text);
    std::string collection = names->collection(row.collection);
    Said reason = words_of(row.reason);
    views.push_back({std::move(row), std::move(title), std::move(collection), std::move(reason)});
  }
  return views;
}

}  // namespace goodturn::helper
