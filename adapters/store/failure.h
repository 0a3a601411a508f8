// What SQLite throws, as an Error in plain words.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <exception>
#include <string>
#include <type_traits>

#include "core/base/result.h"

namespace goodturn::store {

/// Whether a SQLite code says that the file itself is damaged. A full disk or a broken cable is not damage.
[[nodiscard]] bool is_damage(int code);

/// The Error of a damaged file: what is wrong (a clause, may be empty), where the newest good copy is, and
/// the command that puts it in place.
[[nodiscard]] Error damaged(const std::string& path, const std::string& detail);

/// The Error of a SQLite result code. `path` is the database file.
[[nodiscard]] Error failure_of(const SQLite::Exception& thrown, const std::string& path);

/// Runs `work` (which returns a Result) and turns what the library throws into an Error: nothing thrown
/// leaves this folder.
template <class Work>
auto guarded(const std::string& path, Work&& work) -> std::invoke_result_t<Work> {
  try {
    return work();
  } catch (const SQLite::Exception& thrown) {
    return fail(failure_of(thrown, path));
  } catch (const std::exception& thrown) {
    return fail(ErrorKind::storage, std::string("The database could not be used: ") + thrown.what(), path);
  }
}

}  // namespace goodturn::store
