#include "tests/model/verdict.h"

namespace goodturn::model {
namespace {

constexpr std::size_t whole_log = 1000;

bool same(const std::string& left, const std::string& right) {
  return left == right || text::semantically_equal(text::Document::parse(left), text::Document::parse(right));
}

/// Values in the items, the conflicts and the trash; those in the change logs are added to `logged`.
std::set<int> kept_values(const Town& town, std::set<int>& logged) {
  std::set<int> kept;
  for (const auto& [href, resource] : town.server->resources) kept.merge(values_in(resource.text));
  for (const auto& machine : town.machines) {
    Store& store = machine->store();
    const auto conflicts = store.conflicts();
    const auto trash = store.trash();
    const auto writes = store.writes(whole_log);
    for (const sync::ConflictRow& row : *conflicts) {
      kept.merge(values_in(row.local_value));
      kept.merge(values_in(row.local_line));
    }
    for (const sync::Trashed& row : *trash) kept.merge(values_in(row.text));
    for (const sync::LoggedWrite& row : *writes) {
      logged.merge(values_in(row.before));
      logged.merge(values_in(row.after));
    }
  }
  return kept;
}

std::optional<std::string> lost_values(const Town& town, const std::set<int>& unknown) {
  std::set<int> logged = unknown;
  const std::set<int> kept = kept_values(town, logged);
  const auto lost = town.oracle.lost(kept, logged);
  if (lost.empty()) return std::nullopt;
  std::string text = "lost:";
  for (const int value : lost) text += " v" + std::to_string(value);
  return text;
}

std::optional<std::string> doubled_or_returned(const Town& town) {
  std::set<std::string> uids;
  for (const auto& [href, resource] : town.server->resources) {
    const std::string uid = uid_in(resource.text);
    if (!uids.insert(uid).second && !town.unseen.contains(uid)) return "doubled: " + resource.text;
    if (town.oracle.came_back(resource.text)) return "came back: " + resource.text;
  }
  return std::nullopt;
}

std::optional<std::string> left_open(Machine& machine) {
  Store& store = machine.store();
  if (!store.intents()->empty()) return "an intent stays open";
  if (!store.unsent(machine.id())->empty() || !store.changed_marks(machine.id())->empty())
    return "something waits to be sent";
  return std::nullopt;
}

std::optional<std::string> noise(const Town& town) {
  const int writes = town.server->writes;
  const int fetches = town.server->fetches;
  for (const auto& machine : town.machines)
    if (machine->sync() != End::done) return "a quiet sync fails";
  if (town.server->writes != writes) return "a second sync writes";
  if (town.history.etags_tell() && town.server->fetches != fetches) return "a second sync asks for texts";
  return std::nullopt;
}

}  // namespace

std::string difference(const Town& town) {
  std::string text;
  for (const auto& machine : town.machines) {
    const auto items = machine->items();
    for (const auto& [href, resource] : town.server->resources)
      if (const auto found = items.find(href); found == items.end())
        text += "only there: " + href + "\n" + resource.text;
      else if (!same(found->second, resource.text))
        text += "here:\n" + found->second + "there:\n" + resource.text;
    for (const auto& [href, item] : items)
      if (!town.server->resources.contains(href)) text += "only here: " + href + "\n" + item;
  }
  return text;
}

std::optional<std::string> what_is_wrong(const Town& town, const std::set<int>& unknown) {
  if (auto wrong = lost_values(town, unknown)) return wrong;
  if (auto wrong = doubled_or_returned(town)) return wrong;
  for (const auto& [machine, uid] : town.notes)
    if (!machine->has_note(uid)) return "the record about " + uid + " is gone";
  for (const auto& machine : town.machines)
    if (auto wrong = left_open(*machine)) return wrong;
  return noise(town);
}

}  // namespace goodturn::model
