#include "tests/unit/suggest/told.h"

#include <array>
#include <cstdio>

#include "tests/support/in_english.h"

namespace goodturn::suggest {

using goodturn::tests::english;

std::string told(const Suggestion& suggestion) {
  std::string text = english(suggestion.title) + "\n" + english(suggestion.why) + "\n" +
                     english(suggestion.idea) + "\nby " + to_iso(suggestion.due);
  if (suggestion.evidence.event_day) text += ", of " + to_iso(*suggestion.evidence.event_day);
  if (suggestion.silence_since) text += ", silent since " + to_iso(*suggestion.silence_since);
  if (suggestion.record) text += ", record " + suggestion.record->value;
  if (suggestion.is_call) text += ", a call";
  text += "\n";
  for (const Factor& factor : suggestion.factors) {
    std::array<char, 32> value{};
    std::snprintf(value.data(), value.size(), "%.4g", factor.value);
    text += (text.back() == '\n' ? "" : ", ") + factor.name + " " + value.data();
  }
  return text;
}

}  // namespace goodturn::suggest
