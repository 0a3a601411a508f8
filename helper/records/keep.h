// Where the records are kept: on this computer, or in collections of one of the user's accounts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "helper/items/items.h"

namespace goodturn::helper {

/// Names of the collections that are made on a server; an existing one of that name is used.
inline constexpr std::string_view server_journal_name = "Goodturn Journal";
inline constexpr std::string_view server_follow_ups_name = "Goodturn Follow-ups";

struct RecordsPart {
  sync::Collection collection;  ///< of local_account: only on this computer
  std::string account_name;     ///< empty then
};

struct RecordsPlace {
  RecordsPart journal;
  RecordsPart follow_ups;
  std::vector<Said> notes;  ///< what could not be had, in plain words
};

[[nodiscard]] Result<RecordsPlace> records_place(World& world);

struct KeepRequest {
  sync::AccountId account = 0;
  std::optional<sync::CollectionId> journal;     ///< use this collection instead of one of our own
  std::optional<sync::CollectionId> follow_ups;  ///< the same
};

/// Keeps journal and follow-ups in collections of an account: finds or creates them (MKCALENDAR), moves what
/// was written so far and lets the sync carry it from now on. A server that keeps only one of the two kinds
/// gets that one; the notes say so. Errors: not_found; forbidden (a feed, a server that keeps neither);
/// invalid (a named collection cannot take them); those of the server.
Result<RecordsPlace> keep_on_account(World& world, const KeepRequest& request, const Cancelled& cancelled);

/// Keeps them only on this computer from now on. The server's copies stay there and are no longer looked at.
Result<RecordsPlace> keep_here(World& world);

/// Reading every record is for a sync that brought new items; names alone cost nothing.
enum class LookAt { names, names_and_records };

/// A fresh computer that knows only the account: where its collections hold records already, or were made for
/// them, and the user has chosen no other place, they are used here, too. Returns the collections taken into
/// use; they hold what was written here meanwhile, still to be sent.
Result<std::vector<sync::Collection>> adopt_records(World& world, LookAt look_at);

/// Brings the records of an account back before it is removed. Call under World::lock(), inside a
/// transaction.
Result<void> bring_home(World& world, sync::AccountId account);

}  // namespace goodturn::helper
