#include "core/calendar/one_line_token.h"

#include <algorithm>

#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

constexpr std::string_view space = " \t\r\n";
constexpr std::string_view punctuation = ",.;:!?";

/// Without "'s", written with either apostrophe.
std::string without_possessive(std::string_view name) {
  for (const std::string_view ending : {std::string_view("'s"), std::string_view("\xE2\x80\x99s")})
    if (name.size() > ending.size() && name.ends_with(ending))
      return std::string(name.substr(0, name.size() - ending.size()));
  return std::string(name);
}

/// `raw` is "…" or @"…" with punctuation behind it.
LineToken quoted_token(std::string_view raw, std::string_view inside) {
  LineToken token;
  token.raw = raw;
  token.name = trimmed(inside);
  token.marked = raw.front() == '@';
  token.quoted = true;
  return token;
}

LineToken plain_token(std::string_view raw) {
  LineToken token;
  token.raw = raw;
  const std::string_view bare = raw.substr(0, raw.find_last_not_of(punctuation) + 1);
  token.marked = bare.size() > 1 && bare.front() == '@';
  token.name = without_possessive(bare.substr(token.marked ? 1 : 0));
  token.owns = token.name.size() + (token.marked ? 1 : 0) < bare.size();
  if (!token.marked) token.word = lower_word(bare);
  return token;
}

}  // namespace

bool LineToken::is_capital() const {
  if (name.empty()) return false;
  const char first = name.front();
  return (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
}

Result<std::vector<LineToken>> line_tokens(std::string_view line) {
  std::vector<LineToken> tokens;
  for (std::size_t at = line.find_first_not_of(space); at < line.size();
       at = line.find_first_not_of(space, at)) {
    const std::size_t open = line[at] == '@' ? at + 1 : at;
    const bool quoted = open < line.size() && line[open] == '"';
    const std::size_t close = quoted ? line.find('"', open + 1) : at;
    if (close == std::string_view::npos)
      return fail(ErrorKind::invalid, "A quotation mark is open. Close it behind the name.");
    const std::size_t end = std::min(line.find_first_of(space, close), line.size());
    const std::string_view raw = line.substr(at, end - at);
    LineToken token = quoted ? quoted_token(raw, line.substr(open + 1, close - open - 1)) : plain_token(raw);
    token.ends_part = punctuation.find(raw.back()) != std::string_view::npos;
    token.comma = raw.back() == ',';
    tokens.push_back(std::move(token));
    at = end;
  }
  return tokens;
}

}  // namespace goodturn::calendar
