#include "core/suggest/revive.h"

#include <algorithm>

#include "core/network/acquaintance.h"
#include "core/relations/dormant.h"
#include "core/suggest/restraint.h"
#include "core/suggest/week_days.h"
#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

double trust_of(const calendar::Profile& profile) {
  constexpr double plain = 0.5, per_level = 0.1;
  if (profile.is_trusted) return 1;
  return std::min(1.0, plain + per_level * profile.seniority.value_or(0));
}

double novelty_of(const View& view) {
  const auto overlap = network::clique_overlap(
      view.scene.ties, view.who, [&](std::size_t node) { return is_current(view.scene.standings[node]); });
  return 1 - overlap.value_or(0);
}

int whole_years(Day from, Day to) {
  const std::chrono::year_month_day first(from), last(to);
  const int years = static_cast<int>(last.year()) - static_cast<int>(first.year());
  const bool is_before = std::pair(last.month(), last.day()) < std::pair(first.month(), first.day());
  return is_before ? years - 1 : years;
}

}  // namespace

std::optional<Offer> offer_revive(const View& view) {
  const Standing& standing = view.standing;
  if (!standing.last_day || standing.state == State::planned || view.contact.manual_layer == 0)
    return std::nullopt;
  if (!relations::is_dormant(*standing.last_day, view.now.today)) return std::nullopt;
  if (!view.contact.profile.is_trusted && !is_chosen(view.contact, standing.contact_days))
    return std::nullopt;
  const double part = trust_of(view.contact.profile) * novelty_of(view);
  if (part <= 0) return std::nullopt;
  return Offer{Rule::revive, part, *standing.last_day, to_iso(*standing.last_day)};
}

Suggestion write_revive(const View& view, const Offer& offer) {
  Suggestion suggestion = start_suggestion(view, offer);
  const int years = whole_years(offer.day, view.now.today);
  suggestion.title = Said("week.title_call", {{"person", view.contact.name}});
  suggestion.is_call = true;
  suggestion.due = friday_after(view.now.today);
  suggestion.silence_since = offer.day;
  suggestion.evidence.years = years;
  if (auto last = last_contact_in("week.years_ago", view.contact, view.now.today)) {
    last->arguments.push_back({"years", std::int64_t{years}});
    suggestion.why.push_back(std::move(*last));
  }
  suggestion.why.push_back(Said(view.contact.profile.is_trusted ? "week.trusted" : "week.slept"));
  const std::string about = view.contact.last_topic ? topic(view.contact.last_topic->about) : "";
  suggestion.idea =
      about.empty() ? Said("week.idea_no_reason") : Said("week.idea_became", {{"topic", about}});
  suggestion.factors = {{"trust", trust_of(view.contact.profile), Said("week.factor_trust")},
                        {"novelty", novelty_of(view), Said("week.factor_novelty")}};
  return suggestion;
}

}  // namespace goodturn::suggest
