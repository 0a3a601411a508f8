#include <algorithm>
#include <unordered_set>

#include "helper/index/snapshot.h"
#include "helper/mail/mail.h"

namespace goodturn::helper {

Result<MailState> mail_state(World& world) {
  const auto lock = world.lock();
  MailState state;
  auto accounts = world.observations.mail_accounts();
  if (!accounts) return fail(accounts.error());
  state.accounts = std::move(*accounts);
  std::unordered_set<std::uint64_t> messages, seen;
  auto done = world.observations.each_observation([&](const relations::ObservedMail& mail) {
    messages.insert(mail.message.value);
    seen.insert(mail.person.value);
    state.oldest = std::min(state.oldest.value_or(mail.at), mail.at);
    state.newest = std::max(state.newest.value_or(mail.at), mail.at);
  });
  if (!done) return fail(done.error());
  state.messages = messages.size();
  if (seen.empty()) return state;
  const auto mark_of = world.observations.mark_of();
  if (!mark_of) return fail(mark_of.error());
  std::unordered_set<std::string> people;
  done = world.index.each_person([&](const Index::Origin&, const people::Card& card) {
    for (const std::string& address : card.emails)
      if (!card.is_group && seen.contains((*mark_of)(address).value)) people.insert(card.uid.value);
  });
  if (!done) return fail(done.error());
  state.people = people.size();
  return state;
}

}  // namespace goodturn::helper
