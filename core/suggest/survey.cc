#include "core/suggest/survey.h"

#include <algorithm>
#include <array>

#include "core/relations/alive.h"
#include "core/relations/chance.h"
#include "core/relations/layer.h"
#include "core/relations/quiet_time.h"
#include "core/relations/silence.h"
#include "core/relations/strength.h"

namespace goodturn::suggest {
namespace {

using relations::LayerBounds;

/// Cadence where neither layer, role nor the user names one.
constexpr double widest_cadence = 365;

/// What everybody together says.
struct Surroundings {
  std::array<LayerBounds, relations::layer_steps> bounds;  ///< today and 7·k days ago
  double strongest = 0;
  const relations::GapPool& pool;
  std::vector<relations::QuietTime> quiet;
  Now now;
};

std::array<LayerBounds, relations::layer_steps> bounds_of(std::span<const Digest> digests) {
  std::array<LayerBounds, relations::layer_steps> bounds;
  std::vector<double> strengths(digests.size());
  for (std::size_t k = 0; k < bounds.size(); ++k) {
    std::transform(digests.begin(), digests.end(), strengths.begin(),
                   [&](const Digest& d) { return d.strength[k]; });
    bounds[k] = relations::layer_bounds(strengths);
  }
  return bounds;
}

/// Weeks before the first contact are no layer at all, so a new tie need not wait 28 days for its first.
int learned_layer(const Digest& digest, const Surroundings& all) {
  std::array<int, relations::layer_steps> looks{};
  std::size_t count = 0;
  while (count < looks.size() && digest.strength[count] > 0) {
    looks[count] = relations::layer_of(digest.strength[count], all.bounds[count]);
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

void score(Standing& standing, const Digest& digest, const Surroundings& all) {
  const Day today = all.now.today;
  standing.days_since = std::max(0, days_between(*digest.last, today));
  standing.elapsed = relations::elapsed_days(*digest.last, today, all.quiet);
  standing.freshness = relations::freshness(standing.elapsed, standing.gaps);
  standing.usual = digest.usual;
  const relations::Recency recency{digest.contact_days - 1,
                                   static_cast<double>(days_between(*digest.first, *digest.last)),
                                   static_cast<double>(days_between(*digest.first, today))};
  standing.parts = {relations::normalised(digest.strength[0], all.strongest),
                    relations::contact_chance(standing.gaps, all.pool, standing.elapsed, standing.cadence),
                    relations::unusual_silence(standing.gaps, all.pool, standing.elapsed),
                    relations::alive_chance(recency, standing.cadence)};
  standing.score = relations::keep_in_touch_score(standing.parts);
}

Standing standing_of(const Contact& contact, const Digest& digest, const Surroundings& all) {
  Standing standing;
  const std::span<const int> recent = relations::newest(digest.gaps);
  standing.gaps.assign(recent.begin(), recent.end());
  standing.last_day = digest.last;
  standing.contact_days = digest.contact_days;
  standing.depth = digest.depth;
  standing.layer = contact.manual_layer ? *contact.manual_layer : learned_layer(digest, all);
  standing.cadence = cadence_of(contact, standing, digest);
  if (digest.last) score(standing, digest, all);
  standing.state = state_of(contact, standing, all.now);
  return standing;
}

}  // namespace

std::vector<Standing> survey(std::span<const Contact> contacts, std::span<const Digest> digests,
                             const relations::GapPool& pool, const std::map<Day, int>& outgoing, Now now) {
  std::vector<Day> active;
  active.reserve(outgoing.size());
  for (const auto& [day, count] : outgoing) active.push_back(day);
  Surroundings all{bounds_of(digests), 0, relations::pool_or_built_in(pool),
                   relations::quiet_times(active, now.today), now};
  for (const Digest& digest : digests) all.strongest = std::max(all.strongest, digest.strength[0]);

  std::vector<Standing> standings;
  standings.reserve(contacts.size());
  for (std::size_t i = 0; i < contacts.size(); ++i)
    standings.push_back(standing_of(contacts[i], digests[i], all));
  return standings;
}

}  // namespace goodturn::suggest
