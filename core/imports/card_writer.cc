#include "core/imports/card_writer.h"

#include "core/base/hash.h"
#include "core/text/document.h"

namespace goodturn::imports {
namespace {

void append(std::string& words, const std::string& more) {
  if (more.empty()) return;
  if (!words.empty()) words += ' ';
  words += more;
}

/// Control characters have no place in a content line.
std::string printable(std::string_view text) {
  std::string clean;
  for (const char letter : text)
    if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\t') clean += letter;
  return clean;
}

/// CRLF and CR inside a cell are line breaks, too.
std::string with_plain_breaks(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r')
      plain += text[at];
    else if (at + 1 == text.size() || text[at + 1] != '\n')
      plain += '\n';
  }
  return plain;
}

}  // namespace

void CardWriter::add_text(std::string property, std::string_view value) {
  if (property.starts_with("EMAIL") && first_email_.empty()) first_email_ = value;
  add_raw(std::move(property), text::escape_text(with_plain_breaks(value)));
}

void CardWriter::add_raw(std::string property, std::string_view value) {
  lines_.push_back(std::move(property) + ':' + printable(value));
}

void CardWriter::add_unknown(std::string_view column, std::string_view value) {
  add_text("X-IMPORTED;X-COLUMN=" + parameter_value(column), value);
}

std::string CardWriter::shown_name() const {
  if (!full_name.empty()) return full_name;
  std::string parts;
  for (const std::string* part : {&name.prefix, &name.given, &name.additional, &name.family, &name.suffix})
    append(parts, *part);
  if (!parts.empty()) return parts;
  return organisation.empty() ? first_email_ : organisation;
}

std::string CardWriter::write(const Uid& uid) const {
  const auto escaped = [](const std::string& plain) { return text::escape_text(with_plain_breaks(plain)); };
  auto document = text::Document::parse("BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n");
  const std::size_t end = document.insertion_point(document.components().front());
  std::vector<text::LineEdit> lines;
  const auto put = [&](std::string content) {
    lines.push_back({text::LineEdit::Kind::insert, end, std::move(content)});
  };
  put("UID:" + uid.value);
  put("FN:" + printable(escaped(shown_name())));
  const bool has_name = !(name.family + name.given + name.additional + name.prefix + name.suffix).empty();
  if (has_name)
    put("N:" + printable(escaped(name.family) + ';' + escaped(name.given) + ';' + escaped(name.additional) +
                         ';' + escaped(name.prefix) + ';' + escaped(name.suffix)));
  if (!organisation.empty() || !unit.empty())
    put("ORG:" + printable(escaped(organisation) + (unit.empty() ? "" : ';' + escaped(unit))));
  std::string categories;
  for (const std::string& tag : tags) categories += (categories.empty() ? "" : ",") + escaped(tag);
  if (!categories.empty()) put("CATEGORIES:" + printable(categories));
  for (const std::string& line : lines_) put(line);
  document.apply(std::move(lines));
  return document.print();
}

std::string parameter_value(std::string_view plain) {
  std::string value;
  bool needs_quotes = false;
  for (const char letter : plain) {
    if (letter == '^') {
      value += "^^";
    } else if (letter == '"') {
      value += "^'";
    } else if (letter == '\n') {
      value += "^n";
    } else if (static_cast<unsigned char>(letter) >= 0x20) {
      value += letter;
      needs_quotes = needs_quotes || letter == ',' || letter == ';' || letter == ':';
    }
  }
  return needs_quotes ? '"' + value + '"' : value;
}

Uid imported_uid(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += std::to_string(part.size()) + ':' + part;
  const std::string hex = to_hex(hash_of(all));
  // RFC 9562 section 5.8: version 8, for identifiers made in a way of one's own.
  return Uid("urn:uuid:" + hex.substr(0, 8) + '-' + hex.substr(8, 4) + "-8" + hex.substr(13, 3) + "-8" +
             hex.substr(17, 3) + '-' + hex.substr(20, 12));
}

}  // namespace goodturn::imports
