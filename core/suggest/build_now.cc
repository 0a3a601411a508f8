#include "core/suggest/build_now.h"

#include <algorithm>
#include <cmath>

#include "core/relations/ledger.h"
#include "core/suggest/ask_days.h"
#include "core/suggest/restraint.h"
#include "core/suggest/role_gap.h"
#include "core/suggest/traits.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

constexpr int deep = 2, warm_layer = 15;
constexpr double least_balance = -0.2;

std::optional<double> balance_of(const Scene& scene, std::size_t place) {
  const Contact& contact = scene.contacts[place];
  if (contact.ledger.empty()) return std::nullopt;
  return relations::balance_of(contact.ledger, scene.traits[place].tie, scene.now.today).value;
}

/// Since the last contact on a day without an ask.
std::optional<int> days_since_free_touch(const Contact& contact, Day today) {
  const std::vector<Day> ask_days = ask_days_of(contact);
  std::optional<Day> last;
  for (const relations::Touch& touch : contact.touches) {
    if (touch.weight <= 0 || (last && touch.day <= *last)) continue;
    if (!std::binary_search(ask_days.begin(), ask_days.end(), touch.day)) last = touch.day;
  }
  return last ? std::optional(days_between(*last, today)) : std::nullopt;
}

bool is_bench(const Scene& scene, std::size_t place) {
  return liveliness_of(scene.standings[place]) == relations::Liveliness::alive &&
         scene.traits[place].side == Side::external;
}

network::ReadinessContact readiness_contact(const Scene& scene, std::size_t place) {
  const Contact& contact = scene.contacts[place];
  const Standing& standing = scene.standings[place];
  return {standing.parts.strength,
          liveliness_of(standing) == relations::Liveliness::alive,
          scene.traits[place].side == Side::external,
          standing.depth,
          balance_of(scene, place),
          days_since_free_touch(contact, scene.now.today),
          standing.cadence};
}

/// The strongest fifteen and the bench decide; nobody else changes a part.
std::vector<std::size_t> those_who_count(const Scene& scene) {
  constexpr std::size_t top = 15;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < scene.contacts.size(); ++i)
    if (scene.standings[i].parts.strength > 0) places.push_back(i);
  const std::size_t count = std::min(top, places.size());
  std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(count), places.end(),
                    [&](std::size_t a, std::size_t b) {
                      const double one = scene.standings[a].parts.strength;
                      const double other = scene.standings[b].parts.strength;
                      return one != other ? one > other : scene.contacts[a].uid < scene.contacts[b].uid;
                    });
  std::vector<std::size_t> counting(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(count));
  for (std::size_t k = count; k < places.size(); ++k)
    if (scene.standings[places[k]].depth >= deep && is_bench(scene, places[k])) counting.push_back(places[k]);
  return counting;
}

bool fits(const Scene& scene, std::size_t place, network::ReadinessAdvice advice) {
  const Contact& contact = scene.contacts[place];
  const Standing& standing = scene.standings[place];
  if (standing.state != State::alive && standing.state != State::fading) return false;
  if (contact.manual_layer == 0 || is_own_boss(contact, scene.circle)) return false;
  if (!may_suggest(contact, scene.now.today)) return false;
  if (advice == network::ReadinessAdvice::build_now) return is_bench(scene, place) && standing.depth == 1;
  return standing.layer > 0 && standing.layer <= warm_layer &&
         balance_of(scene, place).value_or(0) >= least_balance;
}

Suggestion started(const View& view, const Offer& offer, std::string_view title) {
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.title = Said(title, {{"person", view.contact.name}});
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = offer.day;
  add_last_contact(view, suggestion);
  suggestion.factors = {{"strength", view.standing.parts.strength, Said("week.factor_strength")}};
  return suggestion;
}

}  // namespace

std::optional<network::Readiness> readiness_of(const Scene& scene) {
  std::vector<network::ReadinessContact> contacts;
  for (const std::size_t place : those_who_count(scene)) contacts.push_back(readiness_contact(scene, place));
  std::optional<double> roles;
  if (const auto coverage = network::coverage(wanted_roles(scene.circle), holders_of(scene)))
    roles = coverage->active;
  return network::readiness(network::readiness_parts(contacts, roles));
}

std::vector<Placed> offer_readiness(const Scene& scene) {
  const bool crisis = scene.circle.own.crisis.has_value();
  const network::ReadinessAdvice advice =
      network::advice_for(crisis ? std::nullopt : readiness_of(scene), crisis);
  if (advice == network::ReadinessAdvice::none) return {};
  std::vector<Placed> offers;
  for (std::size_t i = 0; i < scene.contacts.size(); ++i) {
    if (!fits(scene, i, advice)) continue;
    const Day last = *scene.standings[i].last_day;
    offers.push_back({i, Offer{crisis ? Rule::warm_contacts : Rule::build_now,
                               std::sqrt(scene.standings[i].parts.strength), last, to_iso(last)}});
  }
  std::sort(offers.begin(), offers.end(), [&](const Placed& a, const Placed& b) {
    if (a.offer.part != b.offer.part) return a.offer.part > b.offer.part;
    return scene.contacts[a.who].uid < scene.contacts[b.who].uid;
  });
  if (offers.size() > readiness_offers) offers.resize(readiness_offers);
  return offers;
}

Suggestion write_build_now(const View& view, const Offer& offer) {
  Suggestion suggestion = started(view, offer, "week.title_suggest_talk");
  const auto readiness = readiness_of(view.scene);
  const int of_hundred = readiness ? static_cast<int>(std::lround(readiness->value * 100)) : 0;
  suggestion.evidence.readiness = of_hundred;
  suggestion.why.push_back(Said("week.readiness", {{"percent", std::int64_t{of_hundred}}}));
  suggestion.idea = Said("week.idea_hear", {{"person", view.contact.name}});
  suggestion.factors.push_back(
      {"readiness", readiness ? readiness->value : 0, Said("week.factor_readiness")});
  return suggestion;
}

Suggestion write_warm_contacts(const View& view, const Offer& offer) {
  Suggestion suggestion = started(view, offer, "week.title_talk");
  suggestion.evidence.layer = view.standing.layer;
  suggestion.why.push_back(Said("week.hard_time", {{"layer", std::int64_t{view.standing.layer}}}));
  suggestion.idea = Said("week.idea_how_things");
  suggestion.factors.push_back({"your mark", 1, Said("week.factor_mark")});
  return suggestion;
}

}  // namespace goodturn::suggest
