#include "core/suggest/standing.h"

namespace goodturn::suggest {

std::string_view to_string(State state) {
  switch (state) {
    case State::fresh:
      return "new";
    case State::planned:
      return "planned";
    case State::alive:
      return "alive";
    case State::fading:
      return "fading";
    case State::quiet:
      return "quiet";
  }
  return "";
}

std::string usual_text(const Standing& standing) {
  if (!standing.usual) return "";
  const relations::UsualRange& usual = *standing.usual;
  std::string text = "usually every " + std::to_string(usual.middle) + (usual.middle == 1 ? " day" : " days");
  if (usual.low != usual.high)
    text += " (" + std::to_string(usual.low) + "–" + std::to_string(usual.high) + ")";
  return text;
}

}  // namespace goodturn::suggest
