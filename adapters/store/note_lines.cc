// Lines that were put into the user's Markdown notes.
#include <array>

#include "adapters/store/connection.h"
#include "adapters/store/failure.h"
#include "adapters/store/query.h"
#include "adapters/store/sqlite_store.h"

namespace goodturn::store {
namespace {

/// In the order of NoteLine::State.
constexpr std::array<std::string_view, 5> state_words = {"wanted", "writing", "written", "removing", "left"};

std::string_view word_of(NoteLine::State state) { return state_words.at(static_cast<std::size_t>(state)); }

NoteLine::State state_in(std::string_view word) {
  std::size_t place = 0;
  while (place + 1 < state_words.size() && state_words.at(place) != word) ++place;
  return static_cast<NoteLine::State>(place);
}

NoteLine line_in(const Query& row) {
  NoteLine line{Uid(row.text(0)),      Uid(row.text(1)), row.text(2),
                state_in(row.text(3)), row.text(4),      row.text(5)};
  line.place = static_cast<std::size_t>(row.number(6));
  line.before = row.text(7);
  line.after = row.text(8);
  line.stood = static_cast<std::size_t>(row.number(9));
  line.problem = row.text(10);
  line.at = row.instant(11);
  line.is_logged = row.flag(12);
  return line;
}

std::vector<NoteLine> all_of(SQLite::Statement& statement) {
  std::vector<NoteLine> lines;
  Query query(statement);
  while (query.next()) lines.push_back(line_in(query));
  return lines;
}

void insert(SQLite::Statement& statement, const NoteLine& line) {
  run_once(statement, line.record, line.person, line.line, word_of(line.state), line.path, line.inserted,
           static_cast<std::int64_t>(line.place), line.before, line.after,
           static_cast<std::int64_t>(line.stood), line.problem, line.at);
}

}  // namespace

Result<void> SqliteStore::add_note_line(const NoteLine& line) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    insert(connection_->prepared("INSERT OR IGNORE INTO note_line"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"),
           line);
    return {};
  });
}

Result<void> SqliteStore::put_note_line(const NoteLine& line) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    insert(connection_->prepared("INSERT OR REPLACE INTO note_line"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"),
           line);
    return {};
  });
}

Result<void> SqliteStore::remove_note_line(const Uid& record) {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM note_line WHERE record = ?1"), record);
    return {};
  });
}

Result<std::vector<NoteLine>> SqliteStore::note_lines() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<NoteLine>> {
    return all_of(
        connection_->prepared("SELECT *, EXISTS (SELECT 1 FROM item WHERE uid = record) FROM note_line"
                              " ORDER BY at DESC, record"));
  });
}

Result<std::vector<NoteLine>> SqliteStore::due_note_lines() {
  return guarded(connection_->path(), [&]() -> Result<std::vector<NoteLine>> {
    return all_of(
        connection_->prepared("SELECT * FROM (SELECT *, EXISTS (SELECT 1 FROM item WHERE uid = record)"
                              " AS is_logged FROM note_line)"
                              " WHERE state IN ('wanted', 'writing', 'removing')"
                              " OR (state = 'written' AND NOT is_logged)"
                              " OR (state = 'left' AND is_logged) ORDER BY at, record"));
  });
}

Result<void> SqliteStore::clear_note_lines() {
  return guarded(connection_->path(), [&]() -> Result<void> {
    run_once(connection_->prepared("DELETE FROM note_line"));
    return {};
  });
}

}  // namespace goodturn::store
