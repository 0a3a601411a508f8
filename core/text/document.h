// One lossless model for vCard 2.1, 3.0, 4.0 and iCalendar: content lines (RFC 6350 §3.3,
// RFC 5545 §3.1) in a tree of components. print(parse(x)) == x byte for byte; an edit touches only the
// lines it means. Parsing never fails: a line that is not a content line is kept as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/hash.h"

namespace goodturn::text {

/// NAME=value,value. Values are decoded: quotes removed, RFC 6868 carets (^n ^^ ^') undone.
/// A vCard 2.1 bare parameter (";HOME") has an empty name.
struct Parameter {
  std::string name;  ///< upper case
  std::vector<std::string> values;
  bool operator==(const Parameter&) const = default;
};

/// A content line taken apart. Views and strings are valid on their own.
struct Property {
  std::string group;  ///< "item1" of "item1.TEL"; empty without group; case kept
  std::string name;   ///< upper case
  std::vector<Parameter> parameters;
  std::string value;  ///< unfolded raw value bytes: still escaped, still quoted-printable

  /// First value of a parameter by upper-case name; empty when absent. A view into this property, which
  /// therefore must outlive it: not of a temporary one.
  [[nodiscard]] std::string_view parameter(std::string_view name) const&;
  std::string_view parameter(std::string_view name) const&& = delete;
};

/// One physical run of lines in the text: content line with its folds and line ending.
class Line {
 public:
  explicit Line(std::string raw);
  /// The exact bytes, folds and line ending included.
  [[nodiscard]] const std::string& raw() const noexcept { return raw_; }
  /// Unfolded (quoted-printable soft breaks joined), without line ending.
  [[nodiscard]] std::string unfolded() const;
  /// Upper-case property name without group; empty when this is not a content line.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] Property property() const;

 private:
  std::string raw_;
  std::string name_;  ///< kept: every look for a property asks this of every line of a card
};

/// BEGIN:NAME … END:NAME as ranges of line numbers, END possibly missing.
struct Component {
  std::string name;       ///< upper case: VCARD, VCALENDAR, VEVENT …
  std::size_t begin = 0;  ///< line number of BEGIN
  std::size_t end = 0;    ///< line number of END, or one past the last line when END is missing
  std::vector<Component> children;
  std::vector<std::size_t> lines;  ///< its own content lines (not of children, not BEGIN/END)
};

/// A change to a document, by the number of a line before any change.
struct LineEdit {
  enum class Kind { erase, replace, insert } kind = Kind::insert;
  std::size_t number = 0;  ///< of the line that goes or changes; of an insert: of the line it comes before
  std::string content;     ///< an unfolded content line; nothing for an erase
};

class Document {
 public:
  /// Takes any bytes: BOM, LF or CRLF, blank lines, missing END, Latin-1.
  [[nodiscard]] static Document parse(std::string_view bytes);
  [[nodiscard]] std::string print() const;

  [[nodiscard]] const std::vector<Line>& lines() const noexcept { return lines_; }
  /// Top-level components in order.
  [[nodiscard]] const std::vector<Component>& components() const noexcept { return components_; }
  /// First component of that upper-case name at any depth; nullptr when there is none.
  [[nodiscard]] const Component* find(std::string_view name) const;

  /// Properties of a component with that upper-case name, in order.
  [[nodiscard]] std::vector<Property> all(const Component& component, std::string_view name) const;
  /// Raw value of the first one; empty when absent.
  [[nodiscard]] std::string first_value(const Component& component, std::string_view name) const;

  /// The line number before which a new line of this component goes: its END. Where a component inside
  /// it lacks its own END, which would take the line, the place before the inner ones.
  [[nodiscard]] std::size_t insertion_point(const Component& component) const;
  /// Replaces line `number` by `content` (an unfolded content line, folded here at 75 octets with the
  /// document's own line ending; never inside a UTF-8 sequence).
  void replace_line(std::size_t number, std::string_view content);
  /// Inserts before line `number`.
  void insert_line(std::size_t number, std::string_view content);
  void erase_line(std::size_t number);
  /// All of them at once, in time linear in the document and the edits; inserts before one line keep their
  /// order. No number may be beyond the end.
  void apply(std::vector<LineEdit> edits);

 private:
  void index_components();
  std::vector<Line> lines_;
  std::vector<Component> components_;
};

/// TEXT escapes (RFC 6350 §4, RFC 5545 §3.3.11): \\ \, \; \n.
[[nodiscard]] std::string escape_text(std::string_view plain);
[[nodiscard]] std::string unescape_text(std::string_view escaped);
/// Splits at unescaped `separator`; parts stay escaped.
[[nodiscard]] std::vector<std::string> split_escaped(std::string_view value, char separator);
/// The raw value as UTF-8 with its escapes still in place, for values that must be split first
/// (split_escaped): quoted-printable and base64 undone, CHARSET as in decoded_text. CRLF becomes LF.
[[nodiscard]] std::string decoded_value(const Property& property);
/// The value as UTF-8 plain text: undoes quoted-printable and base64 text, CHARSET, or Windows-1252 when
/// the bytes are not UTF-8; then unescapes.
[[nodiscard]] std::string decoded_text(const Property& property);

/// Hash of the meaning: unfolded, names case-blind, parameter order and quoting free, property order
/// free, volatile properties (REV, PRODID, DTSTAMP, LAST-MODIFIED, …) left out.
[[nodiscard]] ContentHash content_hash(const Document& document);
/// Equal in that sense, compared by content and not by hash.
[[nodiscard]] bool semantically_equal(const Document& left, const Document& right);
/// UID of the first component that has one (of VCARD, VEVENT, VTODO, VJOURNAL); empty when none.
[[nodiscard]] std::string uid_of(const Document& document);

}  // namespace goodturn::text
