// A number in plain words, never without what it rests on.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/said.h"
#include "core/base/said_value.h"
#include "core/base/strong.h"
#include "core/relations/share.h"
#include "helper/words/language.h"

namespace goodturn::helper {

/// One figure of a report. Without a value `text` says what is missing.
struct Figure {
  std::optional<double> value;
  std::string text;      ///< a whole sentence: "Your contacts fall into 4 pockets that only you join."
  std::string evidence;  ///< "14 of 375 pairs known"; may be empty
  bool operator==(const Figure&) const = default;
};

/// A person as a report names them.
struct Who {
  Uid uid;
  std::string name;
  bool operator==(const Who&) const = default;
};

/// No number; `missing` is a message like "Not enough yet: nothing that you gave is noted."
[[nodiscard]] Figure not_enough(const Said& missing, Language language);
[[nodiscard]] Figure figure_of(double value, const Said& text, const Said& evidence, Language language);
/// part/whole as value, or not_enough(missing) where there is nothing to share.
[[nodiscard]] Figure share_figure(const relations::Share& share, const Said& text, const Said& evidence,
                                  const Said& missing, Language language);
/// A message with the places `part` and `whole`.
[[nodiscard]] Said share_said(std::string_view key, const relations::Share& share);
/// A message with the place `count`.
[[nodiscard]] Said count_said(std::string_view key, std::size_t count);
/// A message with the place `percent`: the value in [0, 1] as "60 %".
[[nodiscard]] Said percent_said(std::string_view key, double value);

/// The sentence with its evidence behind it: "As if 2.6 equally large groups. (10 of 14 with a value)"
[[nodiscard]] std::string line_of(const Figure& figure);

/// With so many digits behind the point or comma, a real minus sign and no "-0.0": "2.6", "−1,67".
[[nodiscard]] std::string decimal(double value, int digits, Language language);
/// "60 %" of a value in [0, 1].
[[nodiscard]] std::string percent(double value);
/// "50 minutes", "3.5 hours", "2 days": of minutes.
[[nodiscard]] std::string duration_words(double minutes, Language language);
/// For a list in a sentence: "Ada", "Bob", "3 others": at most `most` names, which is at least 1.
[[nodiscard]] std::vector<std::string> names_in(std::span<const Who> people, Language language,
                                                std::size_t most = 4);
/// The same as a list: "Ada, Bob and 3 others".
[[nodiscard]] std::string names_words(std::span<const Who> people, Language language, std::size_t most = 4);
/// Days as a person would say them: "today", "3 days ago", "5 weeks ago", "14 months ago", "3 years ago".
[[nodiscard]] std::string ago_words(int days, Language language);
/// A word of the contract as a message names its branch: "public-recognition" is public_recognition.
[[nodiscard]] std::string branch_of(std::string_view word);

}  // namespace goodturn::helper
