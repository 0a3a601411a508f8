#include "core/suggest/survey.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/relations/alive.h"
#include "core/relations/chance.h"
#include "core/relations/layer.h"
#include "core/relations/quiet_time.h"
#include "core/relations/silence.h"
#include "core/relations/strength.h"

namespace goodturn::suggest {
namespace {

/// Cadence where neither layer, role nor the user names one.
constexpr double widest_cadence = 365;

/// Weeks before the first contact are no layer at all, so a new tie need not wait 28 days for its first.
int learned_layer(const Digest& digest, const Surroundings& all) {
  std::array<int, relations::layer_steps> looks{};
  std::size_t count = 0;
  while (count < looks.size() && digest.strength[count] > 0) {
    looks[count] = relations::layer_of(digest.strength[count], all.bounds()[count]);
    ++count;
  }
  return relations::settled_layer(std::span(looks).first(count));
}

double cadence_of(const Contact& contact, const Standing& standing, const Digest& digest) {
  if (contact.manual_cadence && *contact.manual_cadence > 0) return *contact.manual_cadence;
  const std::optional<int> usual = relations::default_cadence(standing.layer, contact.roles);
  return relations::learned_cadence(standing.gaps.size(), digest.median_gap, usual ? *usual : widest_cadence);
}

State state_of(const Contact& contact, const Standing& standing, Now now) {
  if (contact.planned && *contact.planned > now.instant) {
    const double ahead = relations::age_in_days(now.instant, *contact.planned);
    if (ahead <= std::max<double>(planned_days, standing.cadence)) return State::planned;
  }
  if (!standing.last_day) return State::fresh;
  switch (relations::liveliness(standing.parts.alive, standing.freshness)) {
    case relations::Liveliness::alive:
      return State::alive;
    case relations::Liveliness::fading:
      return State::fading;
    case relations::Liveliness::quiet:
      break;
  }
  return State::quiet;
}

}  // namespace

void settle(Standing& standing, const Contact& contact, const Digest& digest, const Surroundings& all) {
  const Now now = all.now();
  std::vector<int> gaps = std::move(standing.gaps);  // keeps its room
  standing = {};
  standing.gaps = std::move(gaps);
  const std::span<const int> recent = relations::newest(digest.gaps);
  standing.gaps.assign(recent.begin(), recent.end());
  standing.last_day = digest.last;
  standing.contact_days = digest.contact_days;
  standing.depth = std::max(digest.depth, contact.noted_depth);
  standing.layer = contact.manual_layer ? *contact.manual_layer : learned_layer(digest, all);
  standing.cadence = cadence_of(contact, standing, digest);
  if (digest.last) {
    standing.days_since = std::max(0, days_between(*digest.last, now.today));
    standing.elapsed = relations::elapsed_days(*digest.last, now.today, all.quiet());
    standing.freshness = relations::freshness(standing.elapsed, standing.gaps);
    standing.usual = digest.usual;
    const relations::Recency recency{digest.contact_days - 1,
                                     static_cast<double>(days_between(*digest.first, *digest.last)),
                                     static_cast<double>(days_between(*digest.first, now.today))};
    standing.parts.strength = relations::normalised(digest.strength[0], all.strongest());
    standing.parts.alive =
        contact.profile.is_deceased ? 0 : relations::alive_chance(recency, standing.cadence);
  }
  standing.state = state_of(contact, standing, now);
}

void compare(Standing& standing, const Surroundings& all) {
  if (!standing.last_day) return;
  standing.parts.chance =
      relations::contact_chance(standing.gaps, all.pool(), standing.elapsed, standing.cadence);
  standing.parts.silence = relations::unusual_silence(standing.gaps, all.pool(), standing.elapsed);
  standing.score = relations::keep_in_touch_score(standing.parts);
}

std::vector<Standing> survey(const Contacts& contacts, std::span<const Digest> digests,
                             const Surroundings& all) {
  std::vector<Standing> standings(contacts.size());
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    settle(standings[i], contacts[i], digests[i], all);
    compare(standings[i], all);
  }
  return standings;
}

}  // namespace goodturn::suggest
