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

enum class LineKind { gave, received, promised, met, called, mailed, note, ask };

struct OneLine {
  LineKind kind = LineKind::note;
  std::vector<std::string> people;    ///< as written, in order, each once; match_name says who they are
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

/// Reads a line of words.
/// - The first word says the kind ("gave", "received", "got", "promised", "met", "called", "mailed",
///   "wrote", "note", "ask" …); "introduced", "helped" and "thanked" say what was given as well.
/// - People stand directly after it, and further ones after a comma or "and"; also after "from" when
///   something was received, after "to" of an introduction or a referral, after "with" when they met or
///   spoke, and after "to" and "with" where nobody was named before. A name is a run of words with
///   capitals; directly after the first word (but not of a note), after that "from", and after "to" as
///   the second one, a single word in small letters is a name too. What was received is named first, so
///   there a name directly after the first word needs "'s". `"Ada Example"` in these places, `@Ada` and
///   `@"Ada Example"` anywhere, are always one name.
/// - The first word for one of the twelve kinds (or kinds of ask) says what was given; it stays in the
///   text when it says more than the kind ("article").
/// - "small" or "big" before that word, or at the end, is the size.
/// - "tomorrow", "2026-12-01" and "by Friday" (the next one after `today`) say when a promise or an ask
///   is due; "today", "yesterday", "2026-11-20" and "on Friday" (the last one before `today`) when
///   something happened. A promise "today" is due today. A note carries no day.
/// - `#word` is a tag.
/// Fails with ErrorKind::invalid, saying what to write, when the line is empty, too long, begins with no such
/// word, has nothing behind it, or leaves a quotation mark open. Source: features.md rows 39–50 (kinds).
[[nodiscard]] Result<OneLine> read_one_line(std::string_view line, Day today);

}  // namespace goodturn::calendar
