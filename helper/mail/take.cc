#include <algorithm>

#include "helper/mail/mail.h"

namespace goodturn::helper {
namespace {

using relations::Observation;

Result<std::set<std::string>> own_addresses(World& world, const MailBatch& batch) {
  const auto accounts = world.store.accounts();
  if (!accounts) return fail(accounts.error());
  std::set<std::string> own;
  for (const sync::Account& account : *accounts)
    for (const std::string& address : account.own_addresses) own.insert(relations::plain_address(address));
  for (const std::string& address : batch.own_addresses) own.insert(relations::plain_address(address));
  return own;
}

Result<void> check_watched(World& world, const MailBatch& batch) {
  const auto accounts = world.observations.mail_accounts();
  if (!accounts) return fail(accounts.error());
  for (const relations::MailAccount& account : *accounts)
    if (account.id == batch.account)
      for (const relations::MailFolder& folder : account.folders)
        if (folder.id == batch.folder) return {};
  return fail(ErrorKind::forbidden, "This mail folder is not one of those you chose.");
}

}  // namespace

Result<MailTaken> take_mail(World& world, const MailBatch& batch) {
  const auto lock = world.lock();
  if (auto watched = check_watched(world, batch); !watched) return fail(watched.error());
  const auto own = own_addresses(world, batch);
  if (!own) return fail(own.error());
  MailTaken taken;
  std::vector<Observation> observations;
  for (const relations::MailHeaders& headers : batch.messages) {
    auto observation = relations::observe(headers, *own, world.clock.now());
    if (observation)
      observations.push_back(std::move(*observation));
    else
      ++taken.left_out[observation.error()];
  }
  auto done = world.store.transact([&]() -> Result<void> {
    const auto stored = world.observations.observe(batch.account, observations);
    if (!stored) return fail(stored.error());
    taken.fresh = stored->fresh;
    taken.known = stored->known;
    if (stored->forgotten > 0) taken.left_out[relations::LeftOut::forgotten] = stored->forgotten;
    if (!batch.read) return {};
    return world.observations.mark_read(batch.account, batch.folder, *batch.read);
  });
  if (!done) return fail(done.error());
  if (taken.fresh + taken.known > 0) ++world.generation;
  return taken;
}

}  // namespace goodturn::helper
