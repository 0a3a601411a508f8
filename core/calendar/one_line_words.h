// The words that a one-line entry understands, in the language of its first word. All words are given in
// lower case (A–Z only, as lower_word does).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/calendar/one_line.h"

namespace goodturn::calendar {

class LineWords;

/// The first word of a line: "thanked" is gave and thanks.
struct LineVerb {
  LineKind kind = LineKind::note;
  std::optional<GiveKind> gives;
  std::string_view particle;         ///< that ends the sentence: "an" of "rief Ada an"; may be empty
  const LineWords* words = nullptr;  ///< of the language of that word; never nullptr where verb_of gives one
};
/// English or German.
[[nodiscard]] std::optional<LineVerb> verb_of(std::string_view word);

/// "article" is information, and says more than that.
struct GiveWord {
  GiveKind kind = GiveKind::help;
  bool says_more = false;
};

/// "interview" is an informational interview, and says no more than that; "tips" says more than advice.
struct AskWord {
  AskKind kind = AskKind::advice;
  bool says_more = false;
};

/// What joins the parts of a line: "from Ada", "to Bob", "by Friday", "on Friday".
enum class Joint { from, to, with, both, by, on };
enum class Toward { future, past };

/// The table of one language.
struct LineTable {
  struct Verb {
    std::string_view word;
    LineKind kind;
    std::optional<GiveKind> gives;
    std::string_view particle = {};
  };
  struct Give {
    std::string_view word;
    GiveWord give;
  };
  struct Ask {
    std::string_view word;
    AskWord ask;
  };
  struct DayWord {
    std::string_view word;
    int days;  ///< from today
  };
  struct Join {
    std::string_view word;
    Joint joint;
  };
  std::span<const Verb> verbs;
  std::span<const Give> gives;
  std::span<const Ask> asks;
  std::span<const Join> joints;
  std::span<const std::string_view> small_sizes;
  std::span<const std::string_view> big_sizes;
  std::span<const std::string_view> articles;
  std::span<const std::string_view> small_words;   ///< never a name by themselves
  std::span<const std::string_view> weekdays;      ///< seven, from Sunday
  std::size_t weekday_letters = 3;                 ///< of the short names
  std::span<const DayWord> day_words;              ///< "yesterday", "today" …
  std::span<const std::string_view> months;        ///< twelve
  std::span<const std::string_view> ones;          ///< "a", "one"
  std::span<const std::string_view> numbers;       ///< from two on
  std::span<const std::string_view> day_units;     ///< "day", "days"
  std::span<const std::string_view> week_units;    ///< "week", "weeks"
  std::span<const std::string_view> longer_units;  ///< "month", "years" …: no single day
  std::span<const std::string_view> last_words;    ///< "last" before a weekday or a week
  std::span<const std::string_view> this_words;
  std::span<const std::string_view> next_words;
  std::string_view ago;  ///< "ago", behind; in German "vor", before
  bool ago_stands_before = false;
  std::span<const std::string_view> about_words;  ///< what stands behind them is a topic: "about"
  std::span<const std::string_view> for_words;    ///< "for Friday": a promise is due
  std::span<const std::string_view> fillers;      ///< directly behind the verb, and saying nothing: "up"
  std::span<const std::string_view> bridges;      ///< between "and" and a name: "then"
  std::span<const std::string_view> others;       ///< "18 others"
};

[[nodiscard]] const LineTable& english_table();
[[nodiscard]] const LineTable& german_table();

class LineWords {
 public:
  explicit LineWords(const LineTable& table) : table_(table) {}

  [[nodiscard]] std::optional<LineVerb> verb(std::string_view word) const;
  [[nodiscard]] std::optional<GiveWord> give(std::string_view word) const;
  [[nodiscard]] std::optional<AskWord> ask(std::string_view word) const;
  [[nodiscard]] std::optional<Joint> joint(std::string_view word) const;
  /// The first word for that: "to", "and".
  [[nodiscard]] std::string_view word_for(Joint joint) const;
  /// 1 for "small", 3 for "big".
  [[nodiscard]] std::optional<int> size(std::string_view word) const;
  [[nodiscard]] bool is_article(std::string_view word) const;
  /// A word that is never a name by itself: "to", "and", "the", "him", "friday" …
  [[nodiscard]] bool is_small(std::string_view word) const;
  /// The day of "today", "tomorrow", "yesterday" … or YYYY-MM-DD.
  [[nodiscard]] std::optional<Day> plain_day(std::string_view word, Day today) const;
  /// The nearest day of that name ("friday", "fri"), 1–7 days from `today`.
  [[nodiscard]] std::optional<Day> weekday_near(std::string_view word, Day today, Toward toward) const;

  /// A whole number from 1 to 999, in words up to ten.
  [[nodiscard]] std::optional<int> number(std::string_view word) const;
  /// 1–12 of a month or its first letters, three at least.
  [[nodiscard]] std::optional<unsigned> month(std::string_view word) const;
  /// 0–6 from Sunday of a weekday or its short name.
  [[nodiscard]] std::optional<unsigned> weekday(std::string_view word) const;
  [[nodiscard]] bool is_in(std::span<const std::string_view> LineTable::*words, std::string_view word) const;
  [[nodiscard]] const LineTable& table() const { return table_; }

 private:
  const LineTable& table_;
};

/// LineWords::plain_day in whichever language.
[[nodiscard]] std::optional<Day> plain_day(std::string_view word, Day today);

/// "dr", "prof" …: forms of address before a name.
[[nodiscard]] bool is_name_title(std::string_view word);
/// "van", "de" …: small words inside a name.
[[nodiscard]] bool is_name_particle(std::string_view word);

}  // namespace goodturn::calendar
