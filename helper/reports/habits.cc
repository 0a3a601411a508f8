#include "helper/reports/habits.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/network/readiness.h"
#include "core/people/letters.h"
#include "core/relations/cadence.h"
#include "core/suggest/ask_days.h"
#include "core/suggest/first_meeting.h"
#include "helper/words/words.h"

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
    const std::vector<Day> ask_days = suggest::ask_days_of(tie.person->contact);
    for (const relations::Touch& touch : all) {
      if (!is_recent(touch, overview.now.today, recent_days)) continue;
      const bool for_ask = std::binary_search(ask_days.begin(), ask_days.end(), touch.day);
      touches.push_back({touch.day, all.front().day, tie.side(), for_ask});
      if (!tie.side() && !domain_of(*tie.person).empty()) ++unknown[domain_of(*tie.person)];
    }
  }
  SixBehaviours six;
  six.cells = network::behaviours_of(touches, overview.now.today);
  six.evenness = evenness_figure(six.cells, overview.language);
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
  return depth_figure(network::deep_share(depths), depths.size(), overview.language);
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
    const relations::Touch* talk = suggest::first_talk(tie.person->contact);
    if (talk == nullptr || !is_recent(*talk, overview.now.today, year)) continue;
    const auto wrote = std::find_if(touches.begin(), touches.end(), [&](const relations::Touch& touch) {
      return is_outgoing(touch) && touch.at >= talk->at;
    });
    words.push_back({talk->day, wrote == touches.end() ? std::nullopt : std::optional(wrote->day)});
  }
  return follow_up_figure(network::follow_up_latency(words), overview.language);
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

std::optional<Figure> answer_of(const calendar::Journals& journals, const Uid& community, Language language) {
  std::vector<int> minutes;
  std::size_t questions = 0;
  for (const calendar::Question& one : journals.questions) {
    if (one.community != community) continue;
    ++questions;
    if (const auto took = calendar::minutes_to_answer(one)) minutes.push_back(*took);
  }
  return questions == 0 ? std::nullopt : std::optional(answer_figure(minutes, questions, language));
}

std::vector<CommunityView> communities_of(const Overview& overview) {
  std::vector<CommunityView> views;
  for (const calendar::Community& community : overview.snapshot.journals().communities) {
    CommunityView view{community.uid,
                       community.name,
                       community.kind,
                       {},
                       0,
                       answer_of(overview.snapshot.journals(), community.uid, overview.language)};
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

Figure evenness_figure(const network::Behaviours& cells, Language language) {
  const std::optional<double> evenness = cells.evenness();
  if (!evenness) return not_enough(Said("report.no_sided_touch"), language);
  Said evidence = count_said(cells.unknown_side > 0 ? "report.touches_more" : "report.touches",
                             static_cast<std::size_t>(cells.total()));
  if (cells.unknown_side > 0) evidence.arguments.push_back({"more", std::int64_t{cells.unknown_side}});
  return figure_of(*evenness, Said("report.evenness", {{"value", decimal(*evenness, 2, language)}}), evidence,
                   language);
}

Figure depth_figure(const relations::Share& deep, std::size_t contacts, Language language) {
  Said evidence = share_said("report.depth_known", deep);
  evidence.arguments.push_back({"contacts", said_number(contacts)});
  return share_figure(deep, percent_said("report.depth", deep.value().value_or(0)), evidence,
                      Said("report.no_depth"), language);
}

Figure follow_up_figure(const network::FollowUpLatency& latency, Language language) {
  if (latency.met == 0) return not_enough(Said("report.nobody_met"), language);
  Said text = share_said(latency.median_days ? "report.wrote_after" : "report.wrote_within", latency.prompt);
  if (latency.median_days) text.arguments.push_back({"days", decimal(*latency.median_days, 1, language)});
  const Said evidence = count_said("report.first_meetings", static_cast<std::size_t>(latency.met));
  return share_figure(latency.prompt, text, evidence, Said("report.nobody_met"), language);
}

Figure answer_figure(std::span<const int> minutes, std::size_t questions, Language language) {
  const auto median = network::answer_time(minutes);
  if (!median) return not_enough(count_said("report.no_answer_yet", questions), language);
  Said evidence = count_said("report.answered", questions);
  evidence.arguments.push_back({"part", said_number(minutes.size())});
  const Said text("report.first_answer", {{"duration", duration_words(*median, language)}});
  return figure_of(*median, text, evidence, language);
}

std::string venue_words(const network::VenueYield& yield, Language language) {
  Said said = count_said(yield.yield ? "report.venue_kept" : "report.venue_not_yet",
                         static_cast<std::size_t>(yield.events));
  said.arguments.push_back({"venue", yield.type});
  if (yield.yield) said.arguments.push_back({"kept", decimal(*yield.yield, 1, language)});
  return in_words(said, language);
}

Habits habits_of(const Overview& overview) {
  Habits habits;
  habits.behaviours = behaviours_of(overview);
  habits.depth = depth_of(overview);
  habits.follow_up = follow_up_of(overview);
  std::vector<network::VenueEvent> events;
  for (const calendar::Venue& venue : overview.snapshot.journals().venues)
    add_events(overview, venue, events);
  for (network::VenueYield& yield : network::venue_yields(events)) {
    std::string text = venue_words(yield, overview.language);
    habits.venues.push_back({std::move(yield), std::move(text)});
  }
  habits.communities = communities_of(overview);
  return habits;
}

}  // namespace goodturn::helper
