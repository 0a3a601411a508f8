// The derived index: replace → each_* gives back exactly what was put in.
#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/list_text.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

using calendar::FollowUp;
using calendar::Record;
using people::Card;
using relations::JournalRow;
using relations::Meeting;

template <class Word>
std::optional<std::string> word_of(const std::optional<Word>& value) {
  return value ? std::optional(std::string(to_string(*value))) : std::nullopt;
}

std::optional<std::string> maybe_text(const std::optional<people::PartialDate>& date) {
  return date ? std::optional(to_text(*date)) : std::nullopt;
}

std::vector<std::string> words_of(const std::vector<Role>& roles) {
  std::vector<std::string> words;
  for (const Role role : roles) words.emplace_back(to_string(role));
  return words;
}

std::vector<std::string> words_of(const std::vector<Uid>& uids) {
  std::vector<std::string> words;
  for (const Uid& uid : uids) words.push_back(uid.value);
  return words;
}

std::vector<Role> roles_of(const std::string& text) {
  std::vector<Role> roles;
  for (const std::string& word : list_of(text))
    if (const auto role = parse_role(word)) roles.push_back(*role);
  return roles;
}

void write(Connection& connection, sync::CollectionId collection, const Href& href, const Card& card) {
  run_once(
      connection.prepared("INSERT INTO person VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
                          " ?14, ?15, ?16, ?17, ?18, ?19, ?20)"),
      collection, href, card.uid, card.name, to_text(card.emails), to_text(card.phones), card.organisation,
      card.unit, card.title, to_text(card.tags), to_text(words_of(card.roles)), maybe_text(card.birthday),
      maybe_text(card.anniversary), to_text(card.notes), card.is_group, to_text(card.nicknames),
      to_text(words_of(card.related)), card.superior, card.zone, card.country);
}

Card read_card(const Query& row) {
  Card card;
  card.uid = Uid(row.text(2));
  card.name = row.text(3);
  card.emails = list_of(row.text(4));
  card.phones = list_of(row.text(5));
  card.organisation = row.text(6);
  card.unit = row.text(7);
  card.title = row.text(8);
  card.tags = list_of(row.text(9));
  card.roles = roles_of(row.text(10));
  if (!row.is_null(11)) card.birthday = partial_date_of(row.text(11));
  if (!row.is_null(12)) card.anniversary = partial_date_of(row.text(12));
  card.notes = list_of(row.text(13));
  card.is_group = row.flag(14);
  card.nicknames = list_of(row.text(15));
  for (std::string& uid : list_of(row.text(16))) card.related.emplace_back(std::move(uid));
  card.superior = Uid(row.text(17));
  card.zone = row.text(18);
  card.country = row.text(19);
  return card;
}

void write(Connection& connection, sync::CollectionId collection, const Href& href, int position,
           const Meeting& meeting) {
  run_once(connection.prepared("INSERT INTO meeting VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"),
           collection, href, position, meeting.event, meeting.start, meeting.end, meeting.day,
           meeting.summary, to_text(meeting.addresses), meeting.is_free);
}

Meeting read_meeting(const Query& row) {
  return {Uid(row.text(3)), row.instant(4),       row.instant(5), row.day(6),
          row.text(7),      list_of(row.text(8)), row.flag(9)};
}

void write(Connection& connection, sync::CollectionId collection, const Href& href, const Record& record) {
  run_once(
      connection.prepared("INSERT INTO record VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
                          " ?14, ?15, ?16, ?17, ?18, ?19, ?20)"),
      collection, href, record.uid, to_string(record.kind), record.person, record.person_name, record.at,
      record.text, word_of(record.channel), to_string(record.direction), word_of(record.give_kind),
      record.size, record.due, record.settled, record.asked, record.crisis, record.depth, record.ask,
      record.others, to_text(words_of(record.with)));
}

Record read_record(const Query& row) {
  Record record;
  record.uid = Uid(row.text(2));
  record.kind = parse_record_kind(row.text(3)).value_or(RecordKind::note);
  record.person = Uid(row.text(4));
  record.person_name = row.text(5);
  record.at = row.instant(6);
  record.text = row.text(7);
  if (!row.is_null(8)) record.channel = parse_channel(row.text(8));
  record.direction = parse_direction(row.text(9)).value_or(Direction::mutual);
  if (!row.is_null(10)) record.give_kind = parse_give_kind(row.text(10));
  record.size = static_cast<int>(row.number(11));
  record.due = row.maybe_day(12);
  record.settled = row.maybe_day(13);
  record.asked = row.flag(14);
  record.crisis = row.flag(15);
  record.depth = row.maybe_number(16);
  record.ask = Uid(row.text(17));
  record.others = static_cast<int>(row.number(18));
  for (std::string& uid : list_of(row.text(19))) record.with.emplace_back(std::move(uid));
  return record;
}

void write(Connection& connection, sync::CollectionId collection, const Href& href,
           const JournalRow& journal) {
  run_once(connection.prepared("INSERT INTO journal VALUES (?1, ?2, ?3, ?4)"), collection, href,
           to_string(journal.kind), journal.text);
}

JournalRow read_journal(const Query& row) {
  return {parse_journal_kind(row.text(2)).value_or(JournalKind::ask), row.text(3)};
}

void write(Connection& connection, sync::CollectionId collection, const Href& href,
           const FollowUp& follow_up) {
  run_once(
      connection.prepared("INSERT INTO follow_up VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                          " ?13, ?14, ?15, ?16, ?17, ?18)"),
      collection, href, follow_up.uid, to_string(follow_up.rule), follow_up.person, follow_up.person_name,
      follow_up.summary, follow_up.why, follow_up.link, follow_up.due, follow_up.shown,
      follow_up.silence_since, follow_up.record, follow_up.completed, follow_up.completed_at,
      word_of(follow_up.action), follow_up.expired, follow_up.planned);
}

FollowUp read_follow_up(const Query& row) {
  FollowUp follow_up;
  follow_up.uid = Uid(row.text(2));
  follow_up.rule = parse_rule(row.text(3)).value_or(Rule::keep_in_touch);
  follow_up.person = Uid(row.text(4));
  follow_up.person_name = row.text(5);
  follow_up.summary = row.text(6);
  follow_up.why = row.text(7);
  follow_up.link = row.text(8);
  follow_up.due = row.day(9);
  follow_up.shown = row.day(10);
  follow_up.silence_since = row.maybe_day(11);
  if (!row.is_null(12)) follow_up.record = Uid(row.text(12));
  follow_up.completed = row.flag(13);
  follow_up.completed_at = row.maybe_instant(14);
  if (!row.is_null(15)) follow_up.action = parse_action(row.text(15));
  follow_up.expired = row.flag(16);
  follow_up.planned = row.maybe_day(17);
  return follow_up;
}

/// One question instead of five statements that begin to write: most items are of one kind, or of none.
bool has_rows(Connection& connection, sync::CollectionId collection, const Href& href) {
  Query found(connection.prepared("SELECT EXISTS(SELECT 1 FROM person WHERE collection = ?1 AND href = ?2)"
                                  " OR EXISTS(SELECT 1 FROM meeting WHERE collection = ?1 AND href = ?2)"
                                  " OR EXISTS(SELECT 1 FROM record WHERE collection = ?1 AND href = ?2)"
                                  " OR EXISTS(SELECT 1 FROM journal WHERE collection = ?1 AND href = ?2)"
                                  " OR EXISTS(SELECT 1 FROM follow_up WHERE collection = ?1 AND href = ?2)"),
              collection, href);
  return found.next() && found.number(0) != 0;
}

void erase_rows(Connection& connection, sync::CollectionId collection, const Href& href) {
  if (!has_rows(connection, collection, href)) return;
  for (const char* sql : {"DELETE FROM person WHERE collection = ?1 AND href = ?2",
                          "DELETE FROM meeting WHERE collection = ?1 AND href = ?2",
                          "DELETE FROM record WHERE collection = ?1 AND href = ?2",
                          "DELETE FROM journal WHERE collection = ?1 AND href = ?2",
                          "DELETE FROM follow_up WHERE collection = ?1 AND href = ?2"})
    run_once(connection.prepared(sql), collection, href);
}

void write_rows(Connection& connection, sync::CollectionId collection, const Href& href,
                const relations::Derived& derived) {
  if (derived.person) write(connection, collection, href, *derived.person);
  int position = 0;
  for (const Meeting& meeting : derived.meetings) write(connection, collection, href, position++, meeting);
  if (derived.record) write(connection, collection, href, *derived.record);
  if (derived.journal) write(connection, collection, href, *derived.journal);
  if (derived.follow_up) write(connection, collection, href, *derived.follow_up);
}

/// Rows go to `visit` one by one: memory does not grow with the table.
template <class Read, class Visit>
Result<void> each_row(Connection& connection, const char* sql, Read read, const Visit& visit) {
  return guarded(connection.path(), [&]() -> Result<void> {
    auto statement = connection.compile(sql);
    Query query(statement);
    while (query.next()) visit(Index::Origin{query.number(0), Href(query.text(1))}, read(query));
    return {};
  });
}

}  // namespace

Result<void> SqliteStore::add(sync::CollectionId collection, const Href& href,
                              const relations::Derived& derived) {
  return connection_->in_transaction([&]() -> Result<void> {
    write_rows(*connection_, collection, href, derived);
    return {};
  });
}

Result<void> SqliteStore::replace(sync::CollectionId collection, const Href& href,
                                  const relations::Derived& derived) {
  return connection_->in_transaction([&]() -> Result<void> {
    erase_rows(*connection_, collection, href);
    write_rows(*connection_, collection, href, derived);
    return {};
  });
}

Result<void> SqliteStore::erase(sync::CollectionId collection, const Href& href) {
  return connection_->in_transaction([&]() -> Result<void> {
    erase_rows(*connection_, collection, href);
    return {};
  });
}

Result<void> SqliteStore::clear() {
  return connection_->in_transaction([&]() -> Result<void> {
    for (const char* sql : {"DELETE FROM person", "DELETE FROM meeting", "DELETE FROM record",
                            "DELETE FROM journal", "DELETE FROM follow_up"})
      run_once(connection_->prepared(sql));
    return {};
  });
}

Result<void> SqliteStore::each_person(const std::function<void(const Origin&, Card)>& visit) {
  return each_row(*connection_, "SELECT * FROM person ORDER BY collection, href", read_card, visit);
}

Result<void> SqliteStore::each_meeting(const std::function<void(const Origin&, Meeting)>& visit) {
  return each_row(*connection_, "SELECT * FROM meeting ORDER BY collection, href, position", read_meeting,
                  visit);
}

Result<void> SqliteStore::each_record(const std::function<void(const Origin&, Record)>& visit) {
  return each_row(*connection_, "SELECT * FROM record ORDER BY collection, href", read_record, visit);
}

Result<void> SqliteStore::each_journal(const std::function<void(const Origin&, JournalRow)>& visit) {
  return each_row(*connection_, "SELECT * FROM journal ORDER BY collection, href", read_journal, visit);
}

Result<void> SqliteStore::each_follow_up(const std::function<void(const Origin&, FollowUp)>& visit) {
  return each_row(*connection_, "SELECT * FROM follow_up ORDER BY collection, href", read_follow_up, visit);
}

}  // namespace goodturn::store
