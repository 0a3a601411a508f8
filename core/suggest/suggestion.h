// A suggestion: what to do and with whom, with every number its why-text uses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/said.h"
#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"
#include "core/network/consent.h"

namespace goodturn::suggest {

/// A named quantity behind a suggestion, with the sentence that says what would change it.
struct Factor {
  std::string name;  ///< "strength", "silence", "chance without help", "alive" …
  double value = 0;
  Said meaning;  ///< one plain sentence
};

/// Numbers of a why-text: each number in the sentence equals one of these fields.
struct Evidence {
  std::optional<int> days_since;   ///< days since the last contact day
  std::optional<int> usual_days;   ///< median gap, days
  std::optional<int> usual_low;    ///< 20 % quantile of gaps
  std::optional<int> usual_high;   ///< 80 % quantile
  std::optional<int> gaps_longer;  ///< how many of `gaps_count` past gaps were shorter than this silence
  std::optional<int> gaps_count;
  std::optional<Day> last_day;
  std::optional<Day> event_day;  ///< birthday, due date, first meeting
  std::optional<int> age;        ///< years, when the birth year is known
  std::optional<int> layer;      ///< 5, 15, 50 or 150
  std::optional<int> levels;     ///< how many levels above the user
  std::optional<int> have;       ///< of `need`: people in a role
  std::optional<int> need;
  std::optional<int> received;     ///< things received and not yet returned
  std::optional<int> gave;         ///< gives since the last request
  std::optional<int> years;        ///< whole years since the last contact
  std::optional<int> readiness;    ///< per cent
  std::vector<std::string> words;  ///< words of the user's own that the text quotes
};

struct Suggestion {
  Uid id;  ///< "goodturn-<hash(rule, person, period)>": also the follow-up's UID
  Rule rule = Rule::keep_in_touch;
  Uid person;
  std::string person_name;
  std::string email;
  std::optional<Uid> other;    ///< the second person of an introduction, or whom an ask is about
  std::string other_name;      ///< empty without one
  std::optional<AskKind> ask;  ///< rule ask: for what
  std::optional<network::IntroductionStep> step;  ///< rule introduce
  Said title;                                     ///< "Write to Ada Example"
  std::vector<Said> why;                          ///< whole sentences, never empty
  Said idea;  ///< the concrete thing to give or do; an honest plain sentence when there is none
  std::vector<Said> reason;  ///< rule introduce: what the two have for each other; else empty
  double value = 0;          ///< base · part · fresh
  Day due{};
  bool is_call = false;            ///< a talk fits better than a line
  std::optional<Instant> call_at;  ///< where a call is suggested and their local time is known: a good moment
  std::optional<Day> silence_since;
  std::optional<Uid> record;  ///< the record behind a thanks or a promise
  std::vector<Factor> factors;
  Evidence evidence;
};

}  // namespace goodturn::suggest
