// The English words that a one-line entry understands. All words are given in lower case.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/calendar/one_line.h"

namespace goodturn::calendar {

/// The first word of a line: "thanked" is gave and thanks.
struct LineVerb {
  LineKind kind = LineKind::note;
  std::optional<GiveKind> gives;
};
[[nodiscard]] std::optional<LineVerb> verb_of(std::string_view word);

/// "article" is information, and says more than that.
struct GiveWord {
  GiveKind kind = GiveKind::help;
  bool says_more = false;
};
[[nodiscard]] std::optional<GiveWord> give_word(std::string_view word);
[[nodiscard]] std::optional<AskKind> ask_word(std::string_view word);

/// 1 for "small", 3 for "big".
[[nodiscard]] std::optional<int> size_word(std::string_view word);
[[nodiscard]] bool is_article(std::string_view word);
/// A word that is never a name by itself: "to", "and", "the", "him", "friday" …
[[nodiscard]] bool is_small_word(std::string_view word);
/// "dr", "prof" …: forms of address before a name.
[[nodiscard]] bool is_name_title(std::string_view word);
/// "van", "de" …: small words inside a name.
[[nodiscard]] bool is_name_particle(std::string_view word);

/// The day of "today", "tomorrow", "yesterday" or YYYY-MM-DD.
[[nodiscard]] std::optional<Day> plain_day(std::string_view word, Day today);
enum class Toward { future, past };
/// The nearest day of that name ("friday", "fri"), 1–7 days from `today`.
[[nodiscard]] std::optional<Day> weekday_near(std::string_view word, Day today, Toward toward);

}  // namespace goodturn::calendar
