// What can go wrong, as a value: every fallible function of the project answers with one of these.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error_kind.h"
#include "core/base/said.h"

namespace goodturn {

/// When trying the same thing again makes sense.
enum class RetryClass { now, later, never };

/// One failure. `what` says what happened and what the user can do next, in plain English words; it never
/// holds a secret or the content of an item. Where values belong into it, it is a pattern with named places,
/// which `values` fill; helper/words knows it in the other languages (said_of). `where` names the thing (a
/// URL without query, a path, a collection), and may be empty.
struct Error {
  ErrorKind kind = ErrorKind::storage;
  std::string what;
  std::string where;
  int http_status = 0;                              ///< 0 when no HTTP answer was involved
  std::optional<std::chrono::seconds> retry_after;  ///< from the Retry-After header
  std::string certificate = {};                     ///< SHA-256 of a server certificate that was refused
  std::vector<SaidArgument> values = {};            ///< what stands in the places of `what`

  bool operator==(const Error&) const = default;
};

/// Retry meaning of a kind: `now` for conflicts settled by re-reading, `later` for outages, `never`
/// for what needs a person or another request.
[[nodiscard]] RetryClass retry_class(ErrorKind kind) noexcept;

/// With a sentence that has values in it: its key is the English pattern.
[[nodiscard]] inline Error error_of(ErrorKind kind, Said what, std::string where = {}) {
  return {kind, std::move(what.key), std::move(where), 0, std::nullopt, {}, std::move(what.arguments)};
}

/// Its sentence: the English one is the key of the message.
[[nodiscard]] inline Said said_of(const Error& error) { return {error.what, error.values}; }

/// Gives it another sentence.
inline void reword(Error& error, Said what) {
  error.what = std::move(what.key);
  error.values = std::move(what.arguments);
}

/// "kind: what (where)" with the places of `what` unfilled: one line for a log.
[[nodiscard]] std::string describe(const Error& error);

}  // namespace goodturn
