// What can go wrong, as a value: every fallible function of the project answers with one of these.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error_kind.h"

namespace goodturn {

/// When trying the same thing again makes sense.
enum class RetryClass { now, later, never };

/// One failure. `what` says what happened and what the user can do next, in plain words; it never
/// holds a secret or the content of an item. `where` names the thing (a URL without query, a path,
/// a collection), and may be empty.
struct Error {
  ErrorKind kind = ErrorKind::storage;
  std::string what;
  std::string where;
  int http_status = 0;                              ///< 0 when no HTTP answer was involved
  std::optional<std::chrono::seconds> retry_after;  ///< from the Retry-After header
  std::string certificate = {};                     ///< SHA-256 of a server certificate that was refused

  bool operator==(const Error&) const = default;
};

/// Retry meaning of a kind: `now` for conflicts settled by re-reading, `later` for outages, `never`
/// for what needs a person or another request.
[[nodiscard]] RetryClass retry_class(ErrorKind kind) noexcept;

/// "kind: what (where)": one line for a terminal.
[[nodiscard]] std::string describe(const Error& error);

}  // namespace goodturn
