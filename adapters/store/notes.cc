// What was read of the user's Markdown notes.
#include <unordered_map>

#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

using notes::Entry;
using notes::ReadNote;
using ByPath = std::unordered_map<std::string, ReadNote*>;

void read_names(Connection& connection, const ByPath& by_path) {
  auto statement = connection.compile("SELECT path, name, is_address FROM note_name ORDER BY path, number");
  Query query(statement);
  while (query.next()) {
    notes::Reading& says = by_path.at(query.text(0))->says;
    (query.flag(2) ? says.addresses : says.names).push_back(query.text(1));
  }
}

Entry entry_in(const Query& row) {
  Entry entry;
  entry.line = static_cast<std::size_t>(row.number(1));
  entry.day = row.day(2);
  entry.name = row.text(3);
  entry.is_person = row.flag(4);
  if (!row.is_null(5)) entry.channel = parse_channel(row.text(5));
  entry.direction = parse_direction(row.text(6)).value_or(Direction::mutual);
  entry.others = static_cast<int>(row.number(7));
  entry.text = row.text(8);
  entry.mark = row.text(9);
  return entry;
}

void read_entries(Connection& connection, const ByPath& by_path) {
  auto statement = connection.compile(
      "SELECT path, line, day, name, is_person, channel, direction, others, text, mark FROM note_entry"
      " ORDER BY path, number");
  Query query(statement);
  while (query.next()) by_path.at(query.text(0))->says.entries.push_back(entry_in(query));
}

void put_names(Connection& connection, const ReadNote& note) {
  std::int64_t number = 0;
  const auto put = [&](const std::vector<std::string>& names, bool is_address) {
    for (const std::string& name : names)
      run_once(connection.prepared("INSERT INTO note_name VALUES (?1, ?2, ?3, ?4)"), note.path, number++,
               name, is_address);
  };
  put(note.says.names, false);
  put(note.says.addresses, true);
}

void put_entries(Connection& connection, const ReadNote& note) {
  std::int64_t number = 0;
  for (const Entry& entry : note.says.entries) {
    const auto channel = entry.channel ? std::optional(std::string(to_string(*entry.channel))) : std::nullopt;
    run_once(
        connection.prepared("INSERT INTO note_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
        note.path, number++, static_cast<std::int64_t>(entry.line), entry.day, entry.name, entry.is_person,
        channel, to_string(entry.direction), entry.others, entry.text, entry.mark);
  }
}

void remove(Connection& connection, const std::string& path) {
  run_once(connection.prepared("DELETE FROM note_file WHERE path = ?1"), path);
}

}  // namespace

Result<std::vector<ReadNote>> SqliteStore::read_notes() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<ReadNote>> {
    std::vector<ReadNote> all;
    Query query(connection_->prepared("SELECT path, version, hash, problem FROM note_file ORDER BY path"));
    while (query.next()) all.push_back({query.text(0), query.text(1), query.text(2), query.text(3), {}});
    if (all.empty()) return all;
    ByPath by_path;
    for (ReadNote& note : all) by_path.emplace(note.path, &note);
    read_names(*connection_, by_path);
    read_entries(*connection_, by_path);
    return all;
  });
}

Result<std::vector<NoteRows::Mark>> SqliteStore::note_marks() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<Mark>> {
    std::vector<Mark> marks;
    Query query(connection_->prepared("SELECT path, version, hash FROM note_file ORDER BY path"));
    while (query.next()) marks.push_back({query.text(0), query.text(1), query.text(2)});
    return marks;
  });
}

Result<void> SqliteStore::put_note(const ReadNote& note) {
  return connection_->in_transaction([&]() -> Result<void> {
    remove(*connection_, note.path);
    run_once(connection_->prepared("INSERT INTO note_file VALUES (?1, ?2, ?3, ?4)"), note.path, note.version,
             note.hash, note.problem);
    put_names(*connection_, note);
    put_entries(*connection_, note);
    return {};
  });
}

Result<void> SqliteStore::set_note_version(const std::string& path, const std::string& version) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("UPDATE note_file SET version = ?2 WHERE path = ?1"), path, version);
    return {};
  });
}

Result<void> SqliteStore::remove_note(const std::string& path) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    remove(*connection_, path);
    return {};
  });
}

Result<void> SqliteStore::clear_notes() {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM note_file"));
    return {};
  });
}

}  // namespace goodturn::store
