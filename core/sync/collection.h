// Accounts and collections: where items come from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/said.h"
#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/sign_in/sign_in.h"

namespace goodturn::sync {

using AccountId = std::int64_t;
using CollectionId = std::int64_t;

/// The account that owns the collections that live only here (Journal, Follow-ups).
inline constexpr AccountId local_account = 0;

enum class AccountKind { dav, vdir, feed };

struct Account {
  AccountId id = 0;
  AccountKind kind = AccountKind::dav;
  std::string name;
  std::string url;   ///< what the user gave, or after discovery the context URL; a path for vdir
  std::string user;  ///< empty: no sign-in
  std::vector<std::string> own_addresses;  ///< lower case, without "mailto:"
  sign_in::SignIn sign_in = {};
  bool operator==(const Account&) const = default;
};

/// Kinds of item a collection may hold.
struct Components {
  bool cards = false;
  bool events = false;
  bool tasks = false;
  bool journals = false;
  bool operator==(const Components&) const = default;
};

struct Collection {
  CollectionId id = 0;
  AccountId account = local_account;
  std::string url;  ///< absolute URL with trailing slash; a folder path; "local:journal"
  std::string name;
  std::string color;  ///< "#rrggbb" or empty
  Components holds;
  bool read_only = false;
  bool enabled = true;
  bool counts_as_meetings = true;  ///< events here are evidence of contact
  bool write_back = false;         ///< tags may be written to cards here
  SyncToken token;
  std::optional<Instant> last_sync;
  bool operator==(const Collection&) const = default;
};

/// What discovery found. Collections come with id 0 and default switches.
struct Discovered {
  std::string context_url;  ///< where discovery ended: worth storing as Account::url
  std::vector<Collection> collections;
  std::vector<std::string> own_addresses;  ///< calendar-user-address-set (RFC 6638 §2.4.1), lower case
  std::vector<Said> notes;                 ///< what was odd
};

}  // namespace goodturn::sync
