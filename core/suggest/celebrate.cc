#include "core/suggest/celebrate.h"

#include <algorithm>
#include <cmath>

#include "core/suggest/words.h"

namespace goodturn::suggest {
namespace {

using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::string_view birthday = "birthday", anniversary = "anniversary", new_job = "new job",
                           new_home = "new home";

Day in_year(const people::PartialDate& date, year when) {
  const std::chrono::month month(date.month);
  const auto last = (when / month / std::chrono::last).day();
  return when / month / std::min(std::chrono::day(date.day), last);
}

std::string period_of(Day day, std::string_view kind) { return to_iso(day) + "\n" + std::string(kind); }

/// Years at `day`; only where the year is known and the answer is believable for a person.
std::optional<int> years_at(const people::PartialDate& date, Day day) {
  constexpr int most = 120;
  if (!date.year) return std::nullopt;
  const int years = static_cast<int>(year_month_day(day).year()) - *date.year;
  return years >= 1 && years <= most ? std::optional(years) : std::nullopt;
}

bool is_close_enough(const View& view) {
  if (view.contact.manual_layer == 0) return false;
  return view.standing.layer > 0 || !view.contact.roles.empty();
}

}  // namespace

Day next_return(const people::PartialDate& date, Day from) {
  year when = year_month_day(from).year();
  if (date.year && year(*date.year) > when) when = year(*date.year);
  const Day day = in_year(date, when);
  return day >= from ? day : in_year(date, when + std::chrono::years(1));
}

std::vector<Offer> offer_celebrate(const View& view) {
  std::vector<Offer> offers;
  if (!is_close_enough(view)) return offers;
  const auto offer = [&](Day day, std::string_view kind) {
    Offer& made = offers.emplace_back(
        Offer{Rule::celebrate, std::sqrt(view.standing.parts.strength), day, period_of(day, kind), true});
    made.subject = kind;
  };
  const auto yearly = [&](const std::optional<people::PartialDate>& date, std::string_view kind) {
    if (!date || date->month < 1 || date->month > 12 || date->day < 1) return;
    const Day day = next_return(*date, view.now.today);
    if (days_between(view.now.today, day) <= celebrate_ahead_days) offer(day, kind);
  };
  const auto once = [&](const std::optional<Day>& happened, std::string_view kind) {
    if (!happened) return;
    const Day day = *happened + std::chrono::days(life_event_days);
    const int ahead = days_between(view.now.today, day);
    if (ahead <= celebrate_ahead_days && ahead >= -life_event_open_days) offer(day, kind);
  };
  yearly(view.contact.birthday, birthday);
  yearly(view.contact.anniversary, anniversary);
  once(view.contact.profile.started_job, new_job);
  once(view.contact.profile.moved, new_home);
  return offers;
}

namespace {

bool is_life_event(const Offer& offer) { return offer.subject == new_job || offer.subject == new_home; }

void word_yearly(const View& view, const Offer& offer, Suggestion& suggestion) {
  const bool is_birthday = offer.subject == birthday;
  const auto& date = is_birthday ? view.contact.birthday : view.contact.anniversary;
  suggestion.title = Said("week.title_congratulate", {{"person", view.contact.name}});
  suggestion.evidence.age = years_at(*date, offer.day);
  Said why(is_birthday ? "week.birthday" : "week.anniversary",
           {{"day", said_day(offer.day, view.now.today)}});
  if (suggestion.evidence.age) {
    why.key += "_years";
    why.arguments.push_back({"years", std::int64_t{*suggestion.evidence.age}});
  }
  suggestion.why = {std::move(why)};
  suggestion.idea = Said(is_birthday ? "week.idea_wishes" : "week.idea_congratulation");
}

void word_life_event(const View& view, const Offer& offer, Suggestion& suggestion) {
  const bool is_job = offer.subject == new_job;
  const Day happened = offer.day - std::chrono::days(life_event_days);
  suggestion.title =
      Said(is_job ? "week.title_new_job" : "week.title_new_home", {{"person", view.contact.name}});
  suggestion.evidence.event_day = happened;
  suggestion.why = {
      Said(is_job ? "week.new_job" : "week.new_home", {{"day", said_day(happened, view.now.today)}})};
  suggestion.idea = Said(is_job ? "week.idea_new_job" : "week.idea_new_home");
}

}  // namespace

Suggestion write_celebrate(const View& view, const Offer& offer) {
  const Day today = view.now.today;
  Suggestion suggestion = start_suggestion(view, offer);
  suggestion.due = std::max(today, offer.day);
  suggestion.evidence.event_day = offer.day;
  if (is_life_event(offer))
    word_life_event(view, offer, suggestion);
  else
    word_yearly(view, offer, suggestion);
  add_last_contact(view, suggestion);
  suggestion.factors = {{"days until the date", static_cast<double>(days_between(today, offer.day)),
                         Said(is_life_event(offer) ? "week.factor_life_event" : "week.factor_date")},
                        {"strength", view.standing.parts.strength, Said("week.factor_strength_dates")}};
  return suggestion;
}

}  // namespace goodturn::suggest
