#include "helper/main/bridge_note.h"

#include <signal.h>

#include <nlohmann/json.hpp>

#include "adapters/system/file.h"

namespace goodturn::helper {
namespace {

std::filesystem::path path_in(const std::filesystem::path& home) { return home / "bridge.json"; }

}  // namespace

Result<void> write_bridge_note(const std::filesystem::path& home, const BridgeNote& note) {
  const nlohmann::json json = {{"port", note.port}, {"pid", note.pid}};
  return system::write_file(path_in(home), json.dump());
}

std::optional<BridgeNote> read_bridge_note(const std::filesystem::path& home) {
  const auto text = system::read_file(path_in(home));
  if (!text) return std::nullopt;
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object() || !json.contains("port") || !json.contains("pid")) return std::nullopt;
  const BridgeNote note{json["port"].get<std::uint16_t>(), json["pid"].get<int>()};
  if (::kill(note.pid, 0) != 0) return std::nullopt;
  return note;
}

void remove_bridge_note(const std::filesystem::path& home) {
  std::error_code ignored;
  std::filesystem::remove(path_in(home), ignored);
}

}  // namespace goodturn::helper
