// The doors of the core: everything it needs from the world, as interfaces. adapters/ implements
// them, helper/main.cc wires them, tests put fakes behind them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/calendar/event.h"
#include "core/relations/derived.h"
#include "core/relations/mail_account.h"
#include "core/relations/observation.h"
#include "core/sign_in/consent.h"
#include "core/sign_in/sign_in.h"
#include "core/sync/collection.h"
#include "core/sync/history.h"
#include "core/sync/item.h"

namespace goodturn {

/// Asked between steps of long work; true means "stop now". Safe to call from any thread.
using Cancelled = std::function<bool()>;

/// One collection of items on a server, in a folder or in a feed. There is no unconditional write.
/// Not thread-safe: one collection is used by one thread at a time.
class RemoteCollection {
 public:
  virtual ~RemoteCollection() = default;

  /// What changed since `since` (empty: list everything). Texts that the server sends inside the
  /// listing go to `on_item` at once (any order, each href at most once); everything else is only
  /// named in the Listing. An invalid token is answered with a complete listing, not an error.
  /// Errors: the whole listing failed; nothing may be concluded from it.
  virtual Result<sync::Listing> changes(const SyncToken& since, const sync::OnItem& on_item) = 0;

  /// Every member with its etag and no texts, whatever was listed before: to compare with once a day.
  virtual Result<sync::Listing> list_all() {
    return changes(SyncToken(), [](const sync::RemoteItem&) { return Result<void>(); });
  }

  /// Tells which versions are here already: of those a listing need give no text and ask no further
  /// questions. `held` may be called during every later changes(), so
  /// what it refers to must outlive these.
  virtual void skip_held(std::function<bool(const Href&, const Etag&)> held) { (void)held; }

  /// Fetches texts with their etags, each to `on_item` in any order. Returns what could not be had,
  /// one entry per href (kind not_found for 404/410). The call fails only when nothing more can come.
  virtual Result<std::vector<sync::ItemError>> fetch(std::span<const Href> hrefs,
                                                     const sync::OnItem& on_item) = 0;

  /// Creates only if `href` is free (If-None-Match: *), else fails with kind precondition.
  virtual Result<sync::Written> create(const Href& href, std::string_view text) = 0;
  /// Replaces only if the resource still has `etag` (If-Match), else kind precondition.
  virtual Result<sync::Written> update(const Href& href, const Etag& etag, std::string_view text) = 0;
  /// Deletes only if the resource still has `etag`, else kind precondition. Gone already: not_found.
  virtual Result<void> remove(const Href& href, const Etag& etag) = 0;

  /// A name for a new resource, made from the UID, safe in URLs and file systems.
  [[nodiscard]] virtual Href href_for(const Uid& uid) const = 0;
};

/// Finds what an account offers and opens its collections.
class Source {
 public:
  virtual ~Source() = default;
  /// Discovery (RFC 6764, 4791, 6352; a folder scan for vdir). Empty lists are a valid answer.
  virtual Result<sync::Discovered> discover() = 0;
  /// Opens a collection by the url that discover() named. No request is sent yet.
  virtual Result<std::unique_ptr<RemoteCollection>> open(const sync::Collection& collection) = 0;
  /// Makes an empty calendar with this display name for these kinds of item (events, tasks or journals;
  /// never cards) where the user's calendars are, and gives it back as discover() would name it. Nothing
  /// that exists is touched: a second one of the same name gets another url.
  /// Errors: forbidden (this place keeps no such items, or lets nobody make calendars: the text says
  /// which), invalid (no kind, or cards), else those of discover().
  virtual Result<sync::Collection> create_collection(std::string_view name,
                                                     const sync::Components& holds) = 0;
};

/// Items, their last agreed versions, open intents and settings: what a user could lose.
/// One writer; every call is durable when it returns unless inside transact().
class Store {
 public:
  virtual ~Store() = default;

  /// Runs `work` in one transaction: committed if it succeeds, rolled back if it fails. Not nested.
  virtual Result<void> transact(const std::function<Result<void>()>& work) = 0;

  virtual Result<sync::AccountId> add_account(const sync::Account& account) = 0;
  virtual Result<void> update_account(const sync::Account& account) = 0;
  /// Removes the account with its collections, items, bases and intents.
  virtual Result<void> remove_account(sync::AccountId account) = 0;
  virtual Result<std::vector<sync::Account>> accounts() = 0;

  /// Inserts, or updates every field of the row with the same (account, url). Returns its id.
  virtual Result<sync::CollectionId> put_collection(const sync::Collection& collection) = 0;
  virtual Result<std::vector<sync::Collection>> collections() = 0;
  virtual Result<void> remove_collection(sync::CollectionId collection) = 0;

  virtual Result<std::optional<sync::Item>> item(sync::CollectionId collection, const Href& href) = 0;
  virtual Result<std::vector<sync::Item>> items_with_uid(const Uid& uid) = 0;
  /// Every item of a collection in href order; stops when `visit` returns an error and passes it on.
  virtual Result<void> each_item(sync::CollectionId collection,
                                 const std::function<Result<void>(const sync::Item&)>& visit) = 0;
  /// Inserts or replaces the local text of (collection, href).
  virtual Result<void> put_item(const sync::Item& item) = 0;
  virtual Result<void> remove_item(sync::CollectionId collection, const Href& href) = 0;

  /// href, etag and hash of every base of a collection with whether the local text still equals it:
  /// enough to decide, without the texts. Href order.
  virtual Result<std::vector<sync::BaseMark>> base_marks(sync::CollectionId collection) = 0;
  virtual Result<std::optional<sync::Base>> base(sync::CollectionId collection, const Href& href) = 0;
  virtual Result<void> put_base(const sync::Base& base) = 0;
  virtual Result<void> remove_base(sync::CollectionId collection, const Href& href) = 0;
  /// Stores item and base of one text that both sides have: the same as put_item and put_base, in one step.
  virtual Result<void> put_agreed(const sync::Item& item, const sync::Base& base) = 0;
  /// Gives an item, its base, conflicts and log another href. The new one must be free.
  virtual Result<void> move_item(sync::CollectionId collection, const Href& from, const Href& to) = 0;

  /// One mark of base_marks(); nullopt without a base.
  virtual Result<std::optional<sync::BaseMark>> base_mark(sync::CollectionId collection,
                                                          const Href& href) = 0;
  /// Those of base_marks() whose item is gone or differs from its base. Costs by their number, not by the
  /// size of the collection. Href order.
  virtual Result<std::vector<sync::BaseMark>> changed_marks(sync::CollectionId collection) = 0;
  /// Items without a base; costs by their number. Href order.
  virtual Result<std::vector<sync::Unsent>> unsent(sync::CollectionId collection) = 0;
  virtual Result<std::size_t> count_bases(sync::CollectionId collection) = 0;

  /// What earlier syncs of a collection left out; href order.
  virtual Result<std::vector<sync::LeftOut>> left_out(sync::CollectionId collection) = 0;
  /// Inserts or replaces the row of (collection, href).
  virtual Result<void> put_left_out(sync::CollectionId collection, const sync::LeftOut& name) = 0;
  virtual Result<void> remove_left_out(sync::CollectionId collection, const Href& href) = 0;

  /// Writes an intent row before a request is sent; the id is given back.
  virtual Result<std::int64_t> put_intent(const sync::Intent& intent) = 0;
  virtual Result<void> remove_intent(std::int64_t id) = 0;
  virtual Result<std::vector<sync::Intent>> intents() = 0;

  /// A local value that is not in the item (sync::Cause), kept for the user.
  virtual Result<void> add_conflict(const sync::ConflictRow& conflict) = 0;
  virtual Result<std::vector<sync::ConflictRow>> conflicts() = 0;
  virtual Result<void> remove_conflict(std::int64_t id) = 0;

  /// What a sync removed here; newest first.
  virtual Result<void> add_trash(const sync::Trashed& trashed) = 0;
  virtual Result<std::vector<sync::Trashed>> trash() = 0;
  virtual Result<void> remove_trash(std::int64_t id) = 0;
  /// Forgets what was put there before `until`.
  virtual Result<void> purge_trash(Instant until) = 0;

  /// The change log; newest first, at most `most` rows.
  virtual Result<void> add_write(const sync::LoggedWrite& write) = 0;
  virtual Result<std::vector<sync::LoggedWrite>> writes(std::size_t most) = 0;
  virtual Result<std::optional<sync::LoggedWrite>> logged_write(std::int64_t id) = 0;
  /// The newest row of one item that was not undone.
  virtual Result<std::optional<sync::LoggedWrite>> last_write(sync::CollectionId collection,
                                                              const Href& href) = 0;
  virtual Result<void> mark_undone(std::int64_t id) = 0;
  virtual Result<void> purge_writes(Instant until) = 0;

  virtual Result<std::optional<std::string>> setting(std::string_view key) = 0;
  virtual Result<void> set_setting(std::string_view key, std::string_view value) = 0;
};

/// Derived rows of items (relations::Derived), one entry per (collection, href). Can be deleted at any
/// time: `goodturn rebuild` recreates it to the same answer. Visits are in (collection, href) order.
class Index {
 public:
  virtual ~Index() = default;
  virtual Result<void> replace(sync::CollectionId collection, const Href& href,
                               const relations::Derived& derived) = 0;
  virtual Result<void> erase(sync::CollectionId collection, const Href& href) = 0;
  virtual Result<void> clear() = 0;

  struct Origin {
    sync::CollectionId collection = 0;
    Href href;
  };
  virtual Result<void> each_person(const std::function<void(const Origin&, people::Card)>& visit) = 0;
  virtual Result<void> each_meeting(const std::function<void(const Origin&, relations::Meeting)>& visit) = 0;
  virtual Result<void> each_record(const std::function<void(const Origin&, calendar::Record)>& visit) = 0;
  virtual Result<void> each_journal(
      const std::function<void(const Origin&, relations::JournalRow)>& visit) = 0;
  virtual Result<void> each_follow_up(
      const std::function<void(const Origin&, calendar::FollowUp)>& visit) = 0;
  /// The same as replace() for an item that has no rows yet, without looking for them. Errors: invalid where
  /// it has some.
  virtual Result<void> add(sync::CollectionId collection, const Href& href,
                           const relations::Derived& derived) = 0;
};

/// What became of observations that were handed in.
struct Observed {
  std::size_t fresh = 0;
  std::size_t known = 0;      ///< stood there before, from the same mail account
  std::size_t forgotten = 0;  ///< only with people whose mail the user let forget
};

/// Observed mail: which accounts and folders the user chose, how far they were read, and one row per message
/// and person. Addresses and Message-IDs are kept only as marks, hashes salted with a random number of this
/// store.
class Observations {
 public:
  virtual ~Observations() = default;
  /// Turns an address (plain_address) into its mark. Until forget_all_mail().
  using MarkOf = std::function<relations::Mark(std::string_view)>;
  virtual Result<MarkOf> mark_of() = 0;

  /// The watched accounts, and others of which something is kept; by id.
  virtual Result<std::vector<relations::MailAccount>> mail_accounts() = 0;
  /// Watches these accounts and folders and no others. Folders that stay keep their span, `read` of the
  /// argument does not count; what was observed stays.
  virtual Result<void> watch_mail(std::span<const relations::MailAccount> accounts) = 0;
  /// Joins the span with what was read of a watched folder before.
  virtual Result<void> mark_read(std::string_view account, std::string_view folder,
                                 const relations::ReadSpan& span) = 0;

  /// Takes observations of an account of mail_accounts(). The result is the same in whatever order, batches
  /// and number of times they come; rows of one message that differ are joined (earliest date, most
  /// recipients).
  virtual Result<Observed> observe(std::string_view account,
                                   std::span<const relations::Observation> observations) = 0;
  /// Every message once per person, also where two accounts have it; the rows of one message stand together.
  virtual Result<void> each_observation(const std::function<void(const relations::ObservedMail&)>& visit) = 0;

  /// Forgets all mail with this address, and takes none dated up to `until` any more. Gives the number of
  /// messages.
  virtual Result<std::size_t> forget_address(std::string_view address, Instant until) = 0;
  /// Forgets what was read of an account and watches it no longer. Errors: not_found.
  virtual Result<std::size_t> forget_mail_account(std::string_view account) = 0;
  /// Everything, as if mail had never been observed; the marks change.
  virtual Result<std::size_t> forget_all_mail() = 0;
};

/// libical's part: instances of a recurring event and the meaning of time zones.
class Recurrence {
 public:
  virtual ~Recurrence() = default;
  /// Occurrences of all VEVENTs in one iCalendar item (master with RRULE, RDATE, EXDATE and its
  /// RECURRENCE-ID overrides) that overlap [from, until), in start order, at most 3,500 per rule.
  /// `Occurrence::event` indexes `events`, the components read from the same document. Rules finer than
  /// daily give the first instance only (security.md 2.1). Errors: parse.
  virtual Result<std::vector<calendar::Occurrence>> expand(const text::Document& document,
                                                           std::span<const calendar::Event> events,
                                                           Instant from, Instant until) = 0;
  /// The user's local calendar date of an instant.
  [[nodiscard]] virtual Day local_day(Instant instant) const = 0;
  /// Local time minus UTC at `at` in an IANA zone ("Europe/Berlin"); nullopt for a name nobody knows.
  [[nodiscard]] virtual std::optional<std::chrono::minutes> offset_of(std::string_view zone,
                                                                      Instant at) const = 0;
  /// The same for a country: its code (ISO 3166) or its name in one of the larger languages of Europe, in any
  /// letter case. nullopt where its clocks differ at that time, and for a country nobody knows.
  [[nodiscard]] virtual std::optional<std::chrono::minutes> offset_in(std::string_view country,
                                                                      Instant at) const = 0;
};

/// Telephone numbers in the form in which equal ones are equal texts.
class Phones {
 public:
  virtual ~Phones() = default;
  /// The number in E.164 ("+493012345678"), with ";ext=12" behind it for an extension (RFC 3966); nullopt for
  /// what cannot be a number. `region` (ISO 3166, capital letters) says where a number without country code
  /// is dialled; empty means home_region(), and without that one only numbers with country code are read.
  [[nodiscard]] virtual std::optional<std::string> normalised(std::string_view number,
                                                              std::string_view region) const = 0;
  /// Whether numbers of that region can be read.
  [[nodiscard]] virtual bool knows(std::string_view region) const = 0;
  /// The country of the user's system; empty when that says none.
  [[nodiscard]] virtual std::string home_region() const = 0;
};

/// Passwords and tokens by name. Never logged, never in the database.
class Secrets {
 public:
  virtual ~Secrets() = default;
  virtual Result<std::optional<std::string>> get(std::string_view name) = 0;
  virtual Result<void> set(std::string_view name, std::string_view secret) = 0;
  virtual Result<void> remove(std::string_view name) = 0;
  /// The file where they are kept, for `goodturn doctor`; empty: in the desktop's keyring.
  [[nodiscard]] virtual std::string place() const = 0;
};

/// Where the browser comes back to this computer after a sign-in (RFC 8252 §7.3). Closed when destroyed.
class Landing {
 public:
  virtual ~Landing() = default;
  /// "http://127.0.0.1:PORT/".
  [[nodiscard]] virtual std::string address() const = 0;
  /// Gives what was found in the query of a visit.
  using Read = std::function<Result<std::string>(std::string_view query)>;
  /// The first visit that `read` accepts or finally refuses. One that it calls suspicious is turned away and
  /// the waiting goes on. Errors: those of `read`, timeout after `limit`, cancelled.
  virtual Result<std::string> wait(const Read& read, const Cancelled& cancelled,
                                   std::chrono::milliseconds limit) = 0;
};

/// Authorization servers (OAuth 2.0), and the way back from them.
class Authority {
 public:
  virtual ~Authority() = default;
  /// The places that an issuer publishes (RFC 8414, else OpenID Connect Discovery); client and scope stay
  /// empty. Errors: not_found (it publishes none), protocol, suspicious (it names itself differently), those
  /// of the request.
  virtual Result<sign_in::OAuth> discover(const std::string& issuer) = 0;
  /// The S256 challenge of a verifier, RFC 7636 §4.2.
  [[nodiscard]] virtual std::string challenge(std::string_view verifier) const = 0;
  /// Opens a free port of this computer, for this computer only.
  virtual Result<std::unique_ptr<Landing>> listen() = 0;
  /// Asks for tokens at `oauth.token`. The refresh token is empty where none was given. Errors: auth (the
  /// code or refresh token is no longer good), invalid (client or scope), protocol, those of the request.
  virtual Result<sign_in::Grant> ask(const sign_in::OAuth& oauth, const sign_in::Fields& fields,
                                     Instant now) = 0;
  /// Takes tokens back at `oauth.revocation`. Errors: those of the request; protocol.
  virtual Result<void> revoke(const sign_in::OAuth& oauth, const sign_in::Fields& fields) = 0;
  /// Held while tokens are renewed: no other thread or program of this home does so meanwhile, since a
  /// refresh token that is used twice counts as stolen (RFC 9700 §4.14). Errors: storage, timeout.
  virtual Result<std::shared_ptr<void>> alone() = 0;
};

/// Gives the access token to send. `refused`: the one that the server has just answered with 401; empty:
/// none. Errors: auth (there is no other), those of renewing it.
using Bearer = std::function<Result<std::string>(const std::string& refused)>;

/// What opens the door of an account besides its address and user; all of it secret.
struct Keys {
  std::string password = {};
  std::string passphrase = {};  ///< of the user's own certificate
  Bearer bearer = {};           ///< empty: the password is used
};

/// Files that hold other files.
class Archives {
 public:
  struct Packed {
    std::string name;  ///< with its folders, "/" between them
    std::string bytes;
  };
  using Wanted = std::function<bool(std::string_view name)>;

  virtual ~Archives() = default;
  /// The files of a zip archive whose names are `wanted`, in the archive's order; folders are none. Nothing
  /// is written anywhere. At most `most` bytes of them are unpacked, whatever the archive says of their size.
  /// Errors: parse (no archive, or a damaged or encrypted file in it), invalid (more than `most` bytes, or
  /// too many files).
  virtual Result<std::vector<Packed>> unpack(std::string_view bytes, const Wanted& wanted,
                                             std::size_t most) const = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class Random {
 public:
  virtual ~Random() = default;
  /// `count` unpredictable bytes.
  virtual std::string bytes(std::size_t count) = 0;
};

}  // namespace goodturn
