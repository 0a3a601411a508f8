#include "helper/erase/everything.h"

#include <set>

#include "core/keeping.h"
#include "helper/accounts/accounts.h"
#include "helper/items/items.h"
#include "helper/week/feed_secret.h"

namespace goodturn::helper {
namespace {

Result<void> count_rows(World& world, HomeErasure& home) {
  const auto tables = archive_of(world.store)->kept_tables();
  if (!tables) return fail(tables.error());
  for (const Archive::Table& table : *tables)
    if (table.name == "item") home.items = table.rows;
  auto people = world.index.each_person([&](const Index::Origin&, const people::Card&) { ++home.people; });
  if (!people) return people;
  std::set<std::uint64_t> messages;
  auto mail = world.observations.each_observation(
      [&](const relations::ObservedMail& one) { messages.insert(one.message.value); });
  home.messages = messages.size();
  return mail;
}

Result<void> look_at_accounts(World& world, HomeErasure& home) {
  const auto accounts = world.store.accounts();
  if (!accounts) return fail(accounts.error());
  for (const sync::Account& account : *accounts) {
    home.places.push_back(account.name);
    const auto password = world.secrets.get(secret_name(account.id));
    if (!password) return fail(password.error());
    if (*password) ++home.passwords;
  }
  const auto items = Items::open(world);
  if (!items) return fail(items.error());
  home.records_on_server =
      items->journal().account != sync::local_account || items->follow_ups().account != sync::local_account;
  return {};
}

/// With the accounts go their secrets, and what providers granted is given back.
Result<void> remove_accounts(World& world) {
  const auto accounts = [&] {
    const auto lock = world.lock();
    return world.store.accounts();
  }();
  if (!accounts) return fail(accounts.error());
  for (const sync::Account& account : *accounts)
    if (const auto removed = remove_account(world, account.id); !removed) return fail(removed.error());
  return world.secrets.remove(feed_secret);
}

}  // namespace

Result<HomeErasure> survey_everything(World& world) {
  if (erasure_of(world.store) == nullptr || archive_of(world.store) == nullptr)
    return fail(ErrorKind::invalid, "Nothing can be erased from here.");
  const auto lock = world.lock();
  HomeErasure home;
  if (auto counted = count_rows(world, home); !counted) return fail(counted.error());
  if (auto looked = look_at_accounts(world, home); !looked) return fail(looked.error());
  const auto copies = erasure_of(world.store)->copies();
  if (!copies) return fail(copies.error());
  home.copies = *copies;
  return home;
}

Result<HomeErasure> erase_everything(World& world) {
  auto home = survey_everything(world);
  if (!home) return home;
  if (auto removed = remove_accounts(world); !removed) return fail(removed.error());
  const auto lock = world.lock();
  if (auto erased = erasure_of(world.store)->erase_all(); !erased) return fail(erased.error());
  ++world.generation;
  if (auto wiped = erasure_of(world.store)->wipe(world.now().today); !wiped) return fail(wiped.error());
  // The collections of our own, so that readers find them.
  if (const auto items = Items::open(world); !items) return fail(items.error());
  return home;
}

}  // namespace goodturn::helper
