// Pairs who might be introduced, all of them and not only the week's.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "helper/index/snapshot.h"
#include "helper/words/language.h"

namespace goodturn::helper {

/// Two people who might meet; `a` is the one to ask first.
struct IntroductionPair {
  Uid a, b;
  std::string a_name, b_name;
  std::vector<Said> reason;  ///< "Ada needs Rust speaker, Bob offers Rust speaker."
  double fit = 0;            ///< (0, 1], by which they are ranked (metrics.md 2.13)
};

/// Best first; a pair that was ever taken up is not among them.
[[nodiscard]] std::vector<IntroductionPair> introduction_pairs(const Snapshot& snapshot);

/// The reason as a record or a draft quotes it: without the full stop at its end.
[[nodiscard]] std::string reason_words(std::span<const Said> reason, Language language);

}  // namespace goodturn::helper
