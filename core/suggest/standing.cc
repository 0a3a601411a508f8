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

std::optional<Said> usual_words(const Standing& standing) {
  if (!standing.usual) return std::nullopt;
  const relations::UsualRange& usual = *standing.usual;
  const std::int64_t days = usual.middle;
  if (usual.low == usual.high) return Said("timeline.usual", {{"days", days}});
  return Said("timeline.usual_range",
              {{"days", days}, {"low", std::int64_t{usual.low}}, {"high", std::int64_t{usual.high}}});
}

}  // namespace goodturn::suggest
