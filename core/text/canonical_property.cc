// One property in canonical spelling. Each rule names the program that made it necessary.
#include <algorithm>
#include <iterator>

#include "core/text/charset.h"
#include "core/text/meaning.h"
#include "core/text/scan.h"

namespace goodturn::text {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr char part_mark = '\x1F';     ///< between a parameter's name and values
constexpr char newline_mark = '\x1E';  ///< a line break inside a parameter: canonical lines end at \n

// Cyrus splits TYPE="a,b" into two, Radicale and SOGo merge several into one, vCard 2.1 writes the bare
// word: all are one set.
void add_types(const Parameter& parameter, std::vector<std::string>& types) {
  for (const std::string& value : parameter.values) {
    std::size_t start = 0;
    while (start <= value.size()) {
      const std::size_t comma = std::min(value.find(',', start), value.size());
      const std::string_view word = scan::trim(std::string_view(value).substr(start, comma - start));
      if (!word.empty()) types.push_back(scan::to_lower(word));
      start = comma + 1;
    }
  }
}

/// Parameters whose values are words of the standard, blind to case (RFC 5545 §2, RFC 6350 §5).
bool has_word_values(std::string_view name) {
  return is_one_of(name, {"CHARSET", "CUTYPE", "ENCODING", "FBTYPE", "PARTSTAT", "RANGE", "RELATED",
                          "RELTYPE", "ROLE", "RSVP", "VALUE"});
}

std::string canonical_parameter(std::string_view name, const std::vector<std::string>& values) {
  std::string out(name);
  const bool words = has_word_values(name);
  for (const std::string& value : values) {
    out += part_mark;
    out += words ? scan::to_lower(value) : value;
  }
  std::replace(out.begin(), out.end(), '\n', newline_mark);
  return out;
}

bool is_encoding_word(std::string_view word) {
  return scan::same(word, "QUOTED-PRINTABLE") || scan::same(word, "BASE64") || scan::same(word, "8BIT") ||
         scan::same(word, "7BIT");
}

// Radicale and SOGo sort parameters by name: order means nothing.
std::vector<std::string> canonical_parameters(std::span<const Parameter> parameters) {
  std::vector<std::string> out;
  std::vector<std::string> types;
  for (const Parameter& parameter : parameters) {
    if (parameter.name.empty() && is_encoding_word(parameter.values.front()))
      out.push_back(canonical_parameter("ENCODING", parameter.values));
    else if (parameter.name.empty() || parameter.name == "TYPE")
      add_types(parameter, types);
    else
      out.push_back(canonical_parameter(parameter.name, parameter.values));
  }
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  if (!types.empty()) out.push_back(canonical_parameter("TYPE", types));
  std::sort(out.begin(), out.end());
  return out;
}

// xandikos and Cyrus reorder the parts of a rule.
std::string sorted_rule(std::string_view value) {
  std::vector<std::string> parts = split_escaped(scan::to_upper(value), ';');
  std::sort(parts.begin(), parts.end());
  std::string out;
  for (const std::string& part : parts) out += part + ";";
  return out;
}

// SOGo cuts the empty components at the end: N:Example;Ada;;; becomes N:Example;Ada.
std::string_view without_empty_tail(std::string_view value) {
  while (value.ends_with(';') && !value.ends_with("\\;")) value.remove_suffix(1);
  return value;
}

// Cyrus removes control characters from FN; a text that only differs in them is the same text.
bool is_control_byte(char c) { return (c >= '\0' && c < ' ' && c != '\t') || c == '\x7F'; }

/// Without a way out on the way, so that the compiler takes many bytes at once: most values have none.
bool has_control_byte(std::string_view value) {
  unsigned char found = 0;
  for (const char c : value) found = static_cast<unsigned char>(found | (is_control_byte(c) ? 1U : 0U));
  return found != 0;
}

void append_without_control_bytes(std::string_view value, std::string& out) {
  if (!has_control_byte(value))
    out += value;
  else
    std::copy_if(value.begin(), value.end(), std::back_inserter(out),
                 [](char c) { return !is_control_byte(c); });
}

// Outlook indents base64 with two spaces and ends it with an empty line; servers fold it elsewhere.
std::string without_white_space(std::string_view value) {
  std::string out(value);
  std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  return out;
}

/// Values that are one single TEXT: there `\,` and `,`, `\;` and `;`, `\N` and `\n` mean the same, and
/// servers that parse and print (Radicale, SOGo) choose their own. In lists and structured values the
/// backslash carries meaning, so those are left as they are.
bool is_single_text(std::string_view name) {
  return is_one_of(
      name, {"COMMENT", "DESCRIPTION", "FN", "LOCATION", "NOTE", "ROLE", "SUMMARY", "TITLE", "X-ABLABEL"});
}

void append_text(std::string_view value, std::string& out) {
  const auto has = [value](char c) { return value.find(c) != std::string_view::npos; };
  if (!has('\\') && !has(',') && !has(';')) return append_without_control_bytes(value, out);
  std::string text;
  append_without_control_bytes(value, text);
  out += escape_text(unescape_text(text));
}

void append_value(const PropertyView& property, Encoding encoding, std::string& out) {
  const std::string_view value = property.value;
  if (is_one_of(property.name, {"RRULE", "EXRULE"}))
    out += sorted_rule(value);
  else if (encoding == Encoding::base64)
    out += without_white_space(value);
  else if (encoding == Encoding::quoted_printable)
    out += value;
  else if (is_single_text(property.name))
    append_text(value, out);
  else if (is_one_of(property.name, {"ADR", "N", "ORG"}))
    append_without_control_bytes(without_empty_tail(value), out);
  else
    append_without_control_bytes(value, out);
}

/// Group, name and parameters, up to the colon.
void append_header(const PropertyView& property, std::string& out) {
  // SOGo writes groups in upper case.
  if (!property.group.empty()) out.append(scan::to_upper(property.group)).append(".");
  out += property.name;
  if (!property.parameters.empty())
    for (const std::string& parameter : canonical_parameters(property.parameters))
      out.append(";").append(parameter);
  out += ':';
}

// SOGo adds CLASS:PUBLIC, which is what a missing CLASS means (RFC 5545 §3.8.1.3, RFC 2426 §3.7.1).
bool states_a_default(const PropertyView& property) {
  return property.name == "CLASS" && scan::same(scan::trim(property.value), "PUBLIC");
}

}  // namespace

void append_canonical(const PropertyView& property, std::string& out) {
  if (states_a_default(property)) return;
  const Encoding encoding = encoding_of(property.parameters);
  if (property.name != "CATEGORIES" || encoding != Encoding::plain) {
    append_header(property, out);
    append_value(property, encoding, out);
    out += '\n';
    return;
  }
  // Cyrus writes one CATEGORIES line per value, Goodturn one line for all: a set of values.
  std::string header;
  append_header(property, header);
  for (const std::string& category : split_escaped(property.value, ','))
    if (const std::string_view bare = scan::trim(category); !bare.empty()) {
      out += header;
      append_without_control_bytes(escape_text(unescape_text(bare)), out);
      out += '\n';
    }
}

}  // namespace goodturn::text
