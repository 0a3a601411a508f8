#include "core/calendar/one_line_token.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

constexpr std::string_view punctuation = ",.;:!?";

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

/// Bytes of the character at `at` of valid UTF-8.
std::size_t length_at(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

bool is_space(std::string_view one) {
  if (one.size() == 1) return byte_at(one, 0) <= 0x20 || byte_at(one, 0) == 0x7F;
  // U+0080–U+00A0, U+2000–U+200A, U+2028, U+2029, U+202F, U+205F, U+3000
  if (one.size() == 2) return one[0] == '\xC2' && byte_at(one, 1) <= 0xA0;
  if (one.starts_with("\xE2\x80")) {
    const unsigned char last = byte_at(one, 2);
    return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF;
  }
  return one == "\xE2\x81\x9F" || one == "\xE3\x80\x80";
}

bool is_left_out(std::string_view one) {
  if (one == "\xE2\x80\x8B" || one == "\xEF\xBB\xBF") return true;
  if (one.starts_with("\xE2\x80")) return byte_at(one, 2) >= 0xAA && byte_at(one, 2) <= 0xAE;
  return one.starts_with("\xE2\x81") && byte_at(one, 2) >= 0xA6 && byte_at(one, 2) <= 0xA9;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_letter_or_digit);
}

/// A name holds no quotation mark, so that it can always be written in two; empty when nothing of it could be
/// a name.
std::string as_name(std::string_view text) {
  std::string name = trimmed(text);
  std::erase(name, '"');
  return says_something(name) ? trimmed(name) : std::string();
}

/// Without "'s", written with either apostrophe.
std::string_view without_possessive(std::string_view name) {
  for (const std::string_view ending : {std::string_view("'s"), std::string_view("\xE2\x80\x99s")})
    if (name.size() > ending.size() && name.ends_with(ending))
      return name.substr(0, name.size() - ending.size());
  return name;
}

/// Of U+0080–U+07FF: Latin, Greek and Cyrillic letters with a capital beside them, and ß. In the pairs of
/// Latin Extended-A the small letter is the odd one, but even from U+0139 to U+0148 and from U+0179 on.
bool is_small_letter(unsigned point) {
  if (point < 0x100) return point >= 0xDF && point != 0xF7;
  if (point >= 0x139 && point <= 0x148) return point % 2 == 0;
  if (point >= 0x179 && point <= 0x17F) return point % 2 == 0 || point == 0x17F;
  if (point <= 0x178) return point != 0x178 && (point % 2 == 1 || point == 0x138);
  if (point >= 0x370 && point < 0x400) return point >= 0x3AC || point == 0x390;
  if (point >= 0x430 && point <= 0x45F) return true;
  return point >= 0x460 && point <= 0x52F && point % 2 == 1;
}

struct Quote {
  std::string_view open;
  std::array<std::string_view, 2> close;
};
constexpr Quote quotes[] = {{"\"", {"\"", "\""}},
                            {"\xE2\x80\x9C", {"\xE2\x80\x9D", "\xE2\x80\x9D"}},
                            {"\xE2\x80\x9E", {"\xE2\x80\x9C", "\xE2\x80\x9D"}}};

/// What stands in quotation marks, by places in the line.
struct Inside {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t behind = 0;  ///< the closing mark
};

/// nullopt inside the result: no quotation mark opens at `at`, or none closes it.
Result<std::optional<Inside>> inside_at(std::string_view line, std::size_t at) {
  for (const Quote& quote : quotes) {
    if (!line.substr(at).starts_with(quote.open)) continue;
    const std::size_t begin = at + quote.open.size();
    std::optional<Inside> inside;
    for (const std::string_view close : quote.close)
      if (const std::size_t end = line.find(close, begin);
          end != std::string_view::npos && (!inside || end < inside->end))
        inside = Inside{begin, end, end + close.size()};
    if (!inside && quote.open == "\"")
      return fail(ErrorKind::invalid, "A quotation mark is open. Close it behind the name.");
    return inside;
  }
  return std::nullopt;
}

/// `raw` is "…" or @"…" with punctuation behind it.
LineToken quoted_token(std::string_view raw, std::string_view inside) {
  LineToken token;
  token.raw = raw;
  token.name = as_name(inside);
  token.marked = raw.front() == '@';
  token.quoted = true;
  return token;
}

LineToken plain_token(std::string_view raw) {
  LineToken token;
  token.raw = raw;
  const std::string_view bare = raw.substr(0, raw.find_last_not_of(punctuation) + 1);
  token.marked = bare.size() > 1 && bare.front() == '@';
  if (bare.starts_with('#') && says_something(bare)) token.tag = bare.substr(1);
  const std::string_view marked = bare.substr(token.marked ? 1 : 0);
  const std::string_view name = without_possessive(marked);
  token.owns = name.size() < marked.size();
  token.name = as_name(name);
  if (!token.marked) token.word = lower_word(bare);
  return token;
}

}  // namespace

bool LineToken::is_capital() const {
  const unsigned char lead = byte_at(name, 0), next = byte_at(name, 1);
  if (lead < 0x80) return lead >= 'A' && lead <= 'Z';
  if (lead == 0xC2 || lead == 0xE2 || lead >= 0xF0) return false;
  if (lead < 0xE0) return !is_small_letter((lead & 0x1FU) << 6U | (next & 0x3FU));
  // U+1E00–U+1EFF, of Vietnamese and the like, in pairs; scripts without small letters are behind it.
  const bool is_in_pairs = lead == 0xE1 && next >= 0xB8 && next <= 0xBB;
  return !is_in_pairs || byte_at(name, 2) % 2 == 0;
}

std::string cleaned_line(std::string_view line) {
  const std::string text = as_utf8(line);
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view one = std::string_view(text).substr(at, length_at(text, at));
    if (is_space(one))
      clean += ' ';
    else if (!is_left_out(one))
      clean += one;
    at += one.size();
  }
  return clean;
}

Result<std::vector<LineToken>> line_tokens(std::string_view line) {
  std::vector<LineToken> tokens;
  for (std::size_t at = line.find_first_not_of(' '); at < line.size(); at = line.find_first_not_of(' ', at)) {
    const auto inside = inside_at(line, line[at] == '@' ? at + 1 : at);
    if (!inside) return fail(inside.error());
    const std::size_t end = std::min(line.find(' ', *inside ? (*inside)->behind : at), line.size());
    const std::string_view raw = line.substr(at, end - at);
    LineToken token =
        *inside ? quoted_token(raw, line.substr((*inside)->begin, (*inside)->end - (*inside)->begin))
                : plain_token(raw);
    token.ends_part = punctuation.find(raw.back()) != std::string_view::npos;
    token.comma = raw.back() == ',';
    tokens.push_back(std::move(token));
    at = end;
  }
  return tokens;
}

}  // namespace goodturn::calendar
