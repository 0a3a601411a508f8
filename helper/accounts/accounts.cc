#include "helper/accounts/accounts.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "helper/accounts/keys.h"
#include "helper/index/rebuild.h"
#include "helper/records/keep.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool starts(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::string default_name(const sync::Account& account) {
  if (account.kind != sync::AccountKind::dav) {
    const std::string last = fs::path(account.url).lexically_normal().filename().string();
    return last.empty() ? account.url : last;
  }
  const auto scheme = account.url.find("://");
  const std::string rest = scheme == std::string::npos ? account.url : account.url.substr(scheme + 3);
  const std::string host = rest.substr(0, rest.find('/'));
  return account.user.empty() || account.user.find('@') != std::string::npos
             ? (account.user.empty() ? host : account.user)
             : account.user + " on " + host;
}

/// Addresses whose own refusal would say too little, or would repeat a password.
Result<void> check_address(const std::string& url) {
  const auto scheme = url.find("://");
  if (scheme != std::string::npos) {
    const std::string host = url.substr(scheme + 3, url.find('/', scheme + 3) - scheme - 3);
    if (host.find('@') != std::string::npos)
      return fail(ErrorKind::invalid, "Leave user name and password out of the address and give them apart.");
  }
  const bool path = starts(url, "/") || starts(url, "./") || starts(url, "../") || starts(url, "~");
  std::error_code ignored;
  if (path && !fs::exists(url, ignored))
    return fail(ErrorKind::not_found, "There is no such folder or file.", url);
  return {};
}

sync::Account account_of(const AccountRequest& request) {
  sync::Account account;
  account.kind = kind_of(request.url);
  account.url = account.kind == sync::AccountKind::vdir
                    ? fs::absolute(request.url).lexically_normal().string()
                    : request.url;
  account.user = request.user;
  account.name = request.name;
  account.sign_in = request.sign_in;
  if (request.grant)
    account.sign_in.kind = sign_in::Kind::oauth, account.sign_in.oauth = request.grant->oauth;
  return account;
}

void add_own_address(std::vector<std::string>& addresses, const std::string& candidate) {
  if (candidate.find('@') == std::string::npos || candidate.find('/') != std::string::npos) return;
  const std::string address = lower(candidate);
  if (std::find(addresses.begin(), addresses.end(), address) == addresses.end()) addresses.push_back(address);
}

Result<void> refuse_double(World& world, const sync::Account& account) {
  const auto accounts = world.store.accounts();
  if (!accounts) return fail(accounts.error());
  for (const sync::Account& known : *accounts)
    if (known.url == account.url && (account.kind != sync::AccountKind::dav || known.user == account.user))
      return fail(ErrorKind::invalid,
                  Said("This account is set up already as \"{name}\".", {{"name", known.name}}));
  return {};
}

Result<AccountAdded> store_account(World& world, sync::Account account, const sync::Discovered& found,
                                   const AccountRequest& request) {
  const auto lock = world.lock();
  if (auto fresh = refuse_double(world, account); !fresh) return fail(fresh.error());
  AccountAdded added{account, {}, found.notes};
  auto done = world.store.transact([&]() -> Result<void> {
    const auto id = world.store.add_account(account);
    if (!id) return fail(id.error());
    added.account.id = *id;
    for (sync::Collection collection : found.collections) {
      collection.account = *id;
      collection.enabled = std::find(request.leave_out.begin(), request.leave_out.end(), collection.url) ==
                           request.leave_out.end();
      const auto collection_id = world.store.put_collection(collection);
      if (!collection_id) return fail(collection_id.error());
      collection.id = *collection_id;
      added.collections.push_back(std::move(collection));
    }
    return keep_keys(world, *id, request);
  });
  if (!done) return fail(done.error());
  return added;
}

struct FoundAccount {
  sync::Account account;
  sync::Discovered offer;
  std::unique_ptr<Source> source;
};

/// Signs in and looks what is there.
Result<FoundAccount> find_out(World& world, const AccountRequest& request, const Cancelled& cancelled) {
  if (auto usable = check_address(request.url); !usable) return fail(usable.error());
  sync::Account account = account_of(request);
  auto source = world.open_source(account, keys_of(world, request), cancelled);
  if (!source) return fail(source.error());
  auto found = (*source)->discover();
  if (!found) return fail(found.error());
  if (found->collections.empty())
    return fail(ErrorKind::not_found,
                account.kind == sync::AccountKind::vdir
                    ? "Neither this folder nor one in it holds .vcf or .ics files."
                    : "Signed in, but found no address book or calendar there. Check the address and the "
                      "user name.",
                account.url);
  if (!found->context_url.empty()) account.url = found->context_url;
  account.own_addresses = found->own_addresses;
  add_own_address(account.own_addresses, request.user);
  add_own_address(account.own_addresses, request.url);
  if (account.name.empty()) account.name = default_name(account);
  return FoundAccount{std::move(account), std::move(*found), std::move(*source)};
}

}  // namespace

sync::AccountKind kind_of(const std::string& url) {
  std::error_code ignored;
  if (fs::is_directory(url, ignored)) return sync::AccountKind::vdir;
  const std::string path = lower(url.substr(0, url.find_first_of("?#")));
  const bool ics = path.size() > 4 && path.ends_with(".ics");
  return ics || starts(lower(url), "webcal") ? sync::AccountKind::feed : sync::AccountKind::dav;
}

Result<AccountAdded> add_account(World& world, const AccountRequest& request, const Cancelled& cancelled) {
  auto found = find_out(world, request, cancelled);
  if (!found) return fail(found.error());
  return store_account(world, std::move(found->account), found->offer, request);
}

Result<AccountOffer> look_at_account(World& world, const AccountRequest& request,
                                     const Cancelled& cancelled) {
  auto found = find_out(world, request, cancelled);
  if (!found) return fail(found.error());
  {
    const auto lock = world.lock();
    if (auto fresh = refuse_double(world, found->account); !fresh) return fail(fresh.error());
  }
  AccountOffer offer{std::move(found->account), {}, std::move(found->offer.notes)};
  for (sync::Collection& collection : found->offer.collections) {
    std::optional<std::size_t> items;
    if (const auto opened = found->source->open(collection))
      if (const auto listing = (*opened)->list_all()) items = listing->members.size();
    offer.collections.push_back({std::move(collection), items});
  }
  return offer;
}

Result<std::vector<Said>> refresh_account(World& world, const sync::Account& account, Source& source) {
  const auto found = source.discover();
  if (!found) return fail(found.error());
  std::vector<Said> notes = found->notes;
  const auto lock = world.lock();
  const auto known = world.store.collections();
  if (!known) return fail(known.error());
  for (sync::Collection fresh : found->collections) {
    fresh.account = account.id;
    for (const sync::Collection& old : *known)
      if (old.account == account.id && old.url == fresh.url) {
        fresh.enabled = old.enabled;
        fresh.counts_as_meetings = old.counts_as_meetings;
        fresh.write_back = old.write_back && !fresh.read_only;
        fresh.token = old.token;
        fresh.last_sync = old.last_sync;
      }
    if (const auto stored = world.store.put_collection(fresh); !stored) return fail(stored.error());
  }
  for (const sync::Collection& old : *known) {
    const auto listed = [&](const sync::Collection& fresh) { return fresh.url == old.url; };
    if (old.account == account.id &&
        std::none_of(found->collections.begin(), found->collections.end(), listed))
      notes.push_back(Said("account.unlisted", {{"collection", old.name}}));
  }
  return notes;
}

Result<sync::Account> find_account(World& world, sync::AccountId account) {
  const auto lock = world.lock();
  const auto accounts = world.store.accounts();
  if (!accounts) return fail(accounts.error());
  for (const sync::Account& known : *accounts)
    if (known.id == account) return known;
  return fail(ErrorKind::not_found, "There is no account with this number. List them with `account list`.");
}

Result<sync::Account> edit_account(World& world, sync::AccountId id, const AccountEdit& edit) {
  const auto lock = world.lock();
  auto account = find_account(world, id);
  if (!account) return account;
  if (edit.name) account->name = *edit.name;
  if (edit.own_addresses) {
    account->own_addresses.clear();
    for (const std::string& address : *edit.own_addresses) add_own_address(account->own_addresses, address);
  }
  if (auto stored = world.store.update_account(*account); !stored) return fail(stored.error());
  if (edit.own_addresses)
    if (const auto rebuilt = rebuild_index(world); !rebuilt) return fail(rebuilt.error());
  return account;
}

Result<sync::Collection> find_collection(World& world, sync::CollectionId id) {
  const auto collections = world.store.collections();
  if (!collections) return fail(collections.error());
  for (const sync::Collection& collection : *collections)
    if (collection.id == id) return collection;
  return fail(ErrorKind::not_found,
              "There is no collection with this number. List them with `collection list`.");
}

Result<sync::Collection> edit_collection(World& world, sync::CollectionId id, const CollectionEdit& edit) {
  const auto lock = world.lock();
  auto collection = find_collection(world, id);
  if (!collection) return collection;
  if (const auto place = records_place(world); !place)
    return fail(place.error());
  else if ((place->journal.collection.id == id || place->follow_ups.collection.id == id) &&
           !(edit.enabled.value_or(true) && edit.write_back.value_or(true)))
    return fail(ErrorKind::forbidden,
                "Your own records are kept in this collection. Keep them on this computer "
                "first (`goodturn records here`).");
  if (edit.write_back.value_or(false) && (collection->read_only || !collection->holds.cards))
    return fail(ErrorKind::forbidden, collection->holds.cards
                                          ? "The server does not let you change this address book."
                                          : "Tags are written to address books, not to calendars.");
  collection->enabled = edit.enabled.value_or(collection->enabled);
  collection->counts_as_meetings = edit.counts_as_meetings.value_or(collection->counts_as_meetings);
  collection->write_back = edit.write_back.value_or(collection->write_back);
  auto done = world.store.transact([&]() -> Result<void> {
    if (const auto stored = world.store.put_collection(*collection); !stored) return fail(stored.error());
    if (!edit.enabled && !edit.counts_as_meetings) return {};
    auto items = Items::open(world);
    if (!items) return fail(items.error());
    const auto again = reindex_collection(world, *items, id);
    return again ? Result<void>{} : fail(again.error());
  });
  if (!done) return fail(done.error());
  return collection;
}

Result<std::vector<CollectionRow>> list_collections(World& world) {
  const auto lock = world.lock();
  const auto accounts = world.store.accounts();
  if (!accounts) return fail(accounts.error());
  const auto collections = world.store.collections();
  if (!collections) return fail(collections.error());
  std::vector<CollectionRow> rows;
  for (const sync::Collection& collection : *collections) {
    if (collection.account == sync::local_account) continue;
    const auto account = std::find_if(accounts->begin(), accounts->end(),
                                      [&](const sync::Account& a) { return a.id == collection.account; });
    const auto marks = world.store.base_marks(collection.id);
    if (!marks) return fail(marks.error());
    rows.push_back({collection, account == accounts->end() ? "" : account->name, marks->size()});
  }
  return rows;
}

}  // namespace goodturn::helper
