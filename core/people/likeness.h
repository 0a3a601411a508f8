// Two people compared: what proves that they are one, and how sure that is. Used by duplicates.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/people/duplicates.h"

namespace goodturn::people {

/// A person ready for comparing.
struct Traits {
  const Likeness* person = nullptr;
  std::vector<NameWords> names;     ///< without those that a fuller one of the same person contains
  std::string name_key;             ///< one text for the first of them; empty without a name
  std::vector<NameWord> nicknames;  ///< sorted
  std::vector<std::string> emails;  ///< sorted; without those of a role
  std::vector<std::string> phones;  ///< sorted
  std::vector<std::pair<std::string, std::string>> organisations;  ///< sorted: key, once each, and as written
};

/// A role address (info@, RFC 2142) is left out; who shares the others is for the caller to weigh. At most 8
/// names, words of nicknames and organisations, 64 addresses and 64 numbers are kept of each person.
[[nodiscard]] Traits traits_of(const Likeness& person, const FoldWord& fold);

[[nodiscard]] NameLikeness compare_names(const Traits& a, const Traits& b);
/// Both say a day, and not the same one.
[[nodiscard]] bool birthdays_contradict(const Likeness& a, const Likeness& b);

/// certainty and reasons of a Link; nullopt when nothing links them.
struct Finding {
  Certainty certainty = Certainty::possible;
  std::vector<Reason> reasons;
};
[[nodiscard]] std::optional<Finding> compare(const Traits& a, const Traits& b);

}  // namespace goodturn::people
