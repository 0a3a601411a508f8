// Backslash escapes of TEXT values.
#include "core/text/document.h"

namespace goodturn::text {

std::string escape_text(std::string_view plain) {
  std::string out;
  out.reserve(plain.size() + plain.size() / 16);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    if (c == '\r' || c == '\n') {
      if (c == '\r' && i + 1 < plain.size() && plain[i + 1] == '\n') ++i;
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    out += c;
  }
  return out;
}

std::string unescape_text(std::string_view escaped) {
  if (escaped.find('\\') == std::string_view::npos) return std::string(escaped);
  std::string out;
  out.reserve(escaped.size());
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    const char next = escaped[i] == '\\' && i + 1 < escaped.size() ? escaped[i + 1] : '\0';
    switch (next) {
      case 'n':
      case 'N':
        out += '\n';
        break;
      // Apple and old Evolution also escape the colon and the quotation mark.
      case '\\':
      case ',':
      case ';':
      case ':':
      case '"':
        out += next;
        break;
      default:
        out += escaped[i];
        continue;
    }
    ++i;
  }
  return out;
}

std::vector<std::string> split_escaped(std::string_view value, char separator) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == separator) {
      parts.emplace_back();
      continue;
    }
    parts.back() += value[i];
    if (value[i] == '\\' && i + 1 < value.size()) parts.back() += value[++i];
  }
  return parts;
}

}  // namespace goodturn::text
