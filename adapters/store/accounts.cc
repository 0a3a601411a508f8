// Accounts and collections.
#include <array>

#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/list_text.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

using sync::AccountKind;

std::string_view word_of(AccountKind kind) {
  switch (kind) {
    case AccountKind::dav:
      return "dav";
    case AccountKind::vdir:
      return "vdir";
    case AccountKind::feed:
      return "feed";
  }
  return "dav";
}

AccountKind account_kind_of(std::string_view word) {
  if (word == "vdir") return AccountKind::vdir;
  if (word == "feed") return AccountKind::feed;
  return AccountKind::dav;
}

std::string_view word_of(sign_in::Kind kind) {
  switch (kind) {
    case sign_in::Kind::password:
      return "password";
    case sign_in::Kind::token:
      return "token";
    case sign_in::Kind::oauth:
      return "oauth";
  }
  return "password";
}

sign_in::Kind sign_in_kind_of(std::string_view word) {
  if (word == "token") return sign_in::Kind::token;
  if (word == "oauth") return sign_in::Kind::oauth;
  return sign_in::Kind::password;
}

Error no_such_account(const std::string& path) {
  return {ErrorKind::not_found, "The account does not exist (any more).", path, 0, std::nullopt};
}

sync::Account read_account(const Query& row) {
  return {row.number(0),
          account_kind_of(row.text(1)),
          row.text(2),
          row.text(3),
          row.text(4),
          list_of(row.text(5)),
          {sign_in_kind_of(row.text(6)),
           {row.text(7), row.text(8), row.text(9), row.text(10), row.text(11), row.text(12)},
           row.flag(13),
           row.text(14),
           row.text(15)}};
}

sync::Collection read_collection(const Query& row) {
  sync::Collection collection;
  collection.id = row.number(0);
  collection.account = row.number(1);
  collection.url = row.text(2);
  collection.name = row.text(3);
  collection.color = row.text(4);
  collection.holds = {row.flag(5), row.flag(6), row.flag(7), row.flag(8)};
  collection.read_only = row.flag(9);
  collection.enabled = row.flag(10);
  collection.counts_as_meetings = row.flag(11);
  collection.write_back = row.flag(12);
  collection.token = SyncToken(row.text(13));
  collection.last_sync = row.maybe_instant(14);
  return collection;
}

}  // namespace

Result<sync::AccountId> SqliteStore::add_account(const sync::Account& account) {
  return guarded(connection_->path(), [&]() -> Result<sync::AccountId> {
    const sign_in::SignIn& how = account.sign_in;
    const sign_in::OAuth& oauth = how.oauth;
    Query query(connection_->prepared(
                    "INSERT INTO account (kind, name, url, user, own_addresses, sign_in, oauth_issuer,"
                    " oauth_authorization, oauth_token, oauth_revocation, oauth_client, oauth_scope,"
                    " withdrawn, certificate, client_certificate)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"),
                word_of(account.kind), account.name, account.url, account.user,
                to_text(account.own_addresses), word_of(how.kind), oauth.issuer, oauth.authorization,
                oauth.token, oauth.revocation, oauth.client, oauth.scope, how.withdrawn, how.certificate,
                how.client_certificate);
    query.run();
    return connection_->database().getLastInsertRowid();
  });
}

Result<void> SqliteStore::update_account(const sync::Account& account) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    const sign_in::SignIn& how = account.sign_in;
    const sign_in::OAuth& oauth = how.oauth;
    Query query(
        connection_->prepared("UPDATE account SET kind = ?1, name = ?2, url = ?3, user = ?4,"
                              " own_addresses = ?5, sign_in = ?7, oauth_issuer = ?8,"
                              " oauth_authorization = ?9, oauth_token = ?10, oauth_revocation = ?11,"
                              " oauth_client = ?12, oauth_scope = ?13, withdrawn = ?14, certificate = ?15,"
                              " client_certificate = ?16 WHERE id = ?6 AND kind <> 'local'"),
        word_of(account.kind), account.name, account.url, account.user, to_text(account.own_addresses),
        account.id, word_of(how.kind), oauth.issuer, oauth.authorization, oauth.token, oauth.revocation,
        oauth.client, oauth.scope, how.withdrawn, how.certificate, how.client_certificate);
    if (query.run() == 0) return fail(no_such_account(connection_->path()));
    return {};
  });
}

Result<void> SqliteStore::remove_account(sync::AccountId account) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    Query query(connection_->prepared("DELETE FROM account WHERE id = ?1 AND kind <> 'local'"), account);
    if (query.run() == 0) return fail(no_such_account(connection_->path()));
    return {};
  });
}

Result<std::vector<sync::Account>> SqliteStore::accounts() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::Account>> {
    Query query(
        connection_->prepared("SELECT id, kind, name, url, user, own_addresses, sign_in, oauth_issuer,"
                              " oauth_authorization, oauth_token, oauth_revocation, oauth_client,"
                              " oauth_scope, withdrawn, certificate, client_certificate FROM account"
                              " WHERE kind <> 'local' ORDER BY id"));
    std::vector<sync::Account> all;
    while (query.next()) all.push_back(read_account(query));
    return all;
  });
}

Result<sync::CollectionId> SqliteStore::put_collection(const sync::Collection& collection) {
  return guarded(connection_->path(), [&]() -> Result<sync::CollectionId> {
    Query query(
        connection_->prepared(
            "INSERT INTO collection (account, url, name, color, cards, events, tasks, journals, read_only,"
            " enabled, counts_as_meetings, write_back, token, last_sync)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
            " ON CONFLICT (account, url) DO UPDATE SET name = ?3, color = ?4, cards = ?5, events = ?6,"
            " tasks = ?7, journals = ?8, read_only = ?9, enabled = ?10, counts_as_meetings = ?11,"
            " write_back = ?12, token = ?13, last_sync = ?14 RETURNING id"),
        collection.account, collection.url, collection.name, collection.color, collection.holds.cards,
        collection.holds.events, collection.holds.tasks, collection.holds.journals, collection.read_only,
        collection.enabled, collection.counts_as_meetings, collection.write_back, collection.token,
        collection.last_sync);
    query.next();
    const sync::CollectionId id = query.number(0);
    // A statement with RETURNING takes effect only when it is stepped to its end.
    query.next();
    return id;
  });
}

Result<std::vector<sync::Collection>> SqliteStore::collections() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<sync::Collection>> {
    Query query(connection_->prepared(
        "SELECT id, account, url, name, color, cards, events, tasks, journals, read_only, enabled,"
        " counts_as_meetings, write_back, token, last_sync FROM collection ORDER BY id"));
    std::vector<sync::Collection> all;
    while (query.next()) all.push_back(read_collection(query));
    return all;
  });
}

Result<void> SqliteStore::remove_collection(sync::CollectionId collection) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM collection WHERE id = ?1"), collection);
    return {};
  });
}

}  // namespace goodturn::store
