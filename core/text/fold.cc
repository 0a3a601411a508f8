// Edits: the only place that writes lines.
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

bool is_border(std::string_view raw) {
  std::string scratch;
  const std::string_view name = scan::name_of_raw(raw, scratch).name;
  return scan::same(name, "BEGIN") || scan::same(name, "END") || scan::same(name, "AGENT");
}

}  // namespace

std::string Document::line_ending() const {
  for (const Line& line : lines_)
    if (const std::string_view ending = scan::ending_of(line.raw()); !ending.empty())
      return std::string(ending);
  return "\r\n";
}

std::string Document::folded(std::string_view content, std::string_view last_ending) const {
  const std::string text = on_one_line(content);
  // vCard 2.1 readers keep the white space of a fold (its §2.1.3 folds as RFC 822 does), and a line
  // may be longer there.
  const Component* card = find("VCARD");
  const bool fold = card == nullptr || scan::trim(first_value(*card, "VERSION")) != "2.1";
  const std::string ending = line_ending();
  std::string out;
  std::string_view rest = text;
  std::size_t room = longest_line;
  while (fold && rest.size() > room) {
    const std::size_t cut = cut_before(rest, room);
    out.append(rest.substr(0, cut)).append(ending).append(" ");
    rest.remove_prefix(cut);
    room = longest_line - 1;
  }
  return out.append(rest).append(last_ending);
}

std::size_t Document::insertion_point(const Component& component) const {
  if (component.children.empty() || component.children.back().end != component.end) return component.end;
  const std::size_t first = component.children.front().begin;
  // AGENT and the card it introduces stay together.
  return lines_.at(first - 1).name() == "AGENT" ? first - 1 : first;
}

void Document::replace_line(std::size_t number, std::string_view content) {
  const std::string& old = lines_.at(number).raw();
  std::string raw = folded(content, scan::ending_of(old));
  if (old.starts_with(scan::byte_order_mark)) raw.insert(0, scan::byte_order_mark);
  const bool tree_may_change = is_border(old) || is_border(raw);
  lines_[number] = Line(std::move(raw));
  if (tree_may_change) index_components();
}

void Document::insert_line(std::size_t number, std::string_view content) {
  const std::string ending = line_ending();
  std::string raw = folded(content, ending);
  while (number > 0 && would_swallow(lines_.at(number - 1))) --number;
  if (number > 0) {
    const std::string& before = lines_[number - 1].raw();
    // A file cut off in its last line: end that line, were it in the middle of its CRLF.
    if (before.back() != ending.back())
      lines_[number - 1] = Line(before + (before.back() == '\r' ? "\n" : ending));
  }
  lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(number), Line(std::move(raw)));
  index_components();
}

void Document::erase_line(std::size_t number) {
  lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(number));
  index_components();
}

}  // namespace goodturn::text
