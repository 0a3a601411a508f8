// The port on which the browser comes back.
#pragma once

#include <functional>
#include <memory>

#include "core/ports.h"

namespace goodturn::oauth {

/// How a visit ended: its answer was taken, was a refusal, or belongs to no sign-in of ours.
enum class Ending { taken, refused, foreign };
/// What the browser then shows.
struct Farewell {
  std::string language;  ///< RFC 5646, "de"
  std::string words;     ///< plain text
};
/// Says it in the language of the visit's Accept-Language, which may be empty.
using Say = std::function<Farewell(Ending ending, std::string_view accept_language)>;

/// Listens on a free port of 127.0.0.1. Only GET / of a client that names exactly this address is read;
/// everything else is answered 404 and forgotten. Errors: network.
[[nodiscard]] Result<std::unique_ptr<Landing>> open_landing(Say say);

}  // namespace goodturn::oauth
