#include "helper/sync/send.h"

#include "helper/accounts/accounts.h"
#include "helper/sync/push.h"
#include "helper/sync/turns.h"

namespace goodturn::helper {
namespace {

Result<sync::Collection> find(World& world, sync::CollectionId id) {
  const auto lock = world.lock();
  return find_collection(world, id);
}

Result<void> push(World& world, const sync::Collection& collection, const Href& href) {
  const auto turn = ask_for_turn(world, collection.id);
  if (!turn) return fail(turn.error());
  const auto account = find_account(world, collection.account);
  if (!account) return fail(account.error());
  auto source = open_account(world, *account, [] { return false; });
  if (!source) return fail(source.error());
  auto remote = (*source)->open(collection);
  if (!remote) return fail(remote.error());
  const auto pushed = push_item(world, **remote, collection.id, href);
  return pushed ? Result<void>{} : fail(pushed.error());
}

}  // namespace

Said kept_for_later(const Error& why) { return in_a_row({Said("syncs.kept_for_later"), said_of(why)}); }

Result<Sent> send_item(World& world, sync::CollectionId id, const Href& href) {
  const auto collection = find(world, id);
  if (!collection)
    return collection.error().kind == ErrorKind::not_found ? Sent{true}
                                                           : Result<Sent>(fail(collection.error()));
  if (collection->account == sync::local_account) return Sent{true};
  if (collection->read_only || !collection->write_back)
    return Sent{false, Said("syncs.kept_only", {{"collection", collection->name}})};
  const auto pushed = push(world, *collection, href);
  if (pushed) return Sent{true};
  if (pushed.error().kind == ErrorKind::storage) return fail(pushed.error());
  return Sent{false, kept_for_later(pushed.error())};
}

}  // namespace goodturn::helper
