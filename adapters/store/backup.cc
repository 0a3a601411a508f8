#include "adapters/store/backup.h"

#include <SQLiteCpp/Backup.h>

#include <system_error>

#include "adapters/store/failure.h"
#include "adapters/store/place.h"

namespace goodturn::store {
namespace {

constexpr int pages_at_once = -1;

Result<void> copy_and_check(Connection& connection, const std::filesystem::path& copy) {
  SQLite::Database target(copy.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW);
  {
    SQLite::Backup run(target, connection.database());
    run.executeStep(pages_at_once);
  }
  target.exec("PRAGMA journal_mode = DELETE");
  const std::string verdict = target.execAndGet("PRAGMA integrity_check(1)").getString();
  if (verdict != "ok")
    return fail(ErrorKind::storage, "The backup is damaged, so nothing was changed: " + verdict,
                copy.string());
  return {};
}

}  // namespace

Result<void> backup(Connection& connection, const std::filesystem::path& target) {
  const std::filesystem::path copy = target.string() + ".part";
  return guarded(copy.string(), [&]() -> Result<void> {
    std::error_code problem;
    std::filesystem::remove(copy, problem);
    if (auto made = create_private(copy); !made) return made;
    if (auto copied = copy_and_check(connection, copy); !copied) return copied;
    if (auto kept = make_durable(copy); !kept) return kept;
    std::filesystem::rename(copy, target, problem);
    if (problem)
      return fail(ErrorKind::storage, "The backup cannot be named: " + problem.message(), target.string());
    return make_durable(target);
  });
}

}  // namespace goodturn::store
