#include "adapters/system/frames.h"

#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

namespace goodturn::system {
namespace {

/// Reads until `count` bytes are there or the stream ends; returns how many came.
Result<std::size_t> read_up_to(int file, char* bytes, std::size_t count) {
  std::size_t filled = 0;
  while (filled < count) {
    const ssize_t got = ::read(file, bytes + filled, count - filled);
    if (got == 0) break;
    if (got < 0 && errno != EINTR)
      return fail(ErrorKind::storage,
                  std::string("The message stream cannot be read: ") + std::strerror(errno));
    if (got > 0) filled += static_cast<std::size_t>(got);
  }
  return filled;
}

Result<void> write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::write(file, bytes.data(), bytes.size());
    if (sent < 0 && errno != EINTR)
      return fail(ErrorKind::storage, std::string("The message cannot be sent: ") + std::strerror(errno));
    if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return {};
}

struct Lead {
  std::size_t following;  ///< continuation bytes
  std::uint32_t bits;     ///< payload of the first byte
  std::uint32_t least;    ///< smallest code point that needs this length
};

/// How a UTF-8 sequence that starts with `first` goes on; following is 9 for a byte that starts none.
Lead lead_of(unsigned char first) {
  if (first < 0x80) return {0, first, 0};
  if ((first & 0xE0U) == 0xC0U) return {1, first & 0x1FU, 0x80};
  if ((first & 0xF0U) == 0xE0U) return {2, first & 0x0FU, 0x800};
  if ((first & 0xF8U) == 0xF0U) return {3, first & 0x07U, 0x10000};
  return {9, 0, 0};
}

/// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    if (lead.following >= text.size() - at) return false;
    std::uint32_t point = lead.bits;
    for (std::size_t i = 1; i <= lead.following; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if ((byte & 0xC0U) != 0x80U) return false;
      point = (point << 6U) | (byte & 0x3FU);
    }
    if (point < lead.least || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
    at += lead.following + 1;
  }
  return true;
}

}  // namespace

Result<std::optional<std::string>> read_frame(int file) {
  std::uint32_t length = 0;
  char prefix[sizeof length];
  const auto started = read_up_to(file, prefix, sizeof prefix);
  if (!started) return fail(started.error());
  if (*started == 0) return std::optional<std::string>();
  if (*started < sizeof prefix) return fail(ErrorKind::parse, "A message ended inside its length.");
  std::memcpy(&length, prefix, sizeof length);
  if (length == 0 || length > frame_limit)
    return fail(ErrorKind::parse, "A message of " + std::to_string(length) + " bytes is not accepted.");
  std::string json(length, '\0');
  const auto filled = read_up_to(file, json.data(), json.size());
  if (!filled) return fail(filled.error());
  if (*filled < json.size()) return fail(ErrorKind::parse, "A message ended before its length was reached.");
  if (!is_utf8(json)) return fail(ErrorKind::parse, "A message is not UTF-8.");
  return std::optional<std::string>(std::move(json));
}

Result<void> write_frame(int file, std::string_view json) {
  if (json.empty() || json.size() > frame_limit)
    return fail(ErrorKind::invalid, "A message of " + std::to_string(json.size()) + " bytes cannot be sent.");
  const auto length = static_cast<std::uint32_t>(json.size());
  std::string frame(sizeof length, '\0');
  std::memcpy(frame.data(), &length, sizeof length);
  frame += json;
  return write_whole(file, frame);
}

}  // namespace goodturn::system
