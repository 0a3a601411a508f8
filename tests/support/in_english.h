// Sentences of the core as an English reader gets them, for tests that compare words.
#pragma once

#include <string>
#include <vector>

#include "helper/words/words.h"

namespace goodturn::tests {

[[nodiscard]] inline std::string english(const Said& said) {
  return helper::in_words(said, helper::Language::en);
}
[[nodiscard]] inline std::string english(const Error& error) {
  return helper::in_words(error, helper::Language::en);
}
[[nodiscard]] inline std::string english(const std::vector<Said>& said) {
  return helper::in_sentences(said, helper::Language::en);
}

}  // namespace goodturn::tests
