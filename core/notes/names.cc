#include "core/notes/names.h"

#include <algorithm>

namespace goodturn::notes {
namespace {

bool ends_like_note(std::string_view name) { return name.ends_with(".md") || name.ends_with(".markdown"); }

std::string_view without_ending(std::string_view name) {
  return ends_like_note(name) ? name.substr(0, name.rfind('.')) : name;
}

std::string_view last_part(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool whole =
        text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    plain += whole ? static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])) : text[i];
    if (whole) i += 2;
  }
  return plain;
}

/// One name: a wiki link, an address in angle brackets, or words.
std::string name_in(std::string_view value) {
  value = trimmed(value);
  if (value.starts_with("[[") && value.ends_with("]]")) {
    value = value.substr(2, value.size() - 4);
    return wiki_link_name(value.substr(0, value.find('|')));
  }
  const auto open = value.find('<');
  if (open != std::string_view::npos && value.ends_with('>'))
    return std::string(trimmed(value.substr(open + 1, value.size() - open - 2)));
  while (value.starts_with('@')) value.remove_prefix(1);
  return std::string(value);
}

/// A quoted text of YAML may go over lines, and an address may have %0A in it; a name has one line.
std::string one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return text;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string stem_of(std::string_view path) { return std::string(without_ending(last_part(path))); }

std::vector<std::string> values_of(const Note& note, const std::vector<std::string_view>& keys) {
  std::vector<std::string> values;
  for (const Field& field : note.front)
    if (std::find(keys.begin(), keys.end(), field.key) != keys.end())
      for (const std::string& value : field.values) values.push_back(one_line(value));
  return values;
}

std::vector<std::string> names_in_value(std::string_view value) {
  std::vector<std::string> names;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    if (std::string name = name_in(value.substr(0, comma)); !name.empty()) names.push_back(std::move(name));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return names;
}

std::string wiki_link_name(std::string_view target) {
  target = target.substr(0, target.find_first_of("#^|"));
  return std::string(trimmed(without_ending(last_part(trimmed(target)))));
}

std::string link_name(std::string_view address) {
  constexpr std::string_view mail = "mailto:";
  if (address.starts_with(mail))
    return one_line(percent_decoded(address.substr(mail.size(), address.find('?') - mail.size())));
  address = address.substr(0, address.find('#'));
  // A scheme other than mailto, or an attachment.
  if (address.find(':') != std::string_view::npos || !ends_like_note(address)) return {};
  return one_line(std::string(trimmed(without_ending(last_part(percent_decoded(address))))));
}

}  // namespace goodturn::notes
