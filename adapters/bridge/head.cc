#include "adapters/bridge/head.h"

#include <algorithm>

namespace goodturn::bridge {
namespace {

bool token_char(char c) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         marks.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), token_char);
}

bool visible(char c) { return c > 0x20 && c < 0x7f; }

bool value_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Cuts the next line off, without its CRLF. A line without one is an error.
std::optional<std::string_view> take_line(std::string_view& raw) {
  const auto end = raw.find("\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = raw.substr(0, end);
  raw.remove_prefix(end + 2);
  return line;
}

bool read_request_line(std::string_view line, Head& head) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return false;
  const std::string_view version = line.substr(last + 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return false;
  head.method = std::string(line.substr(0, first));
  head.target = std::string(line.substr(first + 1, last - first - 1));
  if (!is_token(head.method) || head.target.empty() || head.target.front() != '/') return false;
  if (!std::all_of(head.target.begin(), head.target.end(), visible)) return false;
  const auto mark = head.target.find('?');
  head.path = head.target.substr(0, mark);
  if (mark != std::string::npos) head.query = head.target.substr(mark + 1);
  return head.target.find('#') == std::string::npos;
}

bool read_field(std::string_view line, Head& head) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return false;
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (!std::all_of(value.begin(), value.end(), value_char)) return false;
  head.fields.emplace_back(lower(line.substr(0, colon)), std::string(value));
  return true;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::size_t Head::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; }));
}

std::string_view Head::value(std::string_view name) const {
  for (const auto& [field, value] : fields)
    if (field == name) return value;
  return {};
}

std::optional<Head> parse_head(std::string_view raw) {
  Head head;
  const auto first = take_line(raw);
  if (!first || !read_request_line(*first, head)) return std::nullopt;
  for (;;) {
    const auto line = take_line(raw);
    if (!line) return std::nullopt;
    if (line->empty()) return head;
    if (!read_field(*line, head)) return std::nullopt;
  }
}

std::optional<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (!value_char(c)) return std::nullopt;
    result += c;
  }
  return result;
}

std::optional<std::vector<std::pair<std::string, std::string>>> parse_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    const auto end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    const auto name = decode(pair.substr(0, equals), true);
    const auto value =
        decode(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
    if (!name || !value) return std::nullopt;
    pairs.emplace_back(*name, *value);
  }
  return pairs;
}

std::string query_value(std::string_view query, std::string_view name) {
  const auto pairs = parse_query(query);
  if (!pairs) return {};
  for (const auto& [key, value] : *pairs)
    if (key == name) return value;
  return {};
}

}  // namespace goodturn::bridge
