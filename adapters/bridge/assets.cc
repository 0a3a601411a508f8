#include <array>

#include "adapters/bridge/bridge.h"

namespace goodturn::bridge {
namespace {

std::string content_type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
  }};
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return std::string(type);
  return "application/octet-stream";
}

}  // namespace

Assets assets_of(const std::vector<std::pair<std::string_view, std::string_view>>& files) {
  Assets assets;
  for (const auto& [path, bytes] : files) assets["/" + std::string(path)] = {bytes, content_type_of(path)};
  return assets;
}

}  // namespace goodturn::bridge
