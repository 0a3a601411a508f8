// What is cut from a log line, by the rules of security.md 2.2.
#include <array>
#include <cctype>

#include "adapters/system/log.h"
#include "core/base/hash.h"

namespace goodturn::system {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; }

bool ends_word(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0 || c == '"' || c == ')' || c == ',';
}

std::size_t end_of_run(std::string_view text, std::size_t from) {
  while (from < text.size() && !ends_word(text[from])) ++from;
  return from;
}

std::string lower(std::string_view text) {
  std::string copy(text);
  for (char& c : copy) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return copy;
}

/// scheme://[user:password@]host/path[?query][#fragment] without the parts in brackets.
std::string cut_url(std::string_view url) {
  const std::size_t start = url.find("://") + 3;
  const std::size_t slash = url.find('/', start);
  const std::size_t at = url.substr(0, slash).rfind('@');
  std::string kept(url.substr(0, start));
  kept += url.substr(at == std::string_view::npos || at < start ? start : at + 1);
  const std::size_t tail = kept.find_first_of("?#");
  if (tail != std::string::npos) kept.replace(tail, std::string::npos, "?…");
  return kept;
}

/// Runs of 24 and more letters, digits, - and _ that look random: with a digit and a letter, or of the
/// length of our tokens.
std::string cut_tokens(std::string_view text) {
  std::string kept;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end - at >= 24) {
      kept += "…";
    } else {
      kept += text.substr(at, end - at);
    }
    if (end < text.size()) kept += text[end++];
    at = end;
  }
  return kept;
}

bool is_address(std::string_view word) {
  const std::size_t at = word.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < word.size();
}

std::string redacted_word(std::string_view word) {
  if (word.find("://") != std::string_view::npos) return cut_tokens(cut_url(word));
  if (is_address(word)) return "…@…";
  const std::size_t query = word.find('?');
  if (query != std::string_view::npos && query + 1 < word.size())
    return cut_tokens(word.substr(0, query)) + "?…";
  return cut_tokens(word);
}

bool announces_secret(std::string_view word) {
  const std::string plain = lower(word);
  static constexpr std::array<std::string_view, 2> schemes = {"bearer", "basic"};
  for (const auto scheme : schemes)
    if (plain == scheme || plain.ends_with(":" + std::string(scheme))) return true;
  return false;
}

}  // namespace

std::string redacted(std::string_view line) {
  std::string kept;
  bool secret_next = false;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t end = end_of_run(line, at);
    if (end > at) {
      const auto word = line.substr(at, end - at);
      kept += secret_next ? std::string("…") : redacted_word(word);
      secret_next = announces_secret(word);
    }
    if (end < line.size()) kept += line[end] == '\n' || line[end] == '\r' ? ' ' : line[end];
    at = end + 1;
  }
  return kept;
}

std::string log_name(const Uid& uid) { return to_hex(hash_of(uid.value)).substr(24); }

}  // namespace goodturn::system
