// Whom a name in a line means. It never guesses: what could be two people is for the user to say.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/strong.h"

namespace goodturn::calendar {

/// A person as they may be called.
struct KnownName {
  Uid uid;
  std::string name;  ///< "Ada Example" or "Example, Ada"
  std::vector<std::string> nicknames;
  std::string organisation;
};

/// The form in which two spellings of a word are equal: lower case, without accents.
using FoldWord = std::function<std::string(std::string_view)>;

/// unknown: nobody. unique: one person. ambiguous: several, or one whose name only begins like that.
enum class NameOutcome { unknown, unique, ambiguous };

struct NameMatch {
  NameOutcome outcome = NameOutcome::unknown;
  std::vector<Uid> candidates;  ///< best first, equal ones in the order of the list; one when unique
  bool operator==(const NameMatch&) const = default;
};

/// Compares word by word; hyphens, commas and points part words, apostrophes and "Dr." before a name do not
/// count. From best to worst: all words of the name in their order, or a nickname; some words of the name;
/// words of the name and of the organisation ("Ada Acme"); all words in another order ("Thomas James" for
/// James Thomas) and beginnings of words ("J. Exa"), which are never unique. What stands before a comma is
/// spoken last: "Example, Ada". All words of one person's name alone are unique when there are at least two
/// of them, even where another person's longer name has them too; a single word is unique only when nobody
/// else has it. `fold` is applied to names and mention; without it A–Z are folded to lower case and other
/// bytes stay.
[[nodiscard]] NameMatch match_name(std::string_view mention, std::span<const KnownName> people,
                                   const FoldWord& fold = {});

}  // namespace goodturn::calendar
