#include "adapters/notes/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <string>

#include "adapters/notes/front_matter.h"
#include "core/text/charset.h"

namespace goodturn::notes {
namespace {

std::string text_of(const MD_ATTRIBUTE& attribute) {
  return attribute.text == nullptr ? std::string() : std::string(attribute.text, attribute.size);
}

/// Takes what md4c tells, in the order of the text.
class Lines {
 public:
  explicit Lines(std::string_view bytes, std::size_t body) : bytes_(bytes), counted_(0) { count_to(body); }

  void enter(MD_BLOCKTYPE block, void* detail) {
    switch (block) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        finish();
        ++depth_;
        break;
      case MD_BLOCK_LI: {
        const auto* item = static_cast<MD_BLOCK_LI_DETAIL*>(detail);
        begin(Line::Kind::item, depth_);
        line_.open_task = item->is_task != 0 && item->task_mark == ' ';
        break;
      }
      case MD_BLOCK_H:
        begin(Line::Kind::heading, static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
      case MD_BLOCK_P:
        // The first paragraph of an item is the item.
        if (line_.kind != Line::Kind::item || !line_.text.empty()) begin(Line::Kind::text, 0);
        break;
      case MD_BLOCK_TR:
        begin(Line::Kind::text, 0);
        break;
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        finish();
        ++silent_;
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE block) {
    switch (block) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        finish();
        --depth_;
        break;
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        --silent_;
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        line_.text += ' ';
        break;
      case MD_BLOCK_LI:
      case MD_BLOCK_H:
      case MD_BLOCK_P:
      case MD_BLOCK_TR:
        finish();
        break;
      default:
        break;
    }
  }

  void enter_span(MD_SPANTYPE span, void* detail) {
    if (span == MD_SPAN_IMG) ++silent_;
    // What %FF stands for need not be UTF-8.
    if (span == MD_SPAN_A)
      if (std::string name = link_name(text_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
          text::is_utf8(name))
        take_link(std::move(name));
    if (span != MD_SPAN_WIKILINK) return;
    const std::string name = wiki_link_name(text_of(static_cast<MD_SPAN_WIKILINK_DETAIL*>(detail)->target));
    // ![[Note]] shows another note here.
    if (line_.text.ends_with('!'))
      line_.text.pop_back();
    else
      take_link(name);
  }

  void leave_span(MD_SPANTYPE span) {
    if (span == MD_SPAN_IMG) --silent_;
  }

  void text(MD_TEXTTYPE type, std::string_view words) {
    if (silent_ > 0 || type == MD_TEXT_HTML) return;
    if (line_.number == 0) line_.number = number_of(words);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      break_line();
    } else if (type == MD_TEXT_NULLCHAR) {
      line_.text += "\xEF\xBF\xBD";
    } else {
      for (const char c : words) line_.text += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }

  std::vector<Line> lines() && {
    finish();
    return std::move(lines_);
  }

 private:
  void take_link(std::string name) {
    if (!name.empty() && silent_ == 0) line_.links.push_back(std::move(name));
  }

  void begin(Line::Kind kind, int depth) {
    finish();
    line_.kind = kind;
    line_.depth = depth;
  }

  /// In running text each line stands for itself; an item goes on.
  void break_line() {
    if (line_.kind == Line::Kind::text)
      finish();
    else
      line_.text += ' ';
  }

  void finish() {
    if (!line_.text.empty() || !line_.links.empty()) {
      if (line_.number == 0) line_.number = line_number_;
      lines_.push_back(std::move(line_));
    }
    line_ = Line();
  }

  void count_to(std::size_t offset) {
    line_number_ +=
        static_cast<std::size_t>(std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                            bytes_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
  }

  /// md4c hands on pieces of what it was given, in order; what it makes itself (a blank) lies elsewhere.
  std::size_t number_of(std::string_view words) {
    const std::less_equal<const char*> before;
    if (before(bytes_.data(), words.data()) && before(words.data(), bytes_.data() + bytes_.size())) {
      const auto offset = static_cast<std::size_t>(words.data() - bytes_.data());
      if (offset >= counted_) count_to(offset);
      return line_number_;
    }
    return 0;
  }

  std::string_view bytes_;
  std::size_t counted_;  ///< up to this byte the lines are counted
  std::size_t line_number_ = 1;
  std::vector<Line> lines_;
  Line line_;
  int depth_ = 0;   ///< of lists
  int silent_ = 0;  ///< inside what says nothing
};

Lines& lines_in(void* user) { return *static_cast<Lines*>(user); }

constexpr MD_PARSER parser = {0,
                              MD_FLAG_WIKILINKS | MD_FLAG_TASKLISTS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH |
                                  MD_FLAG_COLLAPSEWHITESPACE,
                              [](MD_BLOCKTYPE block, void* detail, void* user) {
                                lines_in(user).enter(block, detail);
                                return 0;
                              },
                              [](MD_BLOCKTYPE block, void*, void* user) {
                                lines_in(user).leave(block);
                                return 0;
                              },
                              [](MD_SPANTYPE span, void* detail, void* user) {
                                lines_in(user).enter_span(span, detail);
                                return 0;
                              },
                              [](MD_SPANTYPE span, void*, void* user) {
                                lines_in(user).leave_span(span);
                                return 0;
                              },
                              [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* user) {
                                lines_in(user).text(type, {words, size});
                                return 0;
                              },
                              nullptr,
                              nullptr};

}  // namespace

Result<Note> parse_note(std::string_view bytes) {
  if (!text::is_utf8(bytes)) return fail(ErrorKind::parse, "The note is not UTF-8.");
  const Parts parts = parts_of(bytes);
  Note note;
  auto front = read_front_matter(parts.front);
  if (!front) return fail(front.error());
  note.front = std::move(*front);
  Lines lines(bytes, parts.body);
  const std::string_view body = bytes.substr(parts.body);
  if (md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &lines) != 0)
    return fail(ErrorKind::parse, "The note cannot be read as Markdown.");
  note.lines = std::move(lines).lines();
  return note;
}

}  // namespace goodturn::notes
