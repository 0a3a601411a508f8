// A number in plain words, never without what it rests on.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/strong.h"
#include "core/relations/share.h"

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

/// No number: "Not enough yet: <missing>."
[[nodiscard]] Figure not_enough(std::string_view missing);
/// part/whole as value, or not_enough(missing) where there is nothing to share.
[[nodiscard]] Figure share_figure(const relations::Share& share, std::string text, std::string evidence,
                                  std::string_view missing);

/// The sentence with its evidence behind it: "As if 2.6 equally large groups. (10 of 14 with a value)"
[[nodiscard]] std::string line_of(const Figure& figure);

/// With so many digits behind the point, a real minus sign and no "-0.0": "2.6", "−1.67".
[[nodiscard]] std::string decimal(double value, int digits);
/// "60 %" of a value in [0, 1].
[[nodiscard]] std::string percent(double value);
/// "3 of 5".
[[nodiscard]] std::string of_words(const relations::Share& share);
/// "1 person", "2 people".
[[nodiscard]] std::string people_words(std::size_t count);
/// "1 day", "2 days", "2 touches".
[[nodiscard]] std::string count_words(std::size_t count, std::string_view word);
/// "Ada", "Ada and Bob", "Ada, Bob and 3 others": at most `most` names, which is at least 1.
[[nodiscard]] std::string names_words(std::span<const Who> people, std::size_t most = 4);
/// Days as a person would say them: "today", "3 days ago", "5 weeks ago", "14 months ago", "3 years ago".
[[nodiscard]] std::string ago_words(int days);

}  // namespace goodturn::helper
