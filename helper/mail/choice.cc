#include <set>

#include "helper/mail/mail.h"

namespace goodturn::helper {
namespace {

Result<void> check_names(const std::vector<relations::MailAccount>& accounts) {
  std::set<std::string> ids;
  for (const relations::MailAccount& account : accounts) {
    if (!ids.insert(account.id).second) return fail(ErrorKind::invalid, "A mail account is named twice.");
    std::set<std::string> folders;
    for (const relations::MailFolder& folder : account.folders)
      if (!folders.insert(folder.id).second) return fail(ErrorKind::invalid, "A mail folder is named twice.");
  }
  return {};
}

}  // namespace

Result<void> watch_mail(World& world, const std::vector<relations::MailAccount>& accounts) {
  const auto lock = world.lock();
  if (auto good = check_names(accounts); !good) return good;
  return world.observations.watch_mail(accounts);
}

Result<std::size_t> forget_mail(World& world, const MailScope& scope) {
  const std::string address = relations::plain_address(scope.address);
  if (int(scope.all) + int(!address.empty()) + int(!scope.account.empty()) != 1)
    return fail(ErrorKind::invalid, "Say what to forget: one address, one mail account, or all.");
  const auto lock = world.lock();
  const auto forgotten = scope.all         ? world.observations.forget_all_mail()
                         : address.empty() ? world.observations.forget_mail_account(scope.account)
                                           : world.observations.forget_address(address, world.clock.now());
  if (forgotten) ++world.generation;
  return forgotten;
}

}  // namespace goodturn::helper
