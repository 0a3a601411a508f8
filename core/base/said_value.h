// Values for the places of a sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace goodturn {

/// A size as a number in a sentence.
[[nodiscard]] constexpr std::int64_t said_number(std::size_t size) { return static_cast<std::int64_t>(size); }

/// "yes" or "no": a branch of a message.
[[nodiscard]] inline std::string said_flag(bool holds) {
  std::string word = "no";
  if (holds) word = "yes";
  return word;
}

/// A word of a vocabulary ("names-differ") as the name of a branch of a message.
[[nodiscard]] inline std::string said_branch(std::string_view word) {
  std::string branch(word);
  for (char& c : branch)
    if (c == '-') c = '_';
  return branch;
}

}  // namespace goodturn
