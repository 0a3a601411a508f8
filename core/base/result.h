// Result<T>: a value or an Error. No exception crosses a folder border.
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "core/base/error.h"

namespace goodturn {

template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for a failed Result: `return fail(ErrorKind::parse, "…", where);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string what, std::string where = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(what), std::move(where), 0, std::nullopt});
}

/// The same with values in the sentence: `fail(kind, Said("No server named {host} was found.", {{"host",
/// host}}))`.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, Said what, std::string where = {}) {
  return tl::unexpected<Error>(error_of(kind, std::move(what), std::move(where)));
}

/// Passes on a failure unchanged: `if (!r) return fail(r.error());`
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace goodturn
