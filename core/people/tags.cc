// Tags are CATEGORIES values (RFC 6350 §6.7.1; formats.md 4.1: Nextcloud reads only the first line, so
// one line is written).
#include <algorithm>

#include "core/base/distinct.h"
#include "core/people/card.h"
#include "core/people/letters.h"
#include "core/text/charset.h"
#include "core/text/scan.h"

namespace goodturn::people {
namespace {

using text::Document;
using text::Property;

/// One value as it stands in the card and as a person reads it.
struct Tag {
  std::string raw;
  std::string plain;
};

std::string trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(space) - first + 1));
}

bool same_tag(const std::string& left, const std::string& right) {
  const auto role = role_of(left);
  return role ? role == role_of(right) : folded_word(left) == folded_word(right);
}

bool contains(const std::vector<Tag>& tags, const std::string& plain) {
  return std::any_of(tags.begin(), tags.end(), [&](const Tag& tag) { return same_tag(tag.plain, plain); });
}

/// The CATEGORIES lines of the first card and their values.
struct Shelf {
  std::vector<std::size_t> lines;
  std::vector<Tag> tags;
  bool as_written = true;  ///< plain UTF-8 in every line: raw values can be carried over byte for byte
};

Shelf read_shelf(const Document& document, const text::Component& card) {
  Shelf shelf;
  Distinct<std::string> known;
  for (const std::size_t number : card.lines) {
    if (document.lines()[number].name() != "CATEGORIES") continue;
    shelf.lines.push_back(number);
    const Property property = document.lines()[number].property();
    const bool plain = text::encoding_of(property) == text::Encoding::plain && text::is_utf8(property.value);
    shelf.as_written = shelf.as_written && plain;
    for (std::string& raw : text::split_escaped(text::decoded_value(property), ',')) {
      std::string meaning = trimmed(text::unescape_text(raw));
      if (!meaning.empty() && known.add(meaning)) shelf.tags.push_back({std::move(raw), std::move(meaning)});
    }
  }
  return shelf;
}

/// Applies the wishes; false when nothing changed.
bool change(std::vector<Tag>& tags, const std::vector<std::string>& add,
            const std::vector<std::string>& remove) {
  const auto wished = [&](const Tag& tag, const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& word) { return same_tag(tag.plain, word); });
  };
  const std::size_t before = tags.size();
  std::erase_if(tags, [&](const Tag& tag) { return wished(tag, remove) && !wished(tag, add); });
  bool changed = tags.size() != before;
  for (const std::string& word : add) {
    const std::string plain = trimmed(word);
    if (plain.empty() || contains(tags, plain)) continue;
    tags.push_back({text::escape_text(plain), plain});
    changed = true;
  }
  return changed;
}

std::string joined(const std::vector<Tag>& tags) {
  std::string out;
  for (const Tag& tag : tags) out += (out.empty() ? "" : ",") + tag.raw;
  return out;
}

/// The header of an unfolded content line, without its colon.
std::string header_of(const text::Line& line) {
  std::string text = line.unfolded();
  text.resize(text.size() - line.property().value.size() - 1);
  return text;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr std::string_view quoted_printable_utf8 = "CATEGORIES;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:";

/// The line that is to stand where `line` stood, in that line's own encoding as long as it has a place
/// for every letter.
std::string rewritten(const text::Line& line, const std::string& value) {
  const Property property = line.property();
  const text::Encoding encoding = text::encoding_of(property);
  const std::string group = property.group.empty() ? "" : property.group + ".";
  if (encoding == text::Encoding::base64) return group + "CATEGORIES:" + value;
  const bool quoted = encoding == text::Encoding::quoted_printable;
  // A header that only looks like that encoding's would make a "=" at the end swallow the next line.
  if (!quoted && text::scan::SoftBreaks().allowed(header_of(line) + ":"))
    return group + "CATEGORIES:" + value;
  const std::string old_bytes = quoted ? text::from_quoted_printable(property.value) : property.value;
  if (!text::is_utf8(old_bytes)) {
    if (const auto narrow = text::to_windows_1252(value); narrow && !text::is_utf8(*narrow))
      return header_of(line) + ":" + (quoted ? text::to_quoted_printable(*narrow) : *narrow);
    if (quoted) return group + std::string(quoted_printable_utf8) + text::to_quoted_printable(value);
    return header_of(line) + ":" + value;
  }
  const bool says_utf8 = folded_word(property.parameter("CHARSET")) == "utf-8";
  if (quoted && !says_utf8 && !is_ascii(value))
    return group + std::string(quoted_printable_utf8) + text::to_quoted_printable(value);
  return header_of(line) + ":" + (quoted ? text::to_quoted_printable(value) : value);
}

/// A new CATEGORIES line. vCard 2.1 is ASCII unless a line says otherwise.
std::string new_line(const std::string& version, const std::string& group, const std::string& value) {
  const std::string dotted = group.empty() ? "" : group + ".";
  if (version == "2.1" && !is_ascii(value))
    return dotted + std::string(quoted_printable_utf8) + text::to_quoted_printable(value);
  return dotted + "CATEGORIES:" + value;
}

}  // namespace

std::string edit_tags(const Document& document, const std::vector<std::string>& add,
                      const std::vector<std::string>& remove) {
  const text::Component* card = document.find("VCARD");
  if (card == nullptr) return document.print();
  Shelf shelf = read_shelf(document, *card);
  if (!change(shelf.tags, add, remove)) return document.print();
  Document edited = document;
  const std::string value = joined(shelf.tags);
  const std::string version = trimmed(document.first_value(*card, "VERSION"));
  const std::size_t end = document.insertion_point(*card);
  if (shelf.lines.empty()) {
    edited.insert_line(end, new_line(version, "", value));
    return edited.print();
  }
  std::vector<text::LineEdit> others;
  for (std::size_t i = 1; i < shelf.lines.size(); ++i)
    others.push_back({text::LineEdit::Kind::erase, shelf.lines[i], {}});
  edited.apply(std::move(others));
  const std::size_t first = shelf.lines.front();
  if (shelf.tags.empty())
    edited.erase_line(first);
  else if (version == "2.1" && shelf.as_written && is_ascii(edited.lines()[first].raw()) && !is_ascii(value))
    edited.replace_line(first, new_line(version, edited.lines()[first].property().group, value));
  else
    edited.replace_line(first, rewritten(edited.lines()[first], value));
  return edited.print();
}

}  // namespace goodturn::people
