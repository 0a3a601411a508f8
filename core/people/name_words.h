// Names and organisations word by word, for telling whether two cards may be one person.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goodturn::people {

/// The form in which two spellings of a word are equal: lower case, without accents.
using FoldWord = std::function<std::string(std::string_view)>;

/// One word of a name.
struct NameWord {
  std::string text;  ///< folded
  std::string key;   ///< the same with ae, oe, ue read as ä, ö, ü: "mueller" and "müller" are one
  auto operator<=>(const NameWord&) const = default;
};
/// Ascending: "Ada Example" and "Example, Ada" are the same words.
using NameWords = std::vector<NameWord>;

/// The words of a name without titles ("Dr."); apostrophes belong to a word, other punctuation parts them.
/// Without `fold` letters of the Latin alphabet are lower-cased.
[[nodiscard]] NameWords name_words(std::string_view name, const FoldWord& fold = {});

/// The words of an organisation joined by spaces, without its legal form ("Ltd", "GmbH") unless it has no
/// other word.
[[nodiscard]] std::string organisation_key(std::string_view organisation, const FoldWord& fold = {});

/// Whether a name says no more than the organisation with that key: the card of a firm, not of a person.
[[nodiscard]] bool is_organisation(const NameWords& name, std::string_view organisation_key);

/// Whether two names can be those of one person.
enum class NameLikeness {
  different,   ///< no word in common
  related,     ///< a word in common and others that contradict: a family, or a name changed by marriage
  unknown,     ///< one of them has no word longer than an initial
  compatible,  ///< every word of one is in the other, as it is, as short form or as initial
  same         ///< the same words
};

/// Symmetric. `nicknames` are further first names of either person.
[[nodiscard]] NameLikeness compare_names(const NameWords& a, const NameWords& b,
                                         std::span<const NameWord> nicknames = {});

/// How many words of the shorter name stand in the longer one, by the rules of compare_names().
[[nodiscard]] std::size_t words_in_common(const NameWords& a, const NameWords& b,
                                          std::span<const NameWord> nicknames = {});

}  // namespace goodturn::people
