#include "core/base/hash.h"

#include <array>

namespace goodturn {

void Hasher::feed(std::string_view bytes) noexcept {
  constexpr Word prime = (static_cast<Word>(1) << 88) | 0x13bULL;
  for (const char byte : bytes) {
    state_ ^= static_cast<unsigned char>(byte);
    state_ *= prime;
  }
}

ContentHash Hasher::result() const noexcept {
  return {static_cast<std::uint64_t>(state_ >> 64), static_cast<std::uint64_t>(state_)};
}

ContentHash hash_of(std::string_view bytes) noexcept {
  Hasher hasher;
  hasher.feed(bytes);
  return hasher.result();
}

std::string to_hex(const ContentHash& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(32);
  for (const std::uint64_t half : {hash.high, hash.low})
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(half >> shift) & 0xf];
  return text;
}

}  // namespace goodturn
