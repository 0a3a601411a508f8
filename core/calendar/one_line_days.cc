#include "core/calendar/one_line_days.h"

#include <algorithm>
#include <string>

#include "core/calendar/one_line_day.h"

namespace goodturn::calendar {
namespace {

class DayTaker {
 public:
  DayTaker(std::span<LineToken> tokens, const LineWords& words, Day today, OneLine& line)
      : tokens_(tokens), words_(words), today_(today), line_(line) {}

  Result<void> run() {
    for (std::size_t at = 1; at < tokens_.size(); ++at) {
      if (tokens_[at].used) continue;
      const auto read = line_day_at(tokens_, at, words_, today_, has_due() ? Toward::future : Toward::past);
      if (!read) continue;
      if (counts(*read))
        if (auto taken = take(*read); !taken) return taken;
      at = std::max(at, read->end - 1);
    }
    return {};
  }

 private:
  [[nodiscard]] bool has_due() const {
    return line_.kind == LineKind::promised || line_.kind == LineKind::ask;
  }
  [[nodiscard]] bool is(std::span<const std::string_view> LineTable::*words, std::size_t at) const {
    return words_.is_in(words, tokens_[at].word);
  }

  /// "by Friday", and "for Friday" of a promise: due at the latest then.
  [[nodiscard]] bool is_limit(std::size_t first) const {
    return has_due() && first > 1 &&
           (words_.joint(tokens_[first - 1].word) == Joint::by || is(&LineTable::for_words, first - 1));
  }
  [[nodiscard]] bool is_led(std::size_t first) const {
    return is_limit(first) || (first > 1 && words_.joint(tokens_[first - 1].word) == Joint::on);
  }

  /// Without "on" before it a day stands between the parts of a line, and not within one of them.
  [[nodiscard]] bool stands_apart(const LineDay& read) const {
    const std::string& before = tokens_[read.first - 1].word;
    const bool goes_on = words_.is_article(before) || words_.is_small(before) || words_.size(before);
    if (read.first > 1 && goes_on && !tokens_[read.first - 1].used) return false;
    const std::string& figure = tokens_[read.first].word;
    if (read.end == read.first + 1 && std::count(figure.begin(), figure.end(), '.') == 1) return false;
    if (read.end == tokens_.size() || tokens_[read.end - 1].ends_part) return true;
    const LineToken& behind = tokens_[read.end];
    return behind.used || words_.is_small(behind.word);
  }

  [[nodiscard]] bool is_topic(std::size_t first) const {
    return first > 1 && is(&LineTable::about_words, first - 1);
  }
  /// Whether the words have come to what it was about, so that the day may be part of that.
  [[nodiscard]] bool is_behind_topic(std::size_t first) const {
    for (std::size_t i = 1; i < first; ++i)
      if (!tokens_[i].used && is(&LineTable::about_words, i)) return true;
    return false;
  }

  [[nodiscard]] bool counts(const LineDay& read) const {
    if (is_topic(read.first)) return false;
    return !read.needs_lead || is_led(read.first) || stands_apart(read);
  }

  [[nodiscard]] std::string as_written(const LineDay& read) const {
    std::string text;
    for (std::size_t i = read.first; i < read.end; ++i) text += (text.empty() ? "" : " ") + tokens_[i].raw;
    return text;
  }

  /// The place for the day; nullptr: it is still to come, and the line tells of something that happened.
  [[nodiscard]] std::optional<Day>* place_of(const LineDay& read) {
    const Day day = *read.day;
    const bool has_begun = line_.kind == LineKind::promised ? day < today_ : day <= today_;
    if (has_due() && !read.is_past && (is_limit(read.first) || !has_begun)) return &line_.due;
    return day <= today_ ? &line_.happened : nullptr;
  }

  Result<void> take(const LineDay& read) {
    const bool in_topic = is_behind_topic(read.first);
    if (!read.day) {
      if (in_topic || line_.kind == LineKind::question) return {};
      return fail(ErrorKind::invalid,
                  Said("Say the day of \"{word}\" as 2026-05-12, 12 May, yesterday or on Friday. "
                       "What is no day stands behind ::.",
                       {{"word", as_written(read)}}));
    }
    std::optional<Day>* const place = place_of(read);
    if (place == nullptr) {
      if (in_topic || line_.kind == LineKind::question) return {};
      return fail(ErrorKind::invalid,
                  Said("\"{word}\" is still to come. What has not happened yet stands in your "
                       "calendar, or in a promise.",
                       {{"word", as_written(read)}}));
    }
    if (*place) return {};
    if (in_topic && read.needs_lead && !has_due())
      return fail(ErrorKind::invalid,
                  Said("Is \"{word}\" when it happened, or what it was about? Put the day behind "
                       "the name, or the topic behind ::.",
                       {{"word", as_written(read)}}));
    *place = read.day;
    const std::size_t first = is_led(read.first) ? read.first - 1 : read.first;
    for (std::size_t i = first; i < read.end; ++i) tokens_[i].used = true;
    return {};
  }

  std::span<LineToken> tokens_;
  const LineWords& words_;
  Day today_;
  OneLine& line_;
};

}  // namespace

Result<void> take_days(std::span<LineToken> tokens, const LineWords& words, Day today, OneLine& line) {
  if (line.kind == LineKind::note) return {};
  return DayTaker(tokens, words, today, line).run();
}

}  // namespace goodturn::calendar
