#include "helper/reports/habits.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/network/readiness.h"
#include "core/people/letters.h"
#include "core/relations/cadence.h"

namespace goodturn::helper {
namespace {

constexpr int recent_days = 90;

bool is_recent(const relations::Touch& touch, Day today, int days) {
  return touch.weight > 0 && touch.day <= today && days_between(touch.day, today) <= days;
}

std::string domain_of(const Person& person) {
  const std::string& email = person.contact.email;
  const std::size_t at = email.find('@');
  return at == std::string::npos ? std::string() : email.substr(at + 1);
}

SixBehaviours behaviours_of(const Overview& overview) {
  constexpr std::size_t most = 5;
  std::vector<network::BehaviourTouch> touches;
  std::map<std::string, int> unknown;
  for (const Tie& tie : overview.ties) {
    const auto& all = tie.person->contact.touches;
    if (all.empty() || !is_recent(all.back(), overview.now.today, recent_days)) continue;
    const std::vector<Day> ask_days = ask_days_of(*tie.person);
    for (const relations::Touch& touch : all) {
      if (!is_recent(touch, overview.now.today, recent_days)) continue;
      const bool for_ask = std::binary_search(ask_days.begin(), ask_days.end(), touch.day);
      touches.push_back({touch.day, all.front().day, tie.side, for_ask});
      if (!tie.side && !domain_of(*tie.person).empty()) ++unknown[domain_of(*tie.person)];
    }
  }
  SixBehaviours six;
  six.cells = network::behaviours_of(touches, overview.now.today);
  six.evenness = evenness_figure(six.cells);
  for (const auto& [domain, count] : unknown) six.unknown.push_back({domain, count});
  std::stable_sort(six.unknown.begin(), six.unknown.end(),
                   [](const UnknownDomain& a, const UnknownDomain& b) { return a.touches > b.touches; });
  six.unknown.resize(std::min(six.unknown.size(), most));
  return six;
}

Figure depth_of(const Overview& overview) {
  std::vector<int> depths;
  for (const Tie& tie : overview.ties)
    if (tie.is_living()) depths.push_back(tie.standing->depth);
  return depth_figure(network::deep_share(depths), depths.size());
}

bool is_outgoing(const relations::Touch& touch) {
  return touch.direction == Direction::out && touch.weight > 0;
}

/// First meetings and calls of the last year, with the first word that the user sent on or after that day.
Figure follow_up_of(const Overview& overview) {
  constexpr int year = 365;
  std::vector<network::FirstWord> words;
  for (const Tie& tie : overview.ties) {
    const auto& touches = tie.person->contact.touches;
    if (touches.empty() || !is_recent(touches.front(), overview.now.today, year)) continue;
    const relations::Touch& first = touches.front();
    if (first.channel != Channel::meeting && first.channel != Channel::call) continue;
    const auto wrote = std::find_if(touches.begin() + 1, touches.end(), is_outgoing);
    words.push_back({first.day, wrote == touches.end() ? std::nullopt : std::optional(wrote->day)});
  }
  return follow_up_figure(network::follow_up_latency(words));
}

/// People whom the user met at a venue, by the profile's own word.
bool met_there(const Person& person, const calendar::Venue& venue) {
  const std::string& met = person.profile.met_at;
  if (met.empty()) return false;
  return people::folded_word(met) == people::folded_word(venue.name) ||
         std::find(venue.events.begin(), venue.events.end(), Uid(met)) != venue.events.end();
}

/// One event for each that is noted, or for each day on which somebody was met there, whichever are more.
void add_events(const Overview& overview, const calendar::Venue& venue,
                std::vector<network::VenueEvent>& events) {
  std::set<Day> days;
  int kept = 0;
  for (const Tie& tie : overview.ties) {
    if (!met_there(*tie.person, venue)) continue;
    const std::vector<Day> touched = relations::contact_days(tie.person->contact.touches);
    if (touched.empty()) continue;
    days.insert(touched.front());
    kept += network::is_kept(touched.front(), touched) ? 1 : 0;
  }
  const std::size_t count = std::max(venue.events.size(), days.size());
  for (std::size_t i = 0; i < count; ++i) events.push_back({venue.type, i == 0 ? kept : 0});
}

std::vector<CommunityView> communities_of(const Overview& overview) {
  std::vector<CommunityView> views;
  for (const calendar::Community& community : overview.snapshot.journals().communities) {
    CommunityView view{community.uid, community.name, community.kind, {}, 0};
    for (const Uid& member : community.members) {
      const auto place = overview.place_of(member);
      if (!place) continue;
      view.members.push_back(overview.ties[*place].who());
      view.living += overview.ties[*place].is_living() ? 1 : 0;
    }
    views.push_back(std::move(view));
  }
  std::stable_sort(views.begin(), views.end(),
                   [](const CommunityView& a, const CommunityView& b) { return a.name < b.name; });
  return views;
}

}  // namespace

Figure evenness_figure(const network::Behaviours& cells) {
  const std::optional<double> evenness = cells.evenness();
  if (!evenness) return not_enough("no touch in 90 days with people whose organisation is known");
  std::string evidence = std::to_string(cells.total()) + " touches in 90 days";
  if (cells.unknown_side > 0)
    evidence += ", " + std::to_string(cells.unknown_side) + " more with people of unknown organisation";
  return {evenness, "How evenly the six ways are used: " + decimal(*evenness, 2) + " of 1.",
          std::move(evidence)};
}

Figure depth_figure(const relations::Share& deep, std::size_t contacts) {
  return share_figure(
      deep, percent(deep.value().value_or(0)) + " of your ties run deep.",
      of_words(deep) + " with a known depth, of " + people_words(contacts) + " you are in touch with",
      "no touch of the last year tells how deep it went");
}

Figure follow_up_figure(const network::FollowUpLatency& latency) {
  if (latency.met == 0) return not_enough("nobody was met for the first time in the last year");
  std::string text = "You wrote within two days after " + of_words(latency.prompt) + " first meetings";
  text += latency.median_days ? "; the middle one took " + decimal(*latency.median_days, 1) + " days." : ".";
  return {latency.prompt.value(), std::move(text), std::to_string(latency.met) + " first meetings in a year"};
}

std::string venue_words(const network::VenueYield& yield) {
  if (!yield.yield) return yield.type + ": not attended yet";
  return yield.type + ": " + decimal(*yield.yield, 1) + " kept for each of " +
         count_words(static_cast<std::size_t>(yield.events), "event");
}

Habits habits_of(const Overview& overview) {
  Habits habits;
  habits.behaviours = behaviours_of(overview);
  habits.depth = depth_of(overview);
  habits.follow_up = follow_up_of(overview);
  std::vector<network::VenueEvent> events;
  for (const calendar::Venue& venue : overview.snapshot.journals().venues)
    add_events(overview, venue, events);
  habits.venues = network::venue_yields(events);
  habits.communities = communities_of(overview);
  return habits;
}

}  // namespace goodturn::helper
