// Everything the rules look at together, worked out once for a list.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/base/time.h"
#include "core/network/graph.h"
#include "core/relations/alive.h"
#include "core/suggest/circle.h"
#include "core/suggest/contacts.h"
#include "core/suggest/standing.h"

namespace goodturn::suggest {

struct Traits;

struct Scene {
  const Contacts& contacts;
  std::span<const Standing> standings;  ///< one per contact
  std::span<const Traits> traits;       ///< one per contact; none while they are worked out
  const Circle& circle;
  const network::Graph& ties;  ///< who knows whom, one node per contact
  Now now;
};

/// What a rule sees of one person.
struct View {
  View(const Scene& all, std::size_t place);
  const Contact& contact;
  const Standing& standing;
  Now now;
  const Scene& scene;
  std::size_t who;
  [[nodiscard]] const Traits& traits() const;
};

/// The word for the tie, whatever is planned; somebody never met is quiet, unless a meeting is planned.
[[nodiscard]] relations::Liveliness liveliness_of(const Standing& standing);
/// In touch: alive or fading, or with a meeting planned.
[[nodiscard]] bool is_current(const Standing& standing);
/// In the inner layers (5–50), where people know each other well enough to be asked.
[[nodiscard]] bool is_close(const Standing& standing);
/// By any of the person's cards.
[[nodiscard]] bool is_own_boss(const Contact& contact, const Circle& circle);
/// Whether any goal says something: titles, industries, companies or people.
[[nodiscard]] bool has_goal(const Circle& circle);

}  // namespace goodturn::suggest
