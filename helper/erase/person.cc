#include "helper/erase/person.h"

#include "core/keeping.h"
#include "core/sync/erased_names.h"
#include "helper/accounts/accounts.h"
#include "helper/command/kept_undo_key.h"
#include "helper/erase/stored.h"
#include "helper/notes/erasing.h"
#include "helper/notes/names.h"
#include "helper/people/reflection.h"
#include "helper/sync/send.h"
#include "helper/sync/turns.h"
#include "helper/week/served.h"

namespace goodturn::helper {
namespace {

/// A reading under the lock: who it is and where.
struct Reading {
  Items items;
  StoredPerson found;
  std::string name;
  std::vector<std::string> names_in_notes;
};

Result<Reading> read(World& world, const Uid& uid) {
  if (erasure_of(world.store) == nullptr) return fail(ErrorKind::invalid, "Nobody can be erased from here.");
  auto items = Items::open(world);
  if (!items) return fail(items.error());
  const auto snapshot = Snapshot::read(world);
  if (!snapshot) return fail(snapshot.error());
  const Person* person = (*snapshot)->by_uid(uid);
  if (person == nullptr) return fail(ErrorKind::not_found, "There is no such person (any more).");
  auto found = find_stored(world, *items, **snapshot, *person);
  if (!found) return fail(found.error());
  return Reading{std::move(*items), std::move(*found), person->card.name,
                 names_in_notes(**snapshot, *person)};
}

bool is_elsewhere(const Items& items, sync::CollectionId id) {
  const auto found = items.collections().find(id);
  return found != items.collections().end() && found->second.account != sync::local_account;
}

bool may_delete_there(const Items& items, sync::CollectionId id) {
  return is_elsewhere(items, id) && !items.collections().at(id).read_only;
}

Result<PersonErasure> counts_of(World& world, const Reading& reading) {
  const StoredPerson& found = reading.found;
  PersonErasure counts;
  counts.name = reading.name;
  counts.cards = found.cards.size();
  for (const CardPlace& place : found.cards)
    if (may_delete_there(reading.items, place.collection)) ++counts.server_cards;
  counts.items = found.own.size();
  counts.shared_items = found.shared.size();
  counts.messages = found.messages;
  counts.history = found.trash.size() + found.writes.size() + found.conflicts.size() + found.intents.size();
  counts.meetings = found.meetings;
  counts.mentions = found.mentions;
  const auto copies = erasure_of(world.store)->copies();
  if (!copies) return fail(copies.error());
  counts.copies = *copies;
  return counts;
}

/// The present tag of a resource; nullopt when it is gone.
Result<std::optional<Etag>> tag_there(RemoteCollection& remote, const Href& href) {
  std::optional<Etag> tag;
  const std::vector<Href> hrefs{href};
  const auto failed = remote.fetch(hrefs, [&](const sync::RemoteItem& item) -> Result<void> {
    tag = item.etag;
    return {};
  });
  if (!failed) return fail(failed.error());
  for (const sync::ItemError& one : *failed)
    if (one.error.kind != ErrorKind::not_found) return fail(one.error);
  return tag;
}

/// Whatever version it has there: the user wants none of it.
Result<void> remove_there(RemoteCollection& remote, const Href& href) {
  const auto tag = tag_there(remote, href);
  if (!tag) return fail(tag.error());
  if (!*tag) return {};
  auto removed = remote.remove(href, **tag);
  return !removed && removed.error().kind == ErrorKind::not_found ? Result<void>{} : removed;
}

/// All hrefs of one collection, with one turn at its server.
Result<void> remove_from(World& world, const sync::Collection& collection, const std::vector<Href>& hrefs) {
  const auto turn = ask_for_turn(world, collection.id);
  if (!turn) return fail(turn.error());
  const auto account = find_account(world, collection.account);
  if (!account) return fail(account.error());
  auto source = open_account(world, *account, [] { return false; });
  if (!source) return fail(source.error());
  auto remote = (*source)->open(collection);
  if (!remote) return fail(remote.error());
  for (const Href& href : hrefs)
    if (auto removed = remove_there(**remote, href); !removed) return removed;
  return {};
}

Said nothing_erased(Said reason) {
  return in_a_row({Said("Nothing was erased here, because a server did not take part."), std::move(reason)});
}

Result<void> remove_from_servers(World& world, const Reading& reading, OnServers on_servers) {
  std::map<sync::CollectionId, std::vector<Href>> there;
  for (const ItemPlace& place : reading.found.own)
    if (is_elsewhere(reading.items, place.collection)) there[place.collection].push_back(place.href);
  if (on_servers == OnServers::remove)
    for (const CardPlace& place : reading.found.cards)
      if (may_delete_there(reading.items, place.collection)) there[place.collection].push_back(place.href);
  for (const auto& [collection, hrefs] : there)
    if (auto removed = remove_from(world, reading.items.collections().at(collection), hrefs); !removed) {
      Error error = removed.error();
      reword(error, nothing_erased(said_of(error)));
      return fail(error);
    }
  return {};
}

/// Items about others go on without the person, on their server as well: else the agreed text would keep it.
Result<void> edit_shared(World& world, Reading& reading) {
  {
    const auto lock = world.lock();
    auto done = world.store.transact([&]() -> Result<void> {
      for (const sync::Item& item : reading.found.shared)
        if (auto put = reading.items.put(item); !put) return put;
      return {};
    });
    if (!done) return done;
  }
  for (const sync::Item& item : reading.found.shared) {
    if (!is_elsewhere(reading.items, item.collection)) continue;
    const auto sent = send_item(world, item.collection, item.href);
    if (!sent) return fail(sent.error());
    if (!sent->sent) return fail(ErrorKind::network, nothing_erased(*sent->note));
  }
  return {};
}

std::vector<std::string> names_to_note(const Reading& reading) {
  std::vector<std::string> names;
  for (const std::string& uid : reading.found.marks.uids) names.push_back(sync::erased_card(Uid(uid)));
  for (const std::string& address : reading.found.marks.addresses)
    names.push_back(sync::erased_address(address));
  for (const std::string& name : reading.names_in_notes) names.push_back(erased_name(name));
  for (const CardPlace& place : reading.found.cards)
    if (is_elsewhere(reading.items, place.collection))
      names.push_back(sync::erased_place(reading.items.collections().at(place.collection).url, place.href));
  return names;
}

Result<void> remove_here(World& world, Items& items, sync::CollectionId collection, const Href& href) {
  if (auto removed = items.remove(collection, href); !removed) return removed;
  if (auto removed = world.store.remove_left_out(collection, href); !removed) return removed;
  return world.store.remove_base(collection, href);
}

Result<void> remove_items(World& world, Reading& reading) {
  for (const CardPlace& place : reading.found.cards)
    if (auto removed = remove_here(world, reading.items, place.collection, place.href); !removed)
      return removed;
  for (const ItemPlace& place : reading.found.own) {
    if (auto removed = remove_here(world, reading.items, place.collection, place.href); !removed)
      return removed;
    const std::string reflection = std::string(reflection_prefix) + place.uid.value;
    const auto stored = world.store.setting(reflection);
    if (!stored) return fail(stored.error());
    if (*stored)
      if (auto cleared = world.store.set_setting(reflection, ""); !cleared) return cleared;
  }
  return {};
}

Result<void> remove_history(World& world, StoredPerson& found) {
  if (auto again = find_history(world, found.own, found); !again) return again;  // sending wrote to the log
  for (const std::int64_t id : found.trash)
    if (auto removed = world.store.remove_trash(id); !removed) return removed;
  for (const std::int64_t id : found.writes)
    if (auto removed = erasure_of(world.store)->remove_write(id); !removed) return removed;
  for (const std::int64_t id : found.conflicts)
    if (auto removed = world.store.remove_conflict(id); !removed) return removed;
  for (const std::int64_t id : found.intents)
    if (auto removed = world.store.remove_intent(id); !removed) return removed;
  return {};
}

Result<void> remove_everything_here(World& world, Reading& reading) {
  return world.store.transact([&]() -> Result<void> {
    if (auto noted = erasure_of(world.store)->note_erased(names_to_note(reading)); !noted) return noted;
    if (auto removed = remove_items(world, reading); !removed) return removed;
    if (auto removed = remove_history(world, reading.found); !removed) return removed;
    if (auto forgotten = forget_in_notes(world, reading.found.marks, reading.names_in_notes); !forgotten)
      return forgotten;
    for (const std::string& address : reading.found.marks.addresses)
      if (const auto forgotten = world.observations.forget_address(address, world.clock.now()); !forgotten)
        return fail(forgotten.error());
    // Both hold earlier texts; neither is worth more than an answer that comes back too late.
    for (const std::string_view key : {kept_undo_key, served_key})
      if (auto cleared = world.store.set_setting(key, "[]"); !cleared) return cleared;
    return {};
  });
}

}  // namespace

Result<PersonErasure> survey_person(World& world, const Uid& person) {
  const auto lock = world.lock();
  const auto reading = read(world, person);
  if (!reading) return fail(reading.error());
  return counts_of(world, *reading);
}

Result<PersonErasure> erase_person(World& world, const Uid& person, OnServers on_servers) {
  auto reading = [&] {
    const auto lock = world.lock();
    return read(world, person);
  }();
  if (!reading) return fail(reading.error());
  if (auto edited = edit_shared(world, *reading); !edited) return fail(edited.error());
  if (auto removed = remove_from_servers(world, *reading, on_servers); !removed) return fail(removed.error());
  const auto lock = world.lock();
  const auto counts = counts_of(world, *reading);
  if (!counts) return counts;
  if (auto removed = remove_everything_here(world, *reading); !removed) return fail(removed.error());
  ++world.generation;
  if (auto wiped = erasure_of(world.store)->wipe(world.now().today); !wiped) return fail(wiped.error());
  return counts;
}

Result<std::size_t> lift_erasures(World& world) {
  if (erasure_of(world.store) == nullptr) return fail(ErrorKind::invalid, "Nobody can be erased from here.");
  const auto lock = world.lock();
  std::size_t lifted = 0;
  auto done = world.store.transact([&]() -> Result<void> {
    const auto count = erasure_of(world.store)->lift_erased();
    if (!count) return fail(count.error());
    lifted = *count;
    auto collections = world.store.collections();
    if (!collections) return fail(collections.error());
    for (sync::Collection& collection : *collections) {
      if (collection.account == sync::local_account) continue;
      collection.token = SyncToken();  // else a server would name only what changed since
      if (const auto put = world.store.put_collection(collection); !put) return fail(put.error());
    }
    return {};
  });
  if (!done) return fail(done.error());
  return lifted;
}

}  // namespace goodturn::helper
