// Byte-level reading shared by the files of this folder: names, unfolding, where a header ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace goodturn::text::scan {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[nodiscard]] constexpr char upper(char c) noexcept {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
[[nodiscard]] std::string to_upper(std::string_view text);
[[nodiscard]] std::string to_lower(std::string_view text);
/// ASCII case-blind equality.
[[nodiscard]] bool same(std::string_view left, std::string_view right) noexcept;
/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// The unfolded content of a raw line: without byte order mark and line ending, folds and
/// quoted-printable soft breaks joined. A view into `raw` when there is nothing to join, else into
/// `scratch`. Linear in the size of `raw`.
[[nodiscard]] std::string_view unfold(std::string_view raw, std::string& scratch);

/// Tells whether a line's header names the encoding QUOTED-PRINTABLE, so that a `=` at the end of a
/// physical line is a soft break. Asked with growing prefixes of one raw line; looks at each byte of their
/// first 4 KiB once, so that asking after every physical line stays cheap.
class SoftBreaks {
 public:
  [[nodiscard]] bool allowed(std::string_view prefix);

 private:
  void look_at(char c);

  std::size_t seen_ = 0;
  std::string header_;  ///< upper case, without folds
  bool quoted_ = false;
  bool ended_ = false;  ///< the header's colon was seen
  bool allowed_ = false;
};

/// Group and name of an unfolded content line as written; both empty when it is none.
struct Name {
  std::string_view group;
  std::string_view name;
};
[[nodiscard]] Name name_of(std::string_view unfolded) noexcept;
/// Like name_of, from the raw line and without unfolding it unless the name itself is folded.
[[nodiscard]] Name name_of_raw(std::string_view raw, std::string& scratch);

/// Position of the colon that ends the header: the first outside quotes, or the first of all when a
/// quote is never closed. npos when there is no colon.
[[nodiscard]] std::size_t header_end(std::string_view unfolded) noexcept;

/// The line ending at the end of a raw line; may be empty.
[[nodiscard]] std::string_view ending_of(std::string_view raw) noexcept;

}  // namespace goodturn::text::scan
