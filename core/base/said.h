// A sentence that waits for its language: which message, and what stands in its places. What the core has to
// say it gives out like this; helper/words puts it into words.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/time.h"

namespace goodturn {

/// A day in a sentence: "30 October", with the year where it is not the present one.
struct SaidDay {
  Day day{};
  bool with_year = false;
  bool operator==(const SaidDay&) const = default;
};

struct Said;

/// Words as they are, a number, a day, a list of words ("Ada, Bob and Eve"), or sentences of their own, one
/// after the other.
using SaidValue =
    std::variant<std::string, std::int64_t, SaidDay, std::vector<std::string>, std::vector<Said>>;

struct SaidArgument {
  std::string name;
  SaidValue value;
  bool operator==(const SaidArgument&) const = default;
};

/// One message and its arguments.
struct Said {
  std::string
      key;  ///< "brief.promised": a file of helper/words and an entry in it; of an error its English sentence
  std::vector<SaidArgument> arguments;

  Said() = default;
  explicit Said(std::string_view message, std::initializer_list<SaidArgument> with = {})
      : key(message), arguments(with) {}
  Said(std::string message, std::vector<SaidArgument> with)
      : key(std::move(message)), arguments(std::move(with)) {}
  bool operator==(const Said&) const = default;
};

/// Several sentences as one: each is whole by itself.
[[nodiscard]] inline Said in_a_row(std::vector<Said> sentences) {
  return Said("{sentences}", {{"sentences", std::move(sentences)}});
}

/// As a sentence of `today` names it.
[[nodiscard]] inline SaidDay said_day(Day day, Day today) {
  return {day, std::chrono::year_month_day(day).year() != std::chrono::year_month_day(today).year()};
}

}  // namespace goodturn
