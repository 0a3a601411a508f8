#include "core/imports/csv.h"

#include <algorithm>
#include <array>

#include "core/imports/utf16.h"
#include "core/text/charset.h"

namespace goodturn::imports {
namespace {

std::string as_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (auto text = from_utf16(bytes)) return std::move(*text);
  return text::is_utf8(bytes) ? std::string(bytes) : text::from_windows_1252(bytes);
}

char separator_of(std::string_view text) {
  std::array<std::pair<char, std::size_t>, 3> counts = {{{',', 0}, {';', 0}, {'\t', 0}}};
  bool quoted = false;
  for (const char letter : text) {
    if (letter == '"') quoted = !quoted;
    if (!quoted && (letter == '\n' || letter == '\r')) break;
    for (auto& [separator, count] : counts)
      if (!quoted && letter == separator) ++count;
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  std::vector<CsvRow> rows() {
    while (at_ < text_.size()) step();
    end_row();
    return std::move(rows_);
  }

 private:
  void step() {
    const char letter = text_[at_++];
    if (letter == '"' && cell_.empty() && !was_quoted_)
      take_quoted();
    else if (letter == separator_)
      end_cell();
    else if (letter == '\n' || letter == '\r')
      end_row();
    else
      cell_ += letter;
  }

  void take_quoted() {
    was_quoted_ = true;
    while (at_ < text_.size()) {
      const char letter = text_[at_++];
      if (letter != '"') {
        cell_ += letter;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        cell_ += letter;
        ++at_;
      } else {
        return;
      }
    }
  }

  void end_cell() {
    row_.push_back(std::move(cell_));
    cell_.clear();
    was_quoted_ = false;
  }

  void end_row() {
    end_cell();
    if (std::any_of(row_.begin(), row_.end(), [](const std::string& cell) { return !cell.empty(); }))
      rows_.push_back(std::move(row_));
    row_.clear();
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  bool was_quoted_ = false;
  std::string cell_;
  CsvRow row_;
  std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  return CsvReader(text).rows();
}

}  // namespace goodturn::imports
