// A 128-bit content hash (FNV-1a) for "did this text change"; not for secrets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace goodturn {

/// 128 bits as two halves. Equal texts have equal hashes; a collision of two real items is beyond reach.
struct ContentHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const ContentHash&) const = default;
};

/// FNV-1a, 128 bit, fed in pieces.
class Hasher {
 public:
  void feed(std::string_view bytes) noexcept;
  [[nodiscard]] ContentHash result() const noexcept;

 private:
  __extension__ typedef unsigned __int128 Word;
  Word state_ = (static_cast<Word>(0x6c62272e07bb0142ULL) << 64) | 0x62b821756295c58dULL;
};

[[nodiscard]] ContentHash hash_of(std::string_view bytes) noexcept;
/// 32 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(const ContentHash& hash);

}  // namespace goodturn
