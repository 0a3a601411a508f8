// Accounts and their collections: adding, listing, switching on and off, removing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "helper/sign_in/grants.h"
#include "helper/world.h"

namespace goodturn::helper {

struct AccountRequest {
  std::string url;  ///< server address, bare host, e-mail address, folder, .ics file or address
  std::string user;
  std::string password;                        ///< of sign_in::Kind::token: the token
  std::string name;                            ///< default: made from the url
  std::vector<std::string> leave_out = {};     ///< urls of collections that begin switched off
  sign_in::SignIn sign_in = {};                ///< kind oauth is set by `grant`
  std::string passphrase = {};                 ///< of the user's own certificate
  std::shared_ptr<HeldGrant> grant = nullptr;  ///< from a sign-in through the browser
};

struct AccountAdded {
  sync::Account account;
  std::vector<sync::Collection> collections;
  std::vector<Said> notes;
};

/// What kind of account a text that the user typed means: an existing folder is a vdir, an .ics file or
/// webcal: or …​.ics address a feed, everything else a DAV server.
[[nodiscard]] sync::AccountKind kind_of(const std::string& url);

/// Discovers first and stores only what works; the password goes to the Secrets. A user name or address
/// with "@" counts as one of the user's own addresses. Errors: those of discovery; invalid when the
/// account exists already or nothing was found.
Result<AccountAdded> add_account(World& world, const AccountRequest& request, const Cancelled& cancelled);

/// A collection that an account would bring.
struct OfferedCollection {
  sync::Collection collection;
  std::optional<std::size_t> items;  ///< nullopt where the server would not list it
};

struct AccountOffer {
  sync::Account account;
  std::vector<OfferedCollection> collections;
  std::vector<Said> notes;
};

/// What add_account would add, and how much is in it; nothing is stored. Errors: those of add_account.
Result<AccountOffer> look_at_account(World& world, const AccountRequest& request, const Cancelled& cancelled);

/// Discovers again and adds new collections; switches and tokens of known ones stay. A collection that is
/// no longer listed stays too and is named in the notes: an outage must not look like a deletion.
Result<std::vector<Said>> refresh_account(World& world, const sync::Account& account, Source& source);

/// Removes the account, its local copies and its password; nothing is deleted on the server. Records kept
/// there are brought to this computer first. Tokens are taken back at the authorization server; where that
/// fails, a note for the user says so.
Result<std::vector<Said>> remove_account(World& world, sync::AccountId account);

struct AccountEdit {
  std::optional<std::string> name;
  std::optional<std::vector<std::string>> own_addresses;
};
/// Errors: not_found. Own addresses decide who is "the user" in meetings: events are derived again.
Result<sync::Account> edit_account(World& world, sync::AccountId account, const AccountEdit& edit);

struct CollectionEdit {
  std::optional<bool> enabled;
  std::optional<bool> counts_as_meetings;
  std::optional<bool> write_back;
};
/// Errors: not_found; forbidden when write-back is asked for a read-only collection or a calendar, or when
/// a collection in which the records are kept would no longer be synchronised.
Result<sync::Collection> edit_collection(World& world, sync::CollectionId collection,
                                         const CollectionEdit& edit);

struct CollectionRow {
  sync::Collection collection;
  std::string account_name;
  std::size_t items = 0;
};
/// Collections of all accounts except the local ones.
[[nodiscard]] Result<std::vector<CollectionRow>> list_collections(World& world);

/// The account with that id. Takes the lock. Errors: not_found; storage.
[[nodiscard]] Result<sync::Account> find_account(World& world, sync::AccountId account);

/// Call with the lock. Errors: not_found; storage.
[[nodiscard]] Result<sync::Collection> find_collection(World& world, sync::CollectionId collection);

/// Opens the source of an account with what is kept among the Secrets. Errors: auth where the consent for it
/// was withdrawn: nothing is asked until the user signs in again.
[[nodiscard]] Result<std::unique_ptr<Source>> open_account(World& world, const sync::Account& account,
                                                           const Cancelled& cancelled);

}  // namespace goodturn::helper
