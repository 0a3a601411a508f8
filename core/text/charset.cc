#include "core/text/charset.h"

#include <array>
#include <cstdint>

#include "core/text/scan.h"

namespace goodturn::text {
namespace {

/// Code points of the bytes 0x80 to 0x9F.
constexpr std::array<std::uint16_t, 32> windows_1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

void append_utf8(std::uint32_t point, std::string& out) {
  const auto add = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (point < 0x80) {
    add(point);
  } else if (point < 0x800) {
    add(0xC0U | (point >> 6U));
    add(0x80U | (point & 0x3FU));
  } else {
    add(0xE0U | (point >> 12U));
    add(0x80U | ((point >> 6U) & 0x3FU));
    add(0x80U | (point & 0x3FU));
  }
}

/// Length of the UTF-8 sequence at `at`; 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return 0;
  const unsigned second = byte_at(text, at + 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : length;
}

/// The byte of a code point up to three UTF-8 bytes long; nullopt when Windows-1252 has none.
std::optional<char> windows_1252_byte(std::string_view sequence) {
  std::uint32_t point = byte_at(sequence, 0);
  if (sequence.size() == 2) point = (point & 0x1FU) << 6U | (byte_at(sequence, 1) & 0x3FU);
  if (sequence.size() == 3)
    point = (point & 0x0FU) << 12U | (byte_at(sequence, 1) & 0x3FU) << 6U | (byte_at(sequence, 2) & 0x3FU);
  if (sequence.size() == 4) return std::nullopt;
  if (point < 0x80 || (point >= 0xA0 && point <= 0xFF))
    return static_cast<char>(static_cast<unsigned char>(point));
  for (std::size_t i = 0; i < windows_1252.size(); ++i)
    if (windows_1252[i] == point) return static_cast<char>(static_cast<unsigned char>(0x80 + i));
  return std::nullopt;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (scan::upper(c) >= 'A' && scan::upper(c) <= 'F') return scan::upper(c) - 'A' + 10;
  return -1;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

/// Without a way out on the way, so that the compiler takes many bytes at once.
bool is_ascii(std::string_view bytes) noexcept {
  unsigned char all = 0;
  for (const char byte : bytes) all = static_cast<unsigned char>(all | static_cast<unsigned char>(byte));
  return all < 0x80;
}

bool says(std::string_view word, Encoding encoding) {
  if (encoding == Encoding::quoted_printable) return scan::same(word, "QUOTED-PRINTABLE");
  return scan::same(word, "BASE64") || scan::same(word, "B");
}

std::string with_line_feeds(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
  return out;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
  if (is_ascii(bytes)) return true;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned byte = byte_at(bytes, i);
    append_utf8(byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte, out);
  }
  return out;
}

std::optional<std::string> to_windows_1252(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t length = sequence_length(utf8, at);
    const auto byte = length == 0 ? std::nullopt : windows_1252_byte(utf8.substr(at, length));
    if (!byte) return std::nullopt;
    out += *byte;
    at += length;
  }
  return out;
}

std::string from_quoted_printable(std::string_view encoded) {
  std::string out;
  out.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const int high = encoded[i] == '=' && i + 2 < encoded.size() ? hex_digit(encoded[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(encoded[i + 2]) : -1;
    if (low < 0) {
      out += encoded[i];
      continue;
    }
    out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
    i += 2;
  }
  return out;
}

std::string to_quoted_printable(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned byte = byte_at(bytes, i);
    if (byte >= 0x20 && byte < 0x7F && byte != '=') {
      out += bytes[i];
      continue;
    }
    out += '=';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

std::string from_base64(std::string_view encoded) {
  std::string out;
  out.reserve(encoded.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : encoded) {
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = bits << 6U | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(static_cast<unsigned char>(bits >> static_cast<unsigned>(count) & 0xFFU));
  }
  return out;
}

Encoding encoding_of(std::span<const Parameter> parameters) {
  for (const Parameter& parameter : parameters) {
    if (!parameter.name.empty() && parameter.name != "ENCODING") continue;
    for (const Encoding encoding : {Encoding::quoted_printable, Encoding::base64})
      if (says(parameter.values.front(), encoding)) return encoding;
  }
  return Encoding::plain;
}

std::string decoded_value(const Property& property) {
  const Encoding encoding = encoding_of(property);
  std::string bytes = encoding == Encoding::quoted_printable ? from_quoted_printable(property.value)
                      : encoding == Encoding::base64         ? from_base64(property.value)
                                                             : property.value;
  // CHARSET is often wrong, so the bytes decide; Windows-1252 reads every declared Latin-1 as well.
  if (!is_utf8(bytes)) bytes = from_windows_1252(bytes);
  return with_line_feeds(std::move(bytes));
}

std::string decoded_text(const Property& property) { return unescape_text(decoded_value(property)); }

}  // namespace goodturn::text
