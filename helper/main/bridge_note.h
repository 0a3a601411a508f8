// The note a running helper leaves in its home: where its bridge listens.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/base/result.h"

namespace goodturn::helper {

struct BridgeNote {
  std::uint16_t port = 0;
  int pid = 0;
};

/// `home`/bridge.json, mode 0600.
Result<void> write_bridge_note(const std::filesystem::path& home, const BridgeNote& note);
/// nullopt when there is none, it cannot be read, or its process is gone.
[[nodiscard]] std::optional<BridgeNote> read_bridge_note(const std::filesystem::path& home);
void remove_bridge_note(const std::filesystem::path& home);

}  // namespace goodturn::helper
