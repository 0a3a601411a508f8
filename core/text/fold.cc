// Edits: the only place that writes lines.
#include <algorithm>

#include "core/text/document.h"
#include "core/text/scan.h"

namespace goodturn::text {
namespace {

constexpr std::size_t longest_line = 75;  // octets without the line break, RFC 6350 §3.2, RFC 5545 §3.1

/// How many bytes of `text`, at most `limit`, can be cut off without cutting a UTF-8 sequence. Bytes
/// that are no UTF-8 are cut where the limit falls.
std::size_t cut_before(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  std::size_t cut = limit;
  while (cut > limit - 3 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U ? limit : cut;
}

/// A line break inside a content line would end it, and could smuggle in further lines: it becomes \n.
std::string on_one_line(std::string_view content) {
  if (content.find_first_of("\r\n") == std::string_view::npos) return std::string(content);
  std::string out;
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content[i] == '\r' && i + 1 < content.size() && content[i + 1] == '\n') continue;
    if (content[i] == '\r' || content[i] == '\n')
      out += "\\n";
    else
      out += content[i];
  }
  return out;
}

/// A quoted-printable line whose last soft break leads nowhere would take the next line as its own.
bool would_swallow(const Line& line) {
  const std::string_view content(line.raw().data(), line.raw().size() - scan::ending_of(line.raw()).size());
  return content.ends_with('=') && scan::SoftBreaks().allowed(content);
}

/// White space that follows a blank line folds nothing; behind a new line it would be its fold.
bool would_join(const Line* line) {
  return line != nullptr && (line->raw().starts_with(' ') || line->raw().starts_with('\t'));
}

std::string line_ending(const Document& document) {
  for (const Line& line : document.lines())
    if (const std::string_view ending = scan::ending_of(line.raw()); !ending.empty())
      return std::string(ending);
  return "\r\n";
}

/// How the lines of a document are written.
class Writer {
 public:
  explicit Writer(const Document& document) : ending_(line_ending(document)) {
    // vCard 2.1 readers keep the white space of a fold (its §2.1.3 folds as RFC 822 does), and a line
    // may be longer there.
    const Component* card = document.find("VCARD");
    fold_ = card == nullptr || scan::trim(document.first_value(*card, "VERSION")) != "2.1";
  }

  /// The line that takes the place of `old`.
  [[nodiscard]] Line instead_of(const Line& old, std::string_view content) const {
    std::string raw = folded(content, scan::ending_of(old.raw()));
    if (old.raw().starts_with(scan::byte_order_mark)) raw.insert(0, scan::byte_order_mark);
    return Line(std::move(raw));
  }

  /// Puts a new line behind `lines`, or before those that would make one with it. `next` comes behind them;
  /// nullptr at the end.
  void append(std::string_view content, std::vector<Line>& lines, const Line* next) const {
    std::size_t at = lines.size();
    while (at > 0 && (would_swallow(lines[at - 1]) || would_join(at < lines.size() ? &lines[at] : next)))
      --at;
    if (at > 0) end(lines[at - 1]);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), Line(folded(content, ending_)));
  }

 private:
  [[nodiscard]] std::string folded(std::string_view content, std::string_view last_ending) const {
    const std::string text = on_one_line(content);
    std::string out;
    std::string_view rest = text;
    std::size_t room = longest_line;
    while (fold_ && rest.size() > room) {
      const std::size_t cut = cut_before(rest, room);
      out.append(rest.substr(0, cut)).append(ending_).append(" ");
      rest.remove_prefix(cut);
      room = longest_line - 1;
    }
    return out.append(rest).append(last_ending);
  }

  /// A file cut off in its last line: ends that line, were it in the middle of its CRLF.
  void end(Line& line) const {
    const std::string& raw = line.raw();
    if (!raw.ends_with(ending_.back())) line = Line(raw + (raw.ends_with('\r') ? "\n" : ending_));
  }

  std::string ending_;
  bool fold_ = true;
};

}  // namespace

std::size_t Document::insertion_point(const Component& component) const {
  if (component.children.empty() || component.children.back().end != component.end) return component.end;
  const std::size_t first = component.children.front().begin;
  // AGENT and the card it introduces stay together.
  return lines_.at(first - 1).name() == "AGENT" ? first - 1 : first;
}

void Document::replace_line(std::size_t number, std::string_view content) {
  apply({{LineEdit::Kind::replace, number, std::string(content)}});
}

void Document::insert_line(std::size_t number, std::string_view content) {
  apply({{LineEdit::Kind::insert, number, std::string(content)}});
}

void Document::erase_line(std::size_t number) { apply({{LineEdit::Kind::erase, number, {}}}); }

void Document::apply(std::vector<LineEdit> edits) {
  const Writer writer(*this);
  std::stable_sort(edits.begin(), edits.end(),
                   [](const LineEdit& left, const LineEdit& right) { return left.number < right.number; });
  std::vector<Line> old = std::exchange(lines_, {});
  lines_.reserve(old.size() + edits.size());
  auto edit = edits.begin();
  for (std::size_t number = 0; number <= old.size(); ++number) {
    bool stays = number < old.size();
    for (; edit != edits.end() && edit->number == number; ++edit) {
      if (edit->kind == LineEdit::Kind::insert)
        writer.append(edit->content, lines_, number < old.size() ? &old[number] : nullptr);
      if (edit->kind == LineEdit::Kind::replace)
        old.at(number) = writer.instead_of(old.at(number), edit->content);
      if (edit->kind == LineEdit::Kind::erase) stays = false;
    }
    if (stays) lines_.push_back(std::move(old[number]));
  }
  index_components();
}

}  // namespace goodturn::text
