// A suggestion: what to do and with whom, with every number its why-text uses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/strong.h"
#include "core/base/time.h"
#include "core/base/vocabulary.h"

namespace goodturn::suggest {

/// A named quantity behind a suggestion, with the words that say what would change it.
struct Factor {
  std::string name;  ///< "strength", "silence", "chance without help", "alive" …
  double value = 0;
  std::string meaning;  ///< one plain sentence
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
};

struct Suggestion {
  Uid id;  ///< "goodturn-<hash(rule, person, period)>": also the follow-up's UID
  Rule rule = Rule::keep_in_touch;
  Uid person;
  std::string person_name;
  std::string email;
  std::string title;  ///< "Write to Ada Example"
  std::string why;    ///< one or two sentences
  std::string idea;   ///< the concrete thing to give or do; an honest plain sentence when there is none
  double value = 0;   ///< base · part · fresh
  Day due{};
  std::optional<Day> silence_since;
  std::optional<Uid> record;  ///< the record behind a thanks or a promise
  std::vector<Factor> factors;
  Evidence evidence;
};

}  // namespace goodturn::suggest
