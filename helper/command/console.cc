#include "helper/command/console.h"

namespace goodturn::helper {

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // U+0080–U+009F are control characters too: C2 80 … C2 9F.
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    clean += c1 || byte == 0x7F || (byte < 0x20 && byte != '\n') ? ' ' : text[i];
  }
  return clean;
}

void Console::line(std::string_view text) {
  if (!json_) out_ << printable(text) << '\n';
}

void Console::answer(const Json& json) {
  if (json_) out_ << print(json) << '\n';
}

Exit Console::failed(const Error& error) {
  end_progress();
  if (json_)
    out_ << print(json_of(error)) << '\n';
  else
    err_ << "goodturn: " << printable(error.what) << (error.where.empty() ? "" : " (" + printable(error.where) + ")") << '\n';
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
