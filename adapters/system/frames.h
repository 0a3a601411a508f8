// Native messaging: messages between Thunderbird and a program it started, over stdin and stdout
// (MDN "Native messaging"). A frame is a 4-byte length in native byte order and that many bytes of JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace goodturn::system {

/// Longest message in both directions: 1 MiB, the limit that browsers set for answers.
inline constexpr std::size_t frame_limit = 1 << 20;

/// The next message from `file`, not parsed; nullopt at a clean end (no byte of a further frame).
/// Errors: parse (length 0 or above the limit, end inside a frame, not UTF-8), storage (read failed).
/// After an error the stream is out of step and must be closed.
[[nodiscard]] Result<std::optional<std::string>> read_frame(int file);

/// Sends one message. Errors: invalid (empty, above the limit), storage (the other side is gone).
/// The caller ignores SIGPIPE.
[[nodiscard]] Result<void> write_frame(int file, std::string_view json);

}  // namespace goodturn::system
