// Equality of meaning: never compare items by bytes, or a server that rewrites text is synced for ever.
#include <algorithm>

#include "core/text/content_line.h"
#include "core/text/meaning.h"
#include "core/text/scan.h"

namespace goodturn::text {
namespace {

/// Collects canonical lines of one component in one buffer and puts them out in sorted order.
class Sheet {
 public:
  Sheet() = default;
  /// For so many lines and bytes at first.
  Sheet(std::size_t lines, std::size_t bytes) {
    ranges_.reserve(lines);
    buffer_.reserve(bytes);
  }
  /// Appends to the buffer; what was added since the last mark() is one or more lines.
  std::string& buffer() noexcept { return buffer_; }
  void end_lines() {
    while (marked_ < buffer_.size()) end_block(buffer_.find('\n', marked_) + 1);
  }
  void end_block() { end_block(buffer_.size()); }

  /// Order of properties and of sub-components is free: Radicale and xandikos sort, SOGo reorders.
  void append_sorted(bool once, std::string& out) {
    out.reserve(out.size() + buffer_.size());
    const auto text = [this](const Range& range) {
      return std::string_view(buffer_).substr(range.start, range.size);
    };
    std::sort(ranges_.begin(), ranges_.end(),
              [&](const Range& left, const Range& right) { return text(left) < text(right); });
    for (std::size_t i = 0; i < ranges_.size(); ++i)
      if (!once || i == 0 || text(ranges_[i]) != text(ranges_[i - 1])) out += text(ranges_[i]);
  }

 private:
  struct Range {
    std::size_t start;
    std::size_t size;
  };
  void end_block(std::size_t end) {
    if (end > marked_) ranges_.push_back({marked_, end - marked_});
    marked_ = end;
  }

  std::string buffer_;
  std::vector<Range> ranges_;
  std::size_t marked_ = 0;
};

class Canonical {
 public:
  explicit Canonical(const Document& document) : document_(document) {}

  std::string form() {
    std::string out;
    Sheet sheet;
    for (const Component& component : document_.components()) add(component, sheet);
    for (const std::size_t number : outside()) add(number, sheet, sheet);
    sheet.append_sorted(false, out);
    return out;
  }

 private:
  void add(const Component& component, Sheet& parent) {
    if (is_volatile_component(component.name)) return;
    Sheet sheet(component.lines.size(), size_of(component));
    Sheet categories;
    for (const std::size_t number : component.lines) add(number, sheet, categories);
    for (const Component& child : component.children) add(child, sheet);
    std::string& out = parent.buffer();
    out.append("BEGIN:").append(component.name).append("\n");
    categories.append_sorted(true, out);
    sheet.append_sorted(false, out);
    out.append("END\n");
    parent.end_block();
  }

  void add(std::size_t number, Sheet& sheet, Sheet& categories) {
    const Line& line = document_.lines()[number];
    if (is_volatile_property(line.name())) return;
    const std::string_view text = scan::unfold(line.raw(), scratch_);
    if (line.name().empty()) {
      if (text.empty()) return;
      sheet.buffer().append(text).append("\n");
      sheet.end_block();
      return;
    }
    Sheet& target = line.name() == "CATEGORIES" ? categories : sheet;
    const ContentLine content = content_line(text);
    append_canonical({content.group, line.name(), content.parameters, content.value}, target.buffer());
    target.end_lines();
  }

  [[nodiscard]] std::size_t size_of(const Component& component) const {
    std::size_t bytes = 0;
    for (const std::size_t number : component.lines) bytes += document_.lines()[number].raw().size();
    return bytes;
  }

  /// Lines that belong to no component.
  [[nodiscard]] std::vector<std::size_t> outside() const {
    std::vector<std::size_t> numbers;
    std::size_t next = 0;
    for (const Component& component : document_.components()) {
      for (; next < component.begin; ++next) numbers.push_back(next);
      next = std::max(next, after(component));
    }
    for (; next < document_.lines().size(); ++next) numbers.push_back(next);
    return numbers;
  }

  /// The line after a component: `end` is its END line, unless that is missing.
  [[nodiscard]] std::size_t after(const Component& component) const {
    const auto& lines = document_.lines();
    const bool closed = component.end < lines.size() && lines[component.end].name() == "END";
    return component.end + (closed ? 1 : 0);
  }

  const Document& document_;
  std::string scratch_;
};

}  // namespace

std::string canonical_form(const Document& document) { return Canonical(document).form(); }

ContentHash content_hash(const Document& document) { return hash_of(canonical_form(document)); }

bool semantically_equal(const Document& left, const Document& right) {
  return canonical_form(left) == canonical_form(right);
}

}  // namespace goodturn::text
