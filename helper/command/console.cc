#include "helper/command/console.h"

#include <cstdio>

namespace goodturn::helper {
namespace {

/// Bytes of the character at `at` that steers a terminal: C0, DEL, U+0080–U+009F, and the marks that turn
/// the direction of the text around (U+202A–U+202E, U+2066–U+2069). 0: an ordinary character.
std::size_t steering(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
  };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return 2;
  if (byte(0) != 0xE2) return 0;
  const bool embeds = byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE;
  const bool isolates = byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
  return embeds || isolates ? 3 : 0;
}

/// JSON leaves DEL and U+0080–U+009F as they are; a terminal would obey them.
std::string escaped(const std::string& json) {
  std::string text;
  text.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::size_t length = json[i] == '\n' ? 0 : steering(json, i);
    if (length == 0 || length == 3) {
      text += json[i];
      continue;
    }
    char code[8];
    std::snprintf(code, sizeof code, "\\u00%02x", static_cast<unsigned char>(json[i + length - 1]));
    text += code;
    i += length - 1;
  }
  return text;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = steering(text, i);
    clean += length > 0 ? ' ' : text[i];
    i += length > 0 ? length : 1;
  }
  return clean;
}

void Console::line(std::string_view text) {
  if (!json_) out_ << printable(text) << '\n';
}

void Console::answer(const Json& json) {
  if (json_) out_ << escaped(print(json)) << '\n';
}

Exit Console::failed(const Error& error) {
  end_progress();
  if (json_)
    out_ << escaped(print(json_of(error, language_))) << '\n';
  else
    err_ << "goodturn: " << printable(in_words(error, language_))
         << (error.where.empty() ? "" : " (" + printable(error.where) + ")") << '\n';
  return Exit::failed;
}

void Console::remark(std::string_view text) { err_ << printable(text) << '\n'; }

void Console::progress(std::string_view text) {
  if (terminal_) err_ << "\r\033[K" << printable(text) << std::flush;
}

void Console::end_progress() {
  if (terminal_) err_ << "\r\033[K" << std::flush;
}

}  // namespace goodturn::helper
