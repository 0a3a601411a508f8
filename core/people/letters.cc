#include "core/people/letters.h"

#include <array>

namespace goodturn::people {
namespace {

struct Composed {
  char base;
  unsigned char mark;    ///< second byte of the combining accent, first is 0xCC
  unsigned char letter;  ///< second byte of the composed letter, first is 0xC3
};
constexpr std::array<Composed, 13> composed_letters = {{{'a', 0x88, 0xA4},
                                                        {'e', 0x88, 0xAB},
                                                        {'i', 0x88, 0xAF},
                                                        {'o', 0x88, 0xB6},
                                                        {'u', 0x88, 0xBC},
                                                        {'a', 0x81, 0xA1},
                                                        {'e', 0x81, 0xA9},
                                                        {'i', 0x81, 0xAD},
                                                        {'o', 0x81, 0xB3},
                                                        {'u', 0x81, 0xBA},
                                                        {'a', 0x80, 0xA0},
                                                        {'e', 0x80, 0xA8},
                                                        {'u', 0x80, 0xB9}}};

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(0);
}

/// Lower-case second byte of a two-byte letter starting with `first`.
unsigned char lower_second(unsigned char first, unsigned char second) {
  const bool latin_1 = first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97;
  if (latin_1) return static_cast<unsigned char>(second + 0x20);
  // Latin Extended-A pairs an even capital with the odd small letter up to U+0137 and from U+014A to
  // U+0177, the other way round in between and behind.
  const unsigned point = (first & 0x1FU) << 6U | (second & 0x3FU);
  const bool even_is_capital = (point >= 0x100 && point <= 0x137) || (point >= 0x14A && point <= 0x177);
  const bool odd_is_capital = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
  // U+0130 (İ) has no small partner of its own, and U+0131 none as capital.
  const bool capital = point != 0x130 && point != 0x131 &&
                       ((even_is_capital && point % 2 == 0) || (odd_is_capital && point % 2 == 1));
  return static_cast<unsigned char>(second + (capital ? 1 : 0));
}

const Composed* composed_at(char base, std::string_view text, std::size_t next) {
  if (byte_at(text, next) != 0xCC) return nullptr;
  for (const Composed& entry : composed_letters)
    if (entry.base == base && entry.mark == byte_at(text, next + 1)) return &entry;
  return nullptr;
}

}  // namespace

std::string folded_word(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const unsigned char byte = byte_at(utf8, i);
    const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 0x20) : utf8[i];
    if (const Composed* letter = composed_at(lower, utf8, i + 1)) {
      out += '\xC3';
      out += static_cast<char>(letter->letter);
      i += 2;
    } else if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < utf8.size() &&
               (byte_at(utf8, i + 1) & 0xC0U) == 0x80U) {
      const unsigned char second = byte_at(utf8, ++i);
      // U+013F/U+0140 and U+017F… stay below the next lead byte, save the step from BF to C0.
      const unsigned char small = lower_second(byte, second);
      out += static_cast<char>(small == 0xC0 ? byte + 1 : byte);
      out += static_cast<char>(small == 0xC0 ? 0x80 : small);
    } else {
      out += lower;
    }
  }
  return out;
}

}  // namespace goodturn::people
