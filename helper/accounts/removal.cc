// Removing an account.
#include "helper/accounts/accounts.h"
#include "helper/records/keep.h"

namespace goodturn::helper {
namespace {

/// The account with its local copies, in one transaction; gives back what it was.
Result<sync::Account> remove_stored(World& world, sync::AccountId id) {
  const auto lock = world.lock();
  auto known = find_account(world, id);
  if (!known) return known;
  const auto collections = world.store.collections();
  if (!collections) return fail(collections.error());
  auto removed = world.store.transact([&]() -> Result<void> {
    if (auto home = bring_home(world, id); !home) return home;
    for (const sync::Collection& collection : *collections) {
      if (collection.account != id) continue;
      auto erased = world.store.each_item(
          collection.id, [&](const sync::Item& item) { return world.index.erase(collection.id, item.href); });
      if (!erased) return erased;
    }
    return world.store.remove_account(id);
  });
  if (!removed) return fail(removed.error());
  ++world.generation;
  return known;
}

}  // namespace

Result<std::vector<Said>> remove_account(World& world, sync::AccountId id) {
  const auto account = remove_stored(world, id);
  if (!account) return fail(account.error());
  const auto secret = world.secrets.get(secret_name(id));
  if (auto gone = world.secrets.remove(secret_name(id)); !gone) return fail(gone.error());
  if (auto gone = world.secrets.remove(passphrase_name(id)); !gone) return fail(gone.error());
  std::vector<Said> notes;
  if (account->sign_in.kind != sign_in::Kind::oauth || !secret) return notes;
  if (const auto revoked = revoke_grant(world, *account, grant_of(secret->value_or(""))); !revoked)
    notes.push_back(
        in_a_row({Said("account.untold"), said_of(revoked.error()), Said("account.take_back_there")}));
  return notes;
}

}  // namespace goodturn::helper
