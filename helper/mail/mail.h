// Observing mail: taking what the mail program tells, the user's choice of accounts, and forgetting.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "helper/world.h"

namespace goodturn::helper {

/// Messages of one folder, in any order. `read`: with these, everything dated in the span has been told.
struct MailBatch {
  std::string account;
  std::string folder;
  std::vector<std::string> own_addresses;  ///< of the user, besides those of the DAV accounts
  std::vector<relations::MailHeaders> messages;
  std::optional<relations::ReadSpan> read;
};

/// What became of a batch: fresh + known + the sum of left_out is its size.
struct MailTaken {
  std::size_t fresh = 0;
  std::size_t known = 0;
  std::map<relations::LeftOut, std::size_t> left_out;
};

/// Stores the messages that are contacts. Nothing of the others is kept. Errors: forbidden when the user does
/// not let this folder be observed (any more).
Result<MailTaken> take_mail(World& world, const MailBatch& batch);

/// Watches these accounts and folders and no others; what was observed stays. Errors: invalid when two have
/// one id.
Result<void> watch_mail(World& world, const std::vector<relations::MailAccount>& accounts);

struct MailState {
  std::vector<relations::MailAccount> accounts;
  std::size_t messages = 0;       ///< kept, each once
  std::size_t people = 0;         ///< of the address books, with at least one of them
  std::optional<Instant> oldest;  ///< the first kept message
  std::optional<Instant> newest;
};
Result<MailState> mail_state(World& world);

/// What to forget; exactly one.
struct MailScope {
  bool all = false;
  std::string address;  ///< and take no earlier mail with it again
  std::string account;  ///< and watch it no longer
};
/// Gives the number of messages. Errors: invalid (not exactly one), not_found (no such account).
Result<std::size_t> forget_mail(World& world, const MailScope& scope);

}  // namespace goodturn::helper
