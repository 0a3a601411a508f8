// What a line like "gave Ada intro to Bob #compilers" says: a proposal that the user confirms.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"

namespace goodturn::calendar {

enum class LineKind { gave, received, promised, met, called, mailed, note, ask, question };

struct OneLine {
  LineKind kind = LineKind::note;
  std::vector<std::string> people;    ///< as written, in order, each once; match_name says who they are.
                                      ///< Of what was received, those it came from are first; of a question
                                      ///< they are communities
  std::size_t led_to = 0;             ///< how many of them, at the end, an introduction that was made led to
  int more = 0;                       ///< met, called, mailed: others who are not named
  std::optional<GiveKind> give_kind;  ///< gave, received, promised
  std::optional<AskKind> ask_kind;    ///< ask
  std::optional<int> size;            ///< 1 or 3: gave, received
  std::optional<Day> due;             ///< promised, ask
  std::optional<Day> happened;        ///< all but note
  std::vector<std::string> tags;      ///< without "#", in order, each once
  std::string text;                   ///< what is left
  bool operator==(const OneLine&) const = default;
};

inline constexpr std::size_t longest_one_line = 4096;  ///< bytes
inline constexpr std::size_t most_people_in_line = 20;
inline constexpr int most_more_in_line =
    450;  ///< with those who are named, at most as many as a record holds
/// A word of a line: what stands behind it is text, and nothing in it is understood but @names and #tags.
inline constexpr std::string_view plain_text_mark = "::";

/// Reads a line of words, English or German by its first word (one_line_english.cc, one_line_german.cc).
/// - The first word says the kind ("gave", "received", "got", "promised", "met", "called", "mailed",
///   "wrote", "note", "ask", "question" …); "introduced", "helped" and "thanked" say what was given as well.
/// - People stand directly after it, and further ones after a comma or "and"; also after "from" when
///   something was received, after "to" of an introduction or a referral, after "with" when they met or
///   spoke, and after "to" and "with" where nobody was named before. A name is a run of words with
///   capitals; directly after the first word (but not of a note), after that "from", and after "to" as
///   the second one, a single word in small letters is a name too. What was received is named first, so
///   there a name directly after the first word needs "'s", and what was given behind it: "Ada's husband" is
///   not Ada. "and 18 others" says how many more there were. `"Ada Example"` in these places, `@Ada` and
///   `@"Ada Example"` anywhere, are always one name.
/// - The first word for one of the twelve kinds (or kinds of ask) says what was given; it stays in the
///   text when it says more than the kind ("article"), is one of several words there ("comments and
///   feedback"), or was promised.
/// - The text is what it was about, without "on", "about", "to" … before it (topic.h); that of a note and of
///   a question is left as it was written.
/// - "small" or "big" before that word, or at the end, is the size.
/// - "tomorrow", "2026-12-01", "12 May" and "by Friday" (the next one after `today`) say when a promise or an
///   ask is due; "today", "yesterday", "3 days ago", "2026-11-20", "12.5." and "on Friday" (the last one
///   before `today`) when something happened (one_line_day.h). A promise "today" is due today. A note
///   carries no day. What cannot be read as one day, and what is still to come where something happened, is
///   asked back and never dated today (one_line_days.h).
/// - `#word` is a tag.
/// - Behind `::` all is text, whatever its words; only `@Ada` and `#word` count there, too. Then a word
/// before
///   it that says the kind is not part of the text.
/// - Bytes that are no UTF-8 are read as Windows-1252; control characters and the spaces of other scripts are
///   spaces; marks that turn the direction of writing, and spaces without width, are left out.
/// Fails with ErrorKind::invalid, saying what to write, when the line is empty, too long, begins with no such
/// word, has nothing behind it, leaves a quotation mark open, names too many people, or names of an
/// introduction that was received only whom it led to. Source: features.md rows 39–50 (kinds).
[[nodiscard]] Result<OneLine> read_one_line(std::string_view line, Day today);

/// How a line in the language of that first word leads on to somebody, and joins two: "to" and "and", "an"
/// and "und". English for a word that begins no line.
struct LineJoints {
  std::string_view to;
  std::string_view both;
};
[[nodiscard]] LineJoints joints_of(std::string_view line);

}  // namespace goodturn::calendar
