#include "tests/model/town.h"

#include <algorithm>

#include "tests/model/told_collection.h"

namespace goodturn::model {
namespace {

template <class Map>
auto nth(Map& map, std::size_t number) {
  return map.empty() ? map.end() : std::next(map.begin(), static_cast<std::ptrdiff_t>(number % map.size()));
}

}  // namespace

Town::Town(const History& played, const Setting& setting, std::string* trace)
    : history(played),
      server(setting.server ? setting.server() : std::make_shared<tests::FakeServer>()),
      trace_(trace),
      client_(setting.client) {
  if (!client_)
    client_ = [](std::shared_ptr<tests::FakeServer> place) {
      return std::make_unique<tests::FakeCollection>(std::move(place));
    };
  for (int number = 0; number < history.machines; ++number) add_machine(setting, number);
  set_up_server();
}

void Town::add_machine(const Setting& setting, int number) {
  std::pair<Store*, Index*> place;
  if (setting.store) {
    place = setting.store(number);
  } else {
    stores_.push_back(std::make_unique<MemoryStore>());
    place = {stores_.back().get(), stores_.back().get()};
  }
  machines.push_back(
      std::make_unique<Machine>(*place.first, *place.second, clock, [this] { return open_client(); }));
}

std::unique_ptr<RemoteCollection> Town::open_client() {
  auto client = client_(server);
  if (trace_ == nullptr) return client;
  return std::make_unique<ToldCollection>(std::move(client), [this](const std::string& what) { tell(what); });
}

void Town::set_up_server() {
  server->faults.flaky_etags = history.etags == Etags::flaky;
  server->faults.silent_writes = history.etags == Etags::silent;
  server->faults.weak_etags = history.etags == Etags::weak;
  server->faults.no_etags = history.etags == Etags::none;
  server->faults.token_of_nothing = history.token_of_nothing;
  server->faults.inline_texts = history.inline_texts;
  server->faults.page_size = history.page_size;
  server->faults.forgets_passing = history.forgets_passing;
  if (history.rewriting != 0)
    server->faults.rewrite = [kind = history.rewriting](const std::string& text) {
      return rewritten(kind, text);
    };
  for (int number = 0; number < history.items; ++number) remote_create();
}

void Town::tell(const std::string& what) {
  if (trace_ != nullptr) *trace_ += what + "\n";
}

FreshValue Town::fresh(bool local) {
  return [this, local] { return oracle.fresh(local); };
}

void Town::local_edit(Machine& machine, std::size_t number, Chance& chance) {
  const auto items = machine.items();
  const auto item = nth(items, number);
  if (item == items.end()) return;
  const std::string text = edited(item->second, chance, fresh(true));
  note_edit(item->second, text);
  oracle.replaced(item->second, text);
  machine.put(item->first, text);
  if (chance.below(4) == 0) {
    machine.note(uid_in(text));
    notes.emplace(&machine, uid_in(text));
  }
  tell("local edit " + item->first + "\n" + text);
}

/// An edit that only takes away leaves no value to tell that somebody wanted the item.
void Town::note_edit(const std::string& before, const std::string& after) {
  const auto old = values_in(before);
  // What the server will keep of it counts.
  const auto now = values_in(rewritten(history.rewriting, after));
  if (std::includes(old.begin(), old.end(), now.begin(), now.end())) oracle.may_return(uid_in(after));
}

void Town::local_delete(Machine& machine, std::size_t number) {
  const auto items = machine.items();
  const auto item = nth(items, number);
  if (item == items.end()) return;
  oracle.deleted(item->second);
  if (in_sync) deleted_meanwhile.insert(uid_in(item->second));
  // Deleted while it is sent: what the server fills in cannot be told from an edit of somebody else.
  if (in_sync && history.rewriting == filling_server) oracle.may_return(uid_in(item->second));
  machine.remove(item->first);
  tell("local delete " + item->first);
}

/// Of a calendar one after the other: an event, a task, a journal entry.
std::string Town::new_item(const std::string& uid, bool local) {
  return history.calendar ? new_calendar_item(uid, last_uid_ % calendar_kinds, fresh(local))
                          : new_card(uid, fresh(local));
}

void Town::local_create(Machine& machine) {
  ++last_uid_;
  const std::string text = new_item("u" + std::to_string(last_uid_), true);
  oracle.replaced("", text);
  tell("local create " + machine.create(text) + "\n" + text);
}

/// What a server keeps of what another program sends.
std::string Town::kept_of(const std::string& sent) {
  std::string kept = rewritten(history.rewriting, sent);
  oracle.dropped(sent, kept);
  return kept;
}

void Town::remote_edit(std::size_t number, Chance& chance) {
  const auto found = nth(server->resources, number);
  if (found == server->resources.end()) return;
  const std::string before = found->second.text;
  const std::string after = edited(before, chance, fresh(false));
  note_edit(before, after);
  oracle.replaced(before, after);
  server->put(found->first, kept_of(after));
  tell("remote edit " + found->first + "\n" + after);
}

void Town::remote_delete(std::size_t number) {
  const auto found = nth(server->resources, number);
  if (found == server->resources.end()) return;
  oracle.deleted(found->second.text);
  tell("remote delete " + found->first);
  server->erase(std::string(found->first));
}

void Town::remote_create() {
  const std::string uid = "u" + std::to_string(++last_uid_);
  const std::string text = new_item(uid, false);
  oracle.replaced("", text);
  server->put(server->place_for("made-" + uid), kept_of(text));
  tell("remote create " + uid + "\n" + text);
}

void Town::remember() {
  remembered_.clear();
  for (const auto& [href, resource] : server->resources) remembered_.emplace(href, resource.text);
  tell("remembered");
}

void Town::stale_edit(std::size_t number, Chance& chance) {
  const auto found = nth(remembered_, number);
  if (found == remembered_.end() || !server->resources.contains(found->first)) return;
  const std::string after = edited(found->second, chance, fresh(false));
  note_edit(found->second, after);
  const std::string present = server->resources.at(found->first).text;
  oracle.overwritten(found->second, present, after);
  found->second = kept_of(after);
  server->put(found->first, found->second);
  tell("stale edit " + found->first + "\n" + after);
}

void Town::stale_delete(std::size_t number) {
  const auto found = nth(remembered_, number);
  if (found == remembered_.end() || !server->resources.contains(found->first)) return;
  oracle.overwritten(found->second, server->resources.at(found->first).text, "");
  tell("stale delete " + found->first);
  server->erase(found->first);
  remembered_.erase(found);
}

std::pair<std::string, std::string> Town::move(std::size_t number) {
  const auto found = nth(server->resources, number);
  if (found == server->resources.end()) return {};
  std::string uid = uid_in(found->second.text);
  const std::string from = found->first;
  const std::string to = server->place_for("moved-" + std::to_string(++moves_));
  server->move(from, to);
  if (auto node = remembered_.extract(from); !node.empty()) {
    node.key() = to;
    remembered_.insert(std::move(node));
  }
  tell("move " + from + " to " + to);
  return {std::move(uid), from};
}

void Town::lose_tokens() {
  // The next listing finds a token that the server does not know.
  for (const auto& machine : machines) {
    sync::Collection collection = machine->collection();
    if (!collection.token.empty()) collection.token = SyncToken("expired");
    (void)machine->store().put_collection(collection);
  }
  tell("tokens lost");
}

}  // namespace goodturn::model
