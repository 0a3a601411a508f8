// Bytes to lines and back.
#include <algorithm>

#include "core/text/document.h"
#include "core/text/scan.h"

namespace goodturn::text {
namespace {

/// Cuts bytes into raw lines: a physical line with the folds and soft breaks that belong to it.
class Cutter {
 public:
  explicit Cutter(std::string_view bytes)
      // Files of old Macs end their lines with CR alone; elsewhere a lone CR is a byte of the value.
      : bytes_(bytes), break_(bytes.find('\n') == std::string_view::npos ? '\r' : '\n') {}

  [[nodiscard]] bool done() const noexcept { return at_ == bytes_.size(); }

  std::string_view next() {
    const std::size_t start = at_;
    std::size_t physical = start;
    at_ = after_break(start);
    scan::SoftBreaks soft_breaks;
    while (!done()) {
      const std::size_t content_end = end_of_content(physical, at_);
      const bool blank = physical == start && content_end == start;
      const bool fold = !blank && (bytes_[at_] == ' ' || bytes_[at_] == '\t');
      const bool soft = content_end > physical && bytes_[content_end - 1] == '=' &&
                        soft_breaks.allowed(bytes_.substr(start, content_end - start)) && !at_border();
      if (!fold && !soft) break;
      physical = at_;
      at_ = after_break(at_);
    }
    return bytes_.substr(start, at_ - start);
  }

 private:
  [[nodiscard]] std::size_t after_break(std::size_t from) const {
    const std::size_t found = bytes_.find(break_, from);
    return found == std::string_view::npos ? bytes_.size() : found + 1;
  }

  [[nodiscard]] std::size_t end_of_content(std::size_t from, std::size_t to) const {
    return to - scan::ending_of(bytes_.substr(from, to - from)).size();
  }

  /// A soft break before END or BEGIN is a mistake of the writer: joining would swallow the card's end.
  [[nodiscard]] bool at_border() const {
    return scan::same(bytes_.substr(at_, 4), "END:") || scan::same(bytes_.substr(at_, 6), "BEGIN:");
  }

  std::string_view bytes_;
  char break_;
  std::size_t at_ = 0;
};

}  // namespace

Line::Line(std::string raw) : raw_(std::move(raw)) {
  std::string scratch;
  name_ = scan::to_upper(scan::name_of_raw(raw_, scratch).name);
}

std::string Line::unfolded() const {
  std::string scratch;
  return std::string(scan::unfold(raw_, scratch));
}

Document Document::parse(std::string_view bytes) {
  constexpr std::size_t usual_line = 32;
  constexpr std::size_t usual_lines = 64;
  Document document;
  document.lines_.reserve(std::min(bytes.size() / usual_line, usual_lines));
  Cutter cutter(bytes);
  while (!cutter.done()) document.lines_.emplace_back(std::string(cutter.next()));
  document.index_components();
  return document;
}

std::string Document::print() const {
  std::size_t size = 0;
  for (const Line& line : lines_) size += line.raw().size();
  std::string out;
  out.reserve(size);
  for (const Line& line : lines_) out += line.raw();
  return out;
}

}  // namespace goodturn::text
