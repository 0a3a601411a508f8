// Observed mail: rows of marks and dates, the user's choice of accounts, and forgetting.
#include <bit>

#include "adapters/store/connection.h"
#include "adapters/store/erased.h"
#include "adapters/store/failure.h"
#include "adapters/store/mail_mark.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"
#include "core/sync/erased_names.h"

namespace goodturn::store {
namespace {

using relations::Mark;
using relations::Observation;
using relations::ObservedMail;
using relations::ReadSpan;

std::int64_t column_of(Mark mark) { return std::bit_cast<std::int64_t>(mark.value); }
Mark mark_in(const Query& row, int column) { return {std::bit_cast<std::uint64_t>(row.number(column))}; }

std::string salt_of(Connection& connection) {
  Query query(connection.prepared("SELECT value FROM setting WHERE key = 'mail.salt'"));
  if (!query.next()) throw SQLite::Exception("The salt of the observed mail is missing.");
  return query.text(0);
}

/// nullopt: no such account.
std::optional<std::int64_t> number_of(Connection& connection, std::string_view account) {
  Query query(connection.prepared("SELECT number FROM mail_account WHERE id = ?1"), account);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

tl::unexpected<Error> no_such_account() {
  return fail(ErrorKind::not_found, "No mail of this account is watched or kept.");
}

std::size_t count_of(Connection& connection, const char* sql, std::int64_t key) {
  Query query(connection.prepared(sql), key);
  return query.next() ? static_cast<std::size_t>(query.number(0)) : 0;
}

/// An account without folders and without messages is of no more use.
void drop_empty_accounts(Connection& connection) {
  run_once(
      connection.prepared("DELETE FROM mail_account WHERE number NOT IN (SELECT account FROM mail_folder)"
                          " AND number NOT IN (SELECT account FROM observation)"));
}

/// Takes the observations of one batch.
class Intake {
 public:
  Intake(Connection& connection, std::int64_t account)
      : connection_(connection),
        account_(account),
        salt_(salt_of(connection)),
        erased_(erased_in(connection)) {}

  void take(const Observation& observation) {
    const Mark message = mail_mark(salt_, Marked::message, observation.message_id);
    const bool known = stands(message);
    bool taken = false;
    for (const std::string& address : observation.people) {
      const Mark person = mail_mark(salt_, Marked::person, address);
      if (is_forgotten(person, observation.at)) continue;
      if (erased_ && erased_(sync::erased_address(address))) continue;
      put(observation, message, person);
      taken = true;
    }
    ++(known ? result_.known : taken ? result_.fresh : result_.forgotten);
  }
  [[nodiscard]] const Observed& result() const { return result_; }

 private:
  bool stands(Mark message) {
    Query query(connection_.prepared("SELECT 1 FROM observation WHERE message = ?1 AND account = ?2"),
                column_of(message), account_);
    return query.next();
  }

  bool is_forgotten(Mark person, Instant at) {
    Query query(connection_.prepared("SELECT 1 FROM mail_forgotten WHERE person = ?1 AND until >= ?2"),
                column_of(person), at);
    return query.next();
  }

  // min and max do not care about the order, so two copies of a message that differ give one result.
  void put(const Observation& observation, Mark message, Mark person) {
    std::optional<std::int64_t> thread;
    if (!observation.thread.empty())
      thread = column_of(mail_mark(salt_, Marked::message, observation.thread));
    run_once(connection_.prepared(
                 "INSERT INTO observation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET"
                 " thread = coalesce(min(thread, excluded.thread), thread, excluded.thread),"
                 " at = min(at, excluded.at), direction = max(direction, excluded.direction),"
                 " recipients = max(recipients, excluded.recipients)"),
             column_of(message), column_of(person), account_, thread, observation.at,
             to_string(observation.direction), observation.recipients);
  }

  Connection& connection_;
  std::int64_t account_;
  std::string salt_;
  Erasure::IsErased erased_;
  Observed result_;
};

std::vector<relations::MailFolder> folders_of(Connection& connection, std::int64_t account) {
  std::vector<relations::MailFolder> folders;
  Query query(connection.prepared("SELECT id, name, read_from, read_until FROM mail_folder"
                                  " WHERE account = ?1 ORDER BY id"),
              account);
  while (query.next()) {
    relations::MailFolder folder{query.text(0), query.text(1), std::nullopt};
    if (!query.is_null(2)) folder.read = ReadSpan{query.instant(2), query.instant(3)};
    folders.push_back(std::move(folder));
  }
  return folders;
}

void watch(Connection& connection, const relations::MailAccount& account) {
  run_once(connection.prepared("INSERT INTO mail_account (id, name) VALUES (?1, ?2)"
                               " ON CONFLICT (id) DO UPDATE SET name = excluded.name"),
           account.id, account.name);
  const std::int64_t number = number_of(connection, account.id).value();
  for (const relations::MailFolder& folder : account.folders)
    run_once(connection.prepared("INSERT INTO mail_folder (account, id, name) VALUES (?1, ?2, ?3)"
                                 " ON CONFLICT (account, id) DO UPDATE SET name = excluded.name"),
             number, folder.id, folder.name);
}

}  // namespace

Result<Observations::MarkOf> SqliteStore::mark_of() {
  return guarded(connection_->path(), [&]() -> Result<Observations::MarkOf> {
    return [salt = salt_of(*connection_)](std::string_view address) {
      return mail_mark(salt, Marked::person, address);
    };
  });
}

Result<std::vector<relations::MailAccount>> SqliteStore::mail_accounts() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<relations::MailAccount>> {
    std::vector<relations::MailAccount> accounts;
    Query query(connection_->prepared("SELECT number, id, name FROM mail_account ORDER BY id"));
    while (query.next()) {
      const std::int64_t number = query.number(0);
      accounts.push_back(
          {query.text(1), query.text(2), folders_of(*connection_, number),
           count_of(*connection_, "SELECT count(DISTINCT message) FROM observation WHERE account = ?1",
                    number)});
    }
    return accounts;
  });
}

Result<void> SqliteStore::watch_mail(std::span<const relations::MailAccount> accounts) {
  return connection_->in_transaction([&]() -> Result<void> {
    std::vector<std::pair<std::string, ReadSpan>> spans;
    auto before = mail_accounts();
    if (!before) return fail(before.error());
    run_once(connection_->prepared("DELETE FROM mail_folder"));
    for (const relations::MailAccount& account : accounts) watch(*connection_, account);
    for (const relations::MailAccount& account : *before)
      for (const relations::MailFolder& folder : account.folders)
        if (folder.read)
          if (auto kept = mark_read(account.id, folder.id, *folder.read); !kept) return kept;
    drop_empty_accounts(*connection_);
    return {};
  });
}

Result<void> SqliteStore::mark_read(std::string_view account, std::string_view folder, const ReadSpan& span) {
  return connection_->in_transaction([&]() -> Result<void> {
    const auto number = number_of(*connection_, account);
    if (!number) return {};  // not watched any more
    ReadSpan all = span;
    for (const relations::MailFolder& one : folders_of(*connection_, *number))
      if (one.id == folder && one.read) all = joined(*one.read, span);
    run_once(connection_->prepared("UPDATE mail_folder SET read_from = ?3, read_until = ?4"
                                   " WHERE account = ?1 AND id = ?2"),
             *number, folder, all.from, all.until);
    return {};
  });
}

Result<Observed> SqliteStore::observe(std::string_view account, std::span<const Observation> observations) {
  Observed observed;
  auto done = connection_->in_transaction([&]() -> Result<void> {
    const auto number = number_of(*connection_, account);
    if (!number) return no_such_account();
    Intake intake(*connection_, *number);
    for (const Observation& observation : observations) intake.take(observation);
    observed = intake.result();
    return {};
  });
  if (!done) return fail(done.error());
  return observed;
}

Result<void> SqliteStore::each_observation(const std::function<void(const ObservedMail&)>& visit) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    // The other columns are those of the row with the least account (SQLite, "bare columns").
    auto statement = connection_->compile(
        "SELECT message, person, thread, at, direction, recipients, min(account) FROM observation"
        " GROUP BY message, person");
    Query query(statement);
    while (query.next())
      visit({mark_in(query, 0), mark_in(query, 1), query.instant(3),
             parse_direction(query.text(4)).value_or(Direction::in), static_cast<int>(query.number(5)),
             !query.is_null(2)});
    return {};
  });
}

Result<std::size_t> SqliteStore::forget_address(std::string_view address, Instant until) {
  std::size_t messages = 0;
  auto done = connection_->in_transaction([&]() -> Result<void> {
    const std::int64_t person = column_of(mail_mark(salt_of(*connection_), Marked::person, address));
    messages =
        count_of(*connection_, "SELECT count(DISTINCT message) FROM observation WHERE person = ?1", person);
    run_once(connection_->prepared("DELETE FROM observation WHERE person = ?1"), person);
    run_once(connection_->prepared("INSERT INTO mail_forgotten VALUES (?1, ?2)"
                                   " ON CONFLICT DO UPDATE SET until = max(until, excluded.until)"),
             person, until);
    drop_empty_accounts(*connection_);
    return {};
  });
  if (!done) return fail(done.error());
  return messages;
}

Result<std::size_t> SqliteStore::forget_mail_account(std::string_view account) {
  std::size_t messages = 0;
  auto done = connection_->in_transaction([&]() -> Result<void> {
    const auto number = number_of(*connection_, account);
    if (!number) return no_such_account();
    messages =
        count_of(*connection_, "SELECT count(DISTINCT message) FROM observation WHERE account = ?1", *number);
    run_once(connection_->prepared("DELETE FROM mail_account WHERE number = ?1"), *number);
    return {};
  });
  if (!done) return fail(done.error());
  return messages;
}

Result<std::size_t> SqliteStore::forget_all_mail() {
  std::size_t messages = 0;
  auto done = connection_->in_transaction([&]() -> Result<void> {
    Query all(connection_->prepared("SELECT count(DISTINCT message) FROM observation"));
    if (all.next()) messages = static_cast<std::size_t>(all.number(0));
    for (const char* sql : {"DELETE FROM mail_account", "DELETE FROM mail_forgotten",
                            "UPDATE setting SET value = lower(hex(randomblob(32))) WHERE key = 'mail.salt'"})
      run_once(connection_->prepared(sql));
    return {};
  });
  if (!done) return fail(done.error());
  return messages;
}

}  // namespace goodturn::store
