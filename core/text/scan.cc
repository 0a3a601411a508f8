#include "core/text/scan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace goodturn::text::scan {
namespace {

constexpr std::size_t longest_header_looked_at = 4096;

/// By a table: every line of every text is asked.
constexpr std::array<bool, 256> name_bytes = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Position of the first byte that no group and no name has; the size where there is none.
std::size_t end_of_name(std::string_view line) noexcept {
  std::size_t end = 0;
  while (end < line.size() && name_bytes[static_cast<unsigned char>(line[end])]) ++end;
  return end;
}

/// The name that ends at `end`.
Name name_before(std::string_view line, std::size_t end) noexcept {
  const std::size_t dot = line.substr(0, end).rfind('.');
  const std::size_t start = dot == std::string_view::npos ? 0 : dot + 1;
  if (end == start || end == line.size()) return {};
  const bool plain = line[end] == ':';
  if (!plain && (line[end] != ';' || line.find(':', end) == std::string_view::npos)) return {};
  return {line.substr(0, start == 0 ? 0 : start - 1), line.substr(start, end - start)};
}

bool is_space(char c) noexcept { return c == ' ' || c == '\t'; }

std::string_view without_mark(std::string_view raw) noexcept {
  if (raw.starts_with(byte_order_mark)) raw.remove_prefix(byte_order_mark.size());
  return raw;
}

/// The byte that two hexadecimal digits at the start of `text` stand for; nullopt where there are none.
std::optional<unsigned> hex_byte(std::string_view text) noexcept {
  unsigned byte = 0;
  if (text.size() < 2 || std::from_chars(text.data(), text.data() + 2, byte, 16).ptr != text.data() + 2)
    return std::nullopt;
  return byte;
}

bool continues(unsigned byte) noexcept { return byte >= 0x80 && byte < 0xC0; }

/// Whether quoted-printable `text` ends inside a UTF-8 sequence (RFC 3629 §3).
bool ends_inside_character(std::string_view text) noexcept {
  for (unsigned behind = 0; behind < 3 && text.size() >= 3 && text[text.size() - 3] == '='; ++behind) {
    const auto byte = hex_byte(text.substr(text.size() - 2));
    if (!byte || *byte < 0x80) return false;
    if (!continues(*byte)) return behind < (*byte >= 0xF0 ? 3U : *byte >= 0xE0 ? 2U : 1U);
    text.remove_suffix(3);
  }
  return false;
}

/// DAViCal folds the lines of old cards wherever they are long, also between `=` and its digits, which looks
/// like a soft break before a space. It is a fold where a character would otherwise be torn: `before` is the
/// text up to the `=`, `after` what follows the space.
bool tears_character(std::string_view before, std::string_view after) noexcept {
  const auto byte = hex_byte(after);
  if (!byte || *byte < 0x80) return false;
  if (continues(*byte)) return ends_inside_character(before);
  const auto next = after.size() > 2 && after[2] == '=' ? hex_byte(after.substr(3)) : std::nullopt;
  return next && continues(*next);
}

/// Joins physical lines that end in `line_break`.
void join(std::string_view folded, char line_break, std::string& out) {
  SoftBreaks soft_breaks;
  std::size_t at = 0;
  while (at < folded.size()) {
    const std::size_t found = folded.find(line_break, at);
    if (found == std::string_view::npos) break;
    std::size_t end = found;
    while (end > at && folded[end - 1] == '\r') --end;
    const bool soft = end > at && folded[end - 1] == '=' && soft_breaks.allowed(folded.substr(0, end));
    const bool space_follows = found + 1 < folded.size() && is_space(folded[found + 1]);
    if (soft) {
      out.append(folded, at, end - 1 - at);
      at = found + 1;
      if (space_follows && tears_character(out, folded.substr(at + 1))) {
        out += '=';
        ++at;
      }
    } else if (space_follows) {
      out.append(folded, at, end - at);
      at = found + 2;
    } else {  // a break that joins nothing is content: a lone CR in a value
      out.append(folded, at, found + 1 - at);
      at = found + 1;
    }
  }
  out.append(folded, at);
}

}  // namespace

std::string to_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = upper(c);
  return out;
}

std::string to_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool same(std::string_view left, std::string_view right) noexcept {
  return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(),
                                                   [](char a, char b) { return upper(a) == upper(b); });
}

std::string_view trim(std::string_view text) noexcept {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view ending_of(std::string_view raw) noexcept {
  std::size_t start = raw.size();
  if (start > 0 && raw[start - 1] == '\n') --start;
  while (start > 0 && raw[start - 1] == '\r') --start;
  return raw.substr(start);
}

std::string_view unfold(std::string_view raw, std::string& scratch) {
  std::string_view content = raw.substr(0, raw.size() - ending_of(raw).size());
  content = without_mark(content);
  const bool has_line_feed = content.find('\n') != std::string_view::npos;
  if (!has_line_feed && content.find('\r') == std::string_view::npos) return content;
  scratch.clear();
  scratch.reserve(content.size());
  join(content, has_line_feed ? '\n' : '\r', scratch);
  return scratch;
}

bool SoftBreaks::allowed(std::string_view prefix) {
  const std::size_t end = std::min(prefix.size(), longest_header_looked_at);
  for (; seen_ < end && !ended_; ++seen_) look_at(prefix[seen_]);
  return allowed_;
}

void SoftBreaks::look_at(char c) {
  if (c == '"') quoted_ = !quoted_;
  ended_ = c == ':' && !quoted_;
  if (ended_)
    allowed_ = header_.find("QUOTED-PRINTABLE") != std::string::npos;
  else if (c != '\r' && c != '\n' && !is_space(c))
    header_ += upper(c);
}

Name name_of(std::string_view unfolded) noexcept { return name_before(unfolded, end_of_name(unfolded)); }

Name name_of_raw(std::string_view raw, std::string& scratch) {
  const std::string_view content = without_mark(raw);
  const std::size_t end = end_of_name(content);
  // Only a fold inside the name needs unfolding (RFC 5545 §3.1 allows it; nobody should).
  const bool folded = end < content.size() && (content[end] == '\r' || content[end] == '\n');
  return folded ? name_of(unfold(raw, scratch)) : name_before(content, end);
}

std::size_t header_end(std::string_view unfolded) noexcept {
  bool quoted = false;
  for (std::size_t i = 0; i < unfolded.size(); ++i) {
    if (unfolded[i] == '"') quoted = !quoted;
    if (unfolded[i] == ':' && !quoted) return i;
  }
  return unfolded.find(':');
}

}  // namespace goodturn::text::scan
