// One use of a prepared statement: bound on the way in, reset on the way out.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "core/base/strong.h"
#include "core/base/time.h"

namespace goodturn::store {

/// Binds values to ?1, ?2 … in order. Text given as an lvalue is not copied: it must outlive the query.
class Query {
 public:
  template <class... Values>
  explicit Query(SQLite::Statement& statement, Values&&... values) : statement_(statement) {
    (bind(std::forward<Values>(values)), ...);
  }
  // An open read keeps the log from being checkpointed, so a query never outlives its use.
  ~Query() {
    statement_.tryReset();
    statement_.clearBindings();
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Steps to the next row; false at the end.
  bool next() { return statement_.executeStep(); }
  /// Runs a statement without rows; returns the number of changed rows.
  int run() { return statement_.exec(); }

  [[nodiscard]] std::string text(int column) const { return statement_.getColumn(column).getString(); }
  [[nodiscard]] std::int64_t number(int column) const { return statement_.getColumn(column).getInt64(); }
  [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
  [[nodiscard]] bool is_null(int column) const { return statement_.getColumn(column).isNull(); }
  [[nodiscard]] Instant instant(int column) const { return Instant(std::chrono::seconds(number(column))); }
  [[nodiscard]] Day day(int column) const { return Day(std::chrono::days(number(column))); }
  [[nodiscard]] std::optional<Instant> maybe_instant(int column) const {
    return is_null(column) ? std::nullopt : std::optional(instant(column));
  }
  [[nodiscard]] std::optional<Day> maybe_day(int column) const {
    return is_null(column) ? std::nullopt : std::optional(day(column));
  }
  [[nodiscard]] std::optional<int> maybe_number(int column) const {
    return is_null(column) ? std::nullopt : std::optional(static_cast<int>(number(column)));
  }

 private:
  void bind(const std::string& text) { statement_.bindNoCopy(++last_, text); }
  void bind(std::string&& text) { statement_.bind(++last_, text); }
  void bind(std::string_view text) { statement_.bind(++last_, std::string(text)); }
  void bind(std::int64_t number) { statement_.bind(++last_, number); }
  void bind(int number) { statement_.bind(++last_, number); }
  void bind(bool flag) { statement_.bind(++last_, flag ? 1 : 0); }
  void bind(Instant at) { bind(static_cast<std::int64_t>(at.time_since_epoch().count())); }
  void bind(Day day) { bind(static_cast<std::int64_t>(day.time_since_epoch().count())); }
  template <class Tag>
  void bind(const Strong<Tag>& text) {
    bind(text.value);
  }
  template <class Value>
  void bind(const std::optional<Value>& value) {
    if (value)
      bind(*value);
    else
      statement_.bind(++last_);
  }

  SQLite::Statement& statement_;
  int last_ = 0;
};

/// Runs a statement without rows, once; returns the number of changed rows. All values outlive it, temporary
/// ones too, so no text is copied.
template <class... Values>
int run_once(SQLite::Statement& statement, const Values&... values) {
  return Query(statement, values...).run();
}

}  // namespace goodturn::store
