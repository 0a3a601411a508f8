#include "core/calendar/one_line_day.h"

#include <algorithm>
#include <array>
#include <string>

namespace goodturn::calendar {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Of digits, at most four.
int value_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

class DayReader {
 public:
  DayReader(std::span<const LineToken> tokens, const LineWords& words, Day today, Toward toward)
      : tokens_(tokens), words_(words), today_(today), toward_(toward) {}

  [[nodiscard]] std::optional<LineDay> at(std::size_t at) const {
    for (const auto read : {&DayReader::counted, &DayReader::near_by_name, &DayReader::plain,
                            &DayReader::of_month, &DayReader::figures, &DayReader::weekday})
      if (auto found = (this->*read)(at)) return found;
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return at < tokens_.size() && !tokens_[at].used ? std::string_view(tokens_[at].word) : std::string_view();
  }
  [[nodiscard]] bool is(std::span<const std::string_view> LineTable::*words, std::size_t at) const {
    return words_.is_in(words, word(at));
  }
  [[nodiscard]] LineDay unreadable(std::size_t at, std::size_t count) const {
    return {std::nullopt, at, at + count, false, false};
  }

  /// 1 or 7; 0 for a unit that is no number of days.
  [[nodiscard]] std::optional<int> unit_at(std::size_t at) const {
    if (is(&LineTable::day_units, at)) return 1;
    if (is(&LineTable::week_units, at)) return 7;
    return is(&LineTable::longer_units, at) ? std::optional(0) : std::nullopt;
  }

  /// "3 days ago", "vor 3 Tagen", "in two weeks".
  [[nodiscard]] std::optional<LineDay> counted(std::size_t at) const {
    const LineTable& table = words_.table();
    const bool is_ahead = word(at) == "in" && toward_ == Toward::future;
    const bool is_led = is_ahead || (table.ago_stands_before && word(at) == table.ago);
    const std::size_t first = is_led ? at + 1 : at;
    const auto number = words_.number(word(first));
    const auto unit = unit_at(first + 1);
    if (!number || !unit) return std::nullopt;
    const bool is_ago = is_led ? !is_ahead : !table.ago_stands_before && word(first + 2) == table.ago;
    if (!is_led && !is_ago) return std::nullopt;
    const std::size_t end = first + (is_led ? 2 : 3);
    if (*unit == 0) return unreadable(at, end - at);
    const std::chrono::days distance(*number * *unit);
    return LineDay{is_ago ? today_ - distance : today_ + distance, at, end, false, is_ago};
  }

  /// "last Friday", "this week", "next month".
  [[nodiscard]] std::optional<LineDay> near_by_name(std::size_t at) const {
    const bool is_last = is(&LineTable::last_words, at), is_this = is(&LineTable::this_words, at);
    if (!is_last && !is_this && !is(&LineTable::next_words, at)) return std::nullopt;
    if (const auto unit = unit_at(at + 1); unit && *unit != 1) return unreadable(at, 2);
    if (!words_.weekday(word(at + 1))) return std::nullopt;
    if (!is_last && !is_this) return unreadable(at, 2);
    const Toward toward = is_last ? Toward::past : toward_;
    return LineDay{words_.weekday_near(word(at + 1), today_, toward), at, at + 2, false, is_last};
  }

  /// "the day before yesterday", "heute Morgen", "yesterday", 2026-05-12.
  [[nodiscard]] std::optional<LineDay> plain(std::size_t at) const {
    if (word(at) == "day" && (word(at + 1) == "before" || word(at + 1) == "after"))
      if (const auto day = words_.plain_day(word(at + 2), today_)) {
        const bool is_before = word(at + 1) == "before";
        const std::size_t first = at > 0 && word(at - 1) == "the" ? at - 1 : at;
        return LineDay{*day + std::chrono::days(is_before ? -1 : 1), first, at + 3, false, is_before};
      }
    // "Morgen" with a capital is the morning.
    if (word(at) == "morgen" && tokens_[at].is_capital()) return std::nullopt;
    if (looks_written_out(word(at)) && !parse_day(word(at))) return unreadable(at, 1);
    const auto day = words_.plain_day(word(at), today_);
    if (!day) return std::nullopt;
    const bool has_time = word(at + 1) == "morgen" || word(at + 1) == "abend" || word(at + 1) == "mittag";
    const bool is_relative = !looks_written_out(word(at));
    return LineDay{day, at, at + (has_time ? 2 : 1), false, is_relative && *day < today_};
  }

  /// YYYY-MM-DD, whatever the figures.
  [[nodiscard]] static bool looks_written_out(std::string_view word) {
    return word.size() == 10 && word[4] == '-' && word[7] == '-' && is_digits(word.substr(0, 4)) &&
           is_digits(word.substr(5, 2)) && is_digits(word.substr(8));
  }

  /// 1–31 of "12", "12." or "12th".
  [[nodiscard]] std::optional<int> day_number(std::size_t at) const {
    std::string_view digits = word(at);
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (digits.ends_with(ending)) {
        digits.remove_suffix(ending.size());
        break;
      }
    if (!is_digits(digits) || digits.size() > 2) return std::nullopt;
    return value_of(digits);
  }

  [[nodiscard]] std::optional<int> year_at(std::size_t at) const {
    const std::string_view digits = word(at);
    return digits.size() == 4 && is_digits(digits) ? std::optional(value_of(digits)) : std::nullopt;
  }

  /// "12 May", "12. Mai 2026", "May 12".
  [[nodiscard]] std::optional<LineDay> of_month(std::size_t at) const {
    const bool number_first = day_number(at).has_value();
    const std::size_t place_of_month = number_first ? at + 1 : at, place_of_day = number_first ? at : at + 1;
    const auto month = words_.month(word(place_of_month));
    const auto number = day_number(place_of_day);
    if (!month || !number || (!number_first && !tokens_[at].is_capital())) return std::nullopt;
    const auto year = year_at(at + 2);
    return dated(*number, static_cast<int>(*month), year, at, at + (year ? 3 : 2));
  }

  /// "12.5.", "12.5.26"; with "/" nobody knows which is the month.
  [[nodiscard]] std::optional<LineDay> figures(std::size_t at) const {
    const std::string_view figure = word(at);
    if (figure.find('/') != std::string_view::npos) {
      const bool is_date = std::count(figure.begin(), figure.end(), '/') == 2 &&
                           figure.find_first_not_of("0123456789/") == std::string_view::npos;
      return is_date ? std::optional(unreadable(at, 1)) : std::nullopt;
    }
    std::array<std::string_view, 3> parts{};
    std::string_view rest = figure;
    std::size_t count = 0;
    for (bool more = true; more && count < parts.size(); ++count) {
      const auto point = rest.find('.');
      more = point != std::string_view::npos;
      parts[count] = rest.substr(0, point);
      if (more) rest.remove_prefix(point + 1);
    }
    const bool has_year = count == 3;
    if (count < 2 || !is_digits(parts[0]) || !is_digits(parts[1]) || parts[0].size() > 2 ||
        parts[1].size() > 2 || (has_year && (!is_digits(parts[2]) || parts[2].size() % 2 != 0)))
      return std::nullopt;
    if (has_year && parts[2].size() != 2 && parts[2].size() != 4) return std::nullopt;
    std::optional<int> year;
    if (has_year) year = value_of(parts[2]) + (parts[2].size() == 2 ? 2000 : 0);
    return dated(value_of(parts[0]), value_of(parts[1]), year, at, at + 1);
  }

  [[nodiscard]] LineDay dated(int day, int month, std::optional<int> year, std::size_t first,
                              std::size_t end) const {
    using namespace std::chrono;
    const auto in = [&](int which) {
      return year_month_day(std::chrono::year(which), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day)));
    };
    const int now = static_cast<int>(year_month_day(today_).year());
    year_month_day date = in(year.value_or(now));
    const bool is_later = date.ok() && sys_days(date) > today_,
               is_earlier = date.ok() && sys_days(date) < today_;
    if (!year && toward_ == Toward::past && is_later) date = in(now - 1);
    if (!year && toward_ == Toward::future && is_earlier) date = in(now + 1);
    LineDay read{std::nullopt, first, end, true, false};
    if (date.ok()) read.day = sys_days(date);
    return read;
  }

  [[nodiscard]] std::optional<LineDay> weekday(std::size_t at) const {
    if (!words_.weekday(word(at))) return std::nullopt;
    const auto& full = words_.table().weekdays;
    const bool is_short = std::find(full.begin(), full.end(), word(at)) == full.end();
    // "Sun Tzu" is no Sunday.
    const bool begins_name =
        is_short && !tokens_[at].ends_part && at + 1 < tokens_.size() && tokens_[at + 1].is_capital();
    if (begins_name) return std::nullopt;
    return LineDay{words_.weekday_near(word(at), today_, toward_), at, at + 1, true, false};
  }

  std::span<const LineToken> tokens_;
  const LineWords& words_;
  Day today_;
  Toward toward_;
};

}  // namespace

std::optional<LineDay> line_day_at(std::span<const LineToken> tokens, std::size_t at, const LineWords& words,
                                   Day today, Toward toward) {
  return DayReader(tokens, words, today, toward).at(at);
}

}  // namespace goodturn::calendar
