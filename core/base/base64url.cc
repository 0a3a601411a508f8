#include "core/base/base64url.h"

#include <cstdint>

namespace goodturn {

std::string base64url(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  std::uint32_t window = 0;
  int bits = 0;
  for (const char byte : bytes) {
    window = (window << 8) | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 6; bits -= 6) text += letters[(window >> (bits - 6)) & 63];
  }
  if (bits > 0) text += letters[(window << (6 - bits)) & 63];
  return text;
}

}  // namespace goodturn
